/* mir/read_internal.h - what the two halves of the reader share: read.c has the words, types and
 * declarations, read_body.c locals, places, instructions. */
#ifndef CORTEN_MIR_READ_INTERNAL_H
#define CORTEN_MIR_READ_INTERNAL_H

#include "mir/text_internal.h"

typedef enum WordKind { WORD_END, WORD_NAME, WORD_NUMBER, WORD_TEXT, WORD_PUNCT } WordKind;
typedef struct Reader {
    Arena *arena;
    Names *names;
    Types *types;
    Unit *unit;
    MirFunction *f;
    const char *at, *end;        /* what follows the current word */
    uint32_t line;
    WordKind kind;               /* of the current word */
    const char *text;            /* its bytes; of a WORD_TEXT decoded */
    size_t len;
    const char *begin;           /* where it starts in the input */
    const char *error;           /* the first one, or NULL */
    uint32_t depth;              /* of types and operands inside others */
    Map tags;                    /* number + 1 -> Type * */
    Map symbols;                 /* Name of `f.1` -> Symbol * */
} Reader;

/* ---- words ---- */
void read_next(Reader *r);
bool read_is(const Reader *r, const char *word);
bool read_accept(Reader *r, const char *word);     /* goes on when it is that */
void read_expect(Reader *r, const char *word);
enum { READ_MAX_DEPTH = 200 };
bool read_enter(Reader *r);      /* false, after saying so, when too deep; else r->depth-- later */
void read_fail(Reader *r, const char *what);       /* remembers the first; then all words are END */
i128 read_integer(Reader *r);                      /* with sign */
uint32_t read_numbered(Reader *r, const char *prefix); /* `_3`, `bb7` */
int read_word_of(const Reader *r, const char *const *table, int count); /* -1: none */
Name read_name(Reader *r);

/* ---- types, symbols ---- */
const Type *read_type(Reader *r);
Symbol *read_symbol(Reader *r);                    /* after the @ */

/* ---- body ---- */
void read_body(Reader *r);

#endif
