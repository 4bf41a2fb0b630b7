/* json.h - JSON values: read, built, looked at, written.
 * SPDX-License-Identifier: MIT
 *
 * A value is a tag and a union, as Rust's enum is:
 *
 *     enum Json {
 *         Null, Bool(bool), Number(f64), Text(String),
 *         Array(Vec<Json>), Object(Vec<(String, Json)>)
 *     }
 *
 * It owns what is in it, down to the last string. A function that takes a value by `__drops` takes
 * all of that over: it puts it elsewhere or releases it, whatever it returns.
 *
 * Texts are counted, and may contain NUL, as JSON's may. Functions that can fail return 0,
 * or -1. */
#ifndef SAFE_JSON_H
#define SAFE_JSON_H

#include "strbuf.h"
#include <corten.h>
#include <stdbool.h>
#include <stddef.h>
#pragma corten safe

enum json_kind { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_TEXT, JSON_ARRAY, JSON_OBJECT };

struct json_items {
    struct json *__own _Nullable __counted_by(cap) __filled(len) at;
    size_t len, cap;
} __invariant(len <= cap);

struct json_members {
    struct json_member *__own _Nullable __counted_by(cap) __filled(len) at;
    size_t len, cap;
} __invariant(len <= cap);

struct json {
    enum json_kind kind;
    union {
        bool boolean __tagged_by(kind, JSON_BOOL);
        double number __tagged_by(kind, JSON_NUMBER);
        struct strbuf text __tagged_by(kind, JSON_TEXT);
        struct json_items items __tagged_by(kind, JSON_ARRAY);
        struct json_members members __tagged_by(kind, JSON_OBJECT);
    } u;
};

struct json_member {
    struct strbuf key;
    struct json value;
};

/* ---- in and out ---------------------------------------------------------------------------- */

/* Arrays and objects may be nested as deep as this. */
#define JSON_MAX_DEPTH 256u

/* Line and column count from 1. */
struct json_error {
    const char *__static message;
    size_t line, column;
};

int json_parse(const char *_Nullable __counted_by(n) text, size_t n,
               struct json *__inits __when(return == 0) out,
               struct json_error *__inits __when(return != 0) error);

/* With `indent` blanks per level, or all on one line if that is 0. */
int json_print(const struct json *j, unsigned indent, struct strbuf *out);

/* ---- building ------------------------------------------------------------------------------ */

void json_init_null(struct json *__inits j);
void json_init_bool(struct json *__inits j, bool boolean);
void json_init_number(struct json *__inits j, double number);
int json_init_text(struct json *__inits __when(return == 0) j, const char *text);
void json_init_text_moved(struct json *__inits j, struct strbuf *__drops text);
void json_init_array(struct json *__inits j);
void json_init_object(struct json *__inits j);
void json_drop(struct json *__drops j);

/* The item or value, and the key that is in a builder, are taken over in any case. -1: no memory,
 * or j is no array (no object). */
int json_append(struct json *j, struct json *__drops item);
int json_set(struct json *j, const char *key, struct json *__drops value);
int json_set_counted(struct json *j, struct strbuf *__drops key, struct json *__drops value);

/* ---- looking ------------------------------------------------------------------------------- */

/* NULL where j is no array or not so long, or no object or without that key. Of equal keys the
 * last one counts. */
const struct json *_Nullable json_at(const struct json *j, size_t i);
const struct json *_Nullable json_get(const struct json *__lifetimebound j, const char *key);

/* How many items or members; 0 for anything else. */
size_t json_count(const struct json *j);

/* Follows a path such as "user.friends.0.name"; "" is j itself. */
const struct json *_Nullable json_find(const struct json *__lifetimebound j, const char *path);

bool json_is_text(const struct json *j, const char *text);
bool json_equals(const struct json *a, const struct json *b);

#endif
