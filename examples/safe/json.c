/* json.c - JSON values: built, looked at, compared, released. Reading and writing: json_text.c.
 * SPDX-License-Identifier: MIT
 *
 * Every function that looks into a value looks at its kind first; there is no other way to a
 * member of the union. Arrays and objects are vectors as in vector.c: they grow at the end, and are
 * emptied from the end.
 *
 * json_drop(), json_equals() and the printer call themselves for what is inside. That can't be
 * deeper than what json_parse() accepts; who builds deeper trees by hand has to know why. */
#include "json.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#pragma corten safe

#define JSON_MAX_ITEMS (SIZE_MAX / sizeof(struct json_member) / 4)

/* ---- arrays and objects -------------------------------------------------------------------- */

static void items_drop(struct json_items *__drops items)
{
    while (items->len > 0) {
        items->len--;
        json_drop(&items->at[items->len]);
    }
    free(items->at);
}

static int items_grow(struct json_items *items)
{
    if (items->cap > JSON_MAX_ITEMS)
        return -1;
    size_t cap = items->cap + (items->cap / 2 + 4);
    struct json *p = realloc(items->at, cap * sizeof *p);
    if (p == NULL)
        return -1;
    items->at = p;
    items->cap = cap;
    return 0;
}

static int items_push(struct json_items *items, struct json *__drops item)
{
    if (items->len == items->cap && items_grow(items) != 0) {
        json_drop(item);
        return -1;
    }
    __checked(items->len < items->cap);
    items->at[items->len] = *item;
    items->len++;
    return 0;
}

static void member_drop(struct json_member *__drops m)
{
    strbuf_drop(&m->key);
    json_drop(&m->value);
}

static void members_drop(struct json_members *__drops members)
{
    while (members->len > 0) {
        members->len--;
        member_drop(&members->at[members->len]);
    }
    free(members->at);
}

static int members_grow(struct json_members *members)
{
    if (members->cap > JSON_MAX_ITEMS)
        return -1;
    size_t cap = members->cap + (members->cap / 2 + 4);
    struct json_member *p = realloc(members->at, cap * sizeof *p);
    if (p == NULL)
        return -1;
    members->at = p;
    members->cap = cap;
    return 0;
}

static int members_push(struct json_members *members, struct json_member *__drops member)
{
    if (members->len == members->cap && members_grow(members) != 0) {
        member_drop(member);
        return -1;
    }
    __checked(members->len < members->cap);
    members->at[members->len] = *member;
    members->len++;
    return 0;
}

/* ---- building ------------------------------------------------------------------------------ */

void json_init_null(struct json *__inits j)
{
    j->kind = JSON_NULL;
}

void json_init_bool(struct json *__inits j, bool boolean)
{
    j->kind = JSON_BOOL;
    j->u.boolean = boolean;
}

void json_init_number(struct json *__inits j, double number)
{
    j->kind = JSON_NUMBER;
    j->u.number = number;
}

int json_init_text(struct json *__inits __when(return == 0) j, const char *text)
{
    struct strbuf copy;
    strbuf_init(&copy);
    if (strbuf_add(&copy, text) != 0) {
        strbuf_drop(&copy);
        return -1;
    }
    json_init_text_moved(j, &copy);
    return 0;
}

void json_init_text_moved(struct json *__inits j, struct strbuf *__drops text)
{
    j->kind = JSON_TEXT;
    j->u.text = *text;
}

void json_init_array(struct json *__inits j)
{
    j->kind = JSON_ARRAY;
    j->u.items = (struct json_items){NULL, 0, 0};
}

void json_init_object(struct json *__inits j)
{
    j->kind = JSON_OBJECT;
    j->u.members = (struct json_members){NULL, 0, 0};
}

void json_drop(struct json *__drops j)
{
    switch (j->kind) {
    case JSON_TEXT: strbuf_drop(&j->u.text); break;
    case JSON_ARRAY: items_drop(&j->u.items); break;
    case JSON_OBJECT: members_drop(&j->u.members); break;
    case JSON_NULL:
    case JSON_BOOL:
    case JSON_NUMBER: break;
    }
}

int json_append(struct json *j, struct json *__drops item)
{
    if (j->kind != JSON_ARRAY) {
        json_drop(item);
        return -1;
    }
    return items_push(&j->u.items, item);
}

/* An object may have the same key twice, as JSON allows; who asks gets the last one. */
int json_set_counted(struct json *j, struct strbuf *__drops key, struct json *__drops value)
{
    struct json_member m = {*key, *value};
    if (j->kind != JSON_OBJECT) {
        member_drop(&m);
        return -1;
    }
    return members_push(&j->u.members, &m);
}

int json_set(struct json *j, const char *key, struct json *__drops value)
{
    struct strbuf copy;
    strbuf_init(&copy);
    if (strbuf_add(&copy, key) != 0) {
        strbuf_drop(&copy);
        json_drop(value);
        return -1;
    }
    return json_set_counted(j, &copy, value);
}

/* ---- looking ------------------------------------------------------------------------------- */

const struct json *_Nullable json_at(const struct json *j, size_t i)
{
    if (j->kind != JSON_ARRAY || i >= j->u.items.len)
        return NULL;
    return &j->u.items.at[i];
}

/* Which member has the key that these n bytes are: the last of those that do, or the length. */
static size_t member_of(const struct json_members *m, const char *_Nullable __counted_by(n) key,
                        size_t n)
{
    for (size_t i = m->len; i > 0; i--) {
        const struct strbuf *k = &m->at[i - 1].key;
        if (k->len == n && (n == 0 || memcmp(k->data, key, n) == 0))
            return i - 1;
    }
    return m->len;
}

static const struct json *_Nullable get_counted(const struct json *__lifetimebound j,
                                                const char *__counted_by(n) key, size_t n)
{
    if (j->kind != JSON_OBJECT)
        return NULL;
    size_t i = member_of(&j->u.members, key, n);
    return i < j->u.members.len ? &j->u.members.at[i].value : NULL;
}

const struct json *_Nullable json_get(const struct json *__lifetimebound j, const char *key)
{
    return get_counted(j, key, strlen(key));
}

size_t json_count(const struct json *j)
{
    if (j->kind == JSON_ARRAY)
        return j->u.items.len;
    return j->kind == JSON_OBJECT ? j->u.members.len : 0;
}

/* The number that n digits are; SIZE_MAX if they aren't digits or there are too many. */
static size_t index_of(const char *__counted_by(n) s, size_t n)
{
    size_t v = 0;
    if (n == 0 || n > 9)
        return SIZE_MAX;
    for (size_t i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9')
            return SIZE_MAX;
        v = v * 10 + (size_t)(s[i] - '0');
    }
    return v;
}

const struct json *_Nullable json_find(const struct json *__lifetimebound j, const char *path)
{
    const struct json *found = j;
    const char *at = path;
    while (*at != '\0') {
        size_t n = 0;
        while (at[n] != '\0' && at[n] != '.')
            n++;
        if (found->kind == JSON_ARRAY)
            found = json_at(found, index_of(at, n));
        else
            found = get_counted(found, at, n);
        if (found == NULL)
            return NULL;
        at += n;
        if (*at == '.')
            at++;
    }
    return found;
}

bool json_is_text(const struct json *j, const char *text)
{
    return j->kind == JSON_TEXT && strbuf_is(&j->u.text, text);
}

static bool texts_equal(const struct strbuf *a, const struct strbuf *b)
{
    return a->len == b->len && (a->len == 0 || memcmp(a->data, b->data, a->len) == 0);
}

static bool arrays_equal(const struct json_items *a, const struct json_items *b)
{
    if (a->len != b->len)
        return false;
    for (size_t i = 0; i < a->len; i++)
        if (!json_equals(&a->at[i], &b->at[i]))
            return false;
    return true;
}

/* In whatever order the members are. Of equal keys only the last one counts, here too. */
static bool objects_equal(const struct json_members *a, const struct json_members *b)
{
    size_t keys_of_a = 0;
    size_t keys_of_b = 0;
    for (size_t i = 0; i < a->len; i++)
        keys_of_a += member_of(a, a->at[i].key.data, a->at[i].key.len) == i;
    for (size_t i = 0; i < b->len; i++) {
        const struct strbuf *key = &b->at[i].key;
        if (member_of(b, key->data, key->len) != i)
            continue;
        size_t k = member_of(a, key->data, key->len);
        if (k >= a->len || !json_equals(&a->at[k].value, &b->at[i].value))
            return false;
        keys_of_b++;
    }
    return keys_of_a == keys_of_b;
}

bool json_equals(const struct json *a, const struct json *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case JSON_NULL: return true;
    case JSON_BOOL: return a->u.boolean == b->u.boolean;
    case JSON_NUMBER: return a->u.number == b->u.number;
    case JSON_TEXT: return texts_equal(&a->u.text, &b->u.text);
    case JSON_ARRAY: return arrays_equal(&a->u.items, &b->u.items);
    case JSON_OBJECT: return objects_equal(&a->u.members, &b->u.members);
    }
    return false;
}
