/* syntax/token.h - tokens as the parser sees them, and the shared lexed form of a file.
 *
 * A file is lexed once per run into RawTokens, whose positions are byte offsets, so that every
 * translation unit can share them. The preprocessor turns them into Tokens with Locs. */
#ifndef CORTEN_SYNTAX_TOKEN_H
#define CORTEN_SYNTAX_TOKEN_H

#include "source/source.h"

typedef enum TokenKind {
    TOK_EOF,
    TOK_IDENT,        /* also keywords while preprocessing; name */
    TOK_NUMBER,       /* a pp-number; text, len */
    TOK_CHAR,         /* with prefix and quotes as spelled; text, len */
    TOK_STRING,       /* with prefix and quotes as spelled; adjacent ones are not yet joined */
    TOK_OTHER,        /* a stray character */
    TOK_EMBED,        /* data of #embed: text, len are the bytes themselves, comma-separated ints */
    TOK_PLACEMARKER,  /* inside the preprocessor only */
#define PUNCT(e, s) TOK_##e,
#include "syntax/tokens.def"
    TOK_KEYWORD_FIRST,
    /* keywords: one enumerator per distinct name; see keyword table in token.c */
    TOK_KW_AUTO = TOK_KEYWORD_FIRST,
    TOK_KW_BREAK, TOK_KW_CASE, TOK_KW_CHAR, TOK_KW_CONST, TOK_KW_CONTINUE, TOK_KW_DEFAULT,
    TOK_KW_DO, TOK_KW_DOUBLE, TOK_KW_ELSE, TOK_KW_ENUM, TOK_KW_EXTERN, TOK_KW_FLOAT, TOK_KW_FOR,
    TOK_KW_GOTO, TOK_KW_IF, TOK_KW_INLINE, TOK_KW_INT, TOK_KW_LONG, TOK_KW_REGISTER,
    TOK_KW_RESTRICT, TOK_KW_RETURN, TOK_KW_SHORT, TOK_KW_SIGNED, TOK_KW_SIZEOF, TOK_KW_STATIC,
    TOK_KW_STRUCT, TOK_KW_SWITCH, TOK_KW_TYPEDEF, TOK_KW_UNION, TOK_KW_UNSIGNED, TOK_KW_VOID,
    TOK_KW_VOLATILE, TOK_KW_WHILE, TOK_KW_ALIGNAS, TOK_KW_ALIGNOF, TOK_KW_ALIGNOF_GNU,
    TOK_KW_ATOMIC, TOK_KW_BITINT, TOK_KW_BOOL, TOK_KW_COMPLEX, TOK_KW_IMAGINARY,
    TOK_KW_CONSTEXPR, TOK_KW_FALSE, TOK_KW_TRUE, TOK_KW_NULLPTR, TOK_KW_GENERIC, TOK_KW_NORETURN,
    TOK_KW_STATIC_ASSERT, TOK_KW_THREAD_LOCAL, TOK_KW_TYPEOF, TOK_KW_TYPEOF_UNQUAL, TOK_KW_ASM,
    TOK_KW_ATTRIBUTE, TOK_KW_AUTO_TYPE, TOK_KW_EXTENSION, TOK_KW_LABEL, TOK_KW_REAL, TOK_KW_IMAG,
    TOK_KW_INT128, TOK_KW_FLOAT16, TOK_KW_FLOAT32, TOK_KW_FLOAT64, TOK_KW_FLOAT128,
    TOK_KW_FLOAT32X, TOK_KW_FLOAT64X, TOK_KW_FLOAT80, TOK_KW_BF16, TOK_KW_DECIMAL32,
    TOK_KW_DECIMAL64, TOK_KW_DECIMAL128, TOK_KW_NULLABLE, TOK_KW_NONNULL,
    TOK_KW_NULL_UNSPECIFIED, TOK_KW_VA_ARG, TOK_KW_OFFSETOF, TOK_KW_CHOOSE_EXPR,
    TOK_KW_TYPES_COMPATIBLE, TOK_KW_CONVERTVECTOR, TOK_KW_BIT_CAST,
    TOK_COUNT
} TokenKind;

enum {
    TOKEN_BOL = 1,        /* first on its line */
    TOKEN_SPACE = 2,      /* preceded by white space */
    TOKEN_NO_EXPAND = 4,  /* painted blue: a macro name met inside its own expansion */
    TOKEN_DIGRAPH = 16,   /* spelled <: :> <% %> %: or %:%: */
    /* text was cleaned of line splices or trigraphs: does not equal the bytes */
    TOKEN_SPLICED = 8
};

typedef struct Token {
    uint8_t kind;         /* TokenKind; below 256 by assertion in token.c */
    uint8_t flags;
    uint16_t spare;
    Loc loc;
    uint32_t len;         /* bytes of text */
    union {
        Name name;        /* TOK_IDENT and keywords */
        /* TOK_NUMBER, TOK_CHAR, TOK_STRING, TOK_OTHER, TOK_EMBED; not NUL-terminated */
        const char *text;
    } u;
} Token;

typedef struct RawToken {
    uint32_t offset;      /* of its first byte in the file */
    uint32_t len;         /* in the file, splices included */
    uint8_t kind, flags;
    uint16_t spare;
    union { Name name; const char *text; } u;
} RawToken;

typedef struct TokenArray { Token *data; uint32_t len; } TokenArray;

const char *token_kind_spelling(TokenKind k);                 /* "->", "while", "identifier" */
void token_spell(Text *out, const Token *t);

/* Ids of the known names: those of the keywords are 1 .. KNOWN_KEYWORDS in the order of
 * tokens.def, then the names of known_names.def: name->id == KNOWN_define. */
typedef enum KnownName {
    KNOWN_KEYWORDS = 0
#define KEYWORD(e, s, d) +1
#include "syntax/tokens.def"
    ,
#define KNOWN(n) KNOWN_##n,
#define KNOWN_AS(n, s) KNOWN_##n,
#include "syntax/known_names.def"
    KNOWN_END /* one past the last */
} KnownName;

/* The names a session's table must know from the start: all keyword spellings, directive names
 * and so on. names_new(arena, syntax_known_names(), syntax_known_name_count()). */
const char *const *syntax_known_names(void);
uint32_t syntax_known_name_count(void);

#endif
