/* engine/cases_reader.h - what the two halves of reading cases share: words, types, values and
 * fields (cases_fields.c); objects, places and cases (cases_read.c).
 *
 * In: a Reader at some place of the text. Out: what stands there, and the Reader behind it. After
 * the first error it stands at the end of the text, so that every loop ends.
 *
 * Private to those two. */
#ifndef CORTEN_ENGINE_CASES_READER_H
#define CORTEN_ENGINE_CASES_READER_H

#include "engine/cases.h"

typedef struct Item {
    const char *name;
    size_t len;
    const char *rest; /* behind the name */
    bool busy, done;
} Item;
typedef VEC(Item) ItemList;

typedef struct Reader {
    const CaseReader *c;
    Arena *arena;
    const Symbol *fn;
    Summary *m;
    const char *at, *end, *text_end;
    const char *error;
    const char *file; /* that positions are in where they name none */
    ItemList objects, values, events;
    Map object_names, value_names; /* hash of the text -> number */
} Reader;

void reader_fail(Reader *r, const char *what);
void reader_skip_space(Reader *r);
bool reader_sees(Reader *r, const char *text);
bool reader_accept(Reader *r, const char *text);
void reader_expect(Reader *r, const char *text);
size_t reader_word_length(Reader *r);
i128 reader_integer(Reader *r);
uint32_t reader_word(Reader *r, const char *const *words);
const char *reader_quoted(Reader *r);
const char *reader_path(Reader *r);
/* "`take` (:7:30)", with the name of the file put in. */
const char *reader_place_text(Reader *r);
bool reader_scan_thing(Reader *r, const char **name, size_t *len);
uint32_t reader_find_name(const Map *m, const char *name, size_t len);
uint32_t reader_object_named(Reader *r, const char *name, size_t len);
uint32_t reader_value_named(Reader *r, const char *name, size_t len);
int64_t reader_addend(Reader *r);
Value reader_value(Reader *r);
Span reader_position(Reader *r);
void reader_member(Reader *r, const CaseField *f, char *at);
const CaseField *reader_field_named(FieldOwner owner, const char *word, size_t len);
void reader_fields(Reader *r, FieldOwner owner, void *record);
uint8_t reader_operator(Reader *r);

#endif
