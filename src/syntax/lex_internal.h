/* syntax/lex_internal.h - between lex.c (bytes to tokens) and lex_file.c (what goes around it). */
#ifndef CORTEN_SYNTAX_LEX_INTERNAL_H
#define CORTEN_SYNTAX_LEX_INTERNAL_H

#include "syntax/lex.h"

typedef enum LexClass {
    CLASS_HIGH, /* 0x80 to 0xFF */
    CLASS_NUL,
    CLASS_BLANK,
    CLASS_NEWLINE,
    CLASS_LETTER,
    CLASS_DIGIT,
    CLASS_QUOTE,
    CLASS_APOSTROPHE,
    CLASS_SINGLE, /* a punctuator on its own, whatever follows */
    CLASS_BACKSLASH,
    CLASS_STRAY,
    CLASS_DOT, /* from here on: may continue a punctuator (ORDER lex_punct) */
    CLASS_SLASH,
    CLASS_HASH,
    CLASS_PUNCT
} LexClass;

extern const uint8_t lex_class[256];
#define LEX_CLASS(c) ((LexClass)lex_class[(unsigned char)(c)])
#define LEX_IS_WORD(c) (LEX_CLASS(c) == CLASS_LETTER || LEX_CLASS(c) == CLASS_DIGIT)

enum { LEX_CACHE_BITS = 12 };

typedef struct Lexer {
    const char *begin, *end; /* the text, NUL-terminated at end */
    Arena *arena;
    Names *names;
    unsigned mode;
    uint8_t flags; /* of the next token */
    RawToken *tokens;
    uint32_t count, cap;
    VEC(LexDirective) directives;
    uint32_t open_comment;
    Text scratch; /* clean text of one token */
    Name *cache;  /* 1 << LEX_CACHE_BITS, or NULL for short texts */
} Lexer;

void lex_run(Lexer *lx);
uint32_t lex_text_len(const RawToken *t); /* of u.text, where tokens have text */

#endif
