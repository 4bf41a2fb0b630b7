/* syntax/lex.h - the shared lexed form of a file, for the preprocessor (and tests) only.
 *
 * A Lexed is immutable once made. Beside the tokens it holds the list of the file's directives,
 * each conditional one linked to its next sibling, so that a false group costs one jump, and the
 * name of the include guard, if the file has one. */
#ifndef CORTEN_SYNTAX_LEX_H
#define CORTEN_SYNTAX_LEX_H

#include "syntax/pp.h"

/* What a dialect changes about tokens. Files are lexed once per distinct mode. */
enum {
    LEX_TRIGRAPHS = 1,
    LEX_LINE_COMMENTS = 2,
    LEX_DIGRAPHS = 4,
    LEX_UNICODE_PREFIX = 8,    /* u"" U"" u8"" u'' U'' */
    LEX_UTF8_CHAR = 16,        /* u8'' */
    LEX_RAW_STRINGS = 32,      /* R"()" */
    LEX_DIGIT_SEPARATORS = 64, /* 1'000 */
    LEX_COLON_COLON = 128
};
unsigned lex_mode(const Dialect *d);

/* In RawToken.spare and Token.spare: what is wrong with a TOK_OTHER, or special about it. */
typedef enum LexNote {
    LEX_FINE,
    LEX_UNTERMINATED_CHAR,
    LEX_UNTERMINATED_STRING,
    LEX_UNTERMINATED_RAW,
    LEX_BAD_RAW_DELIMITER,
    LEX_HEADER /* <a.h> or "a.h" behind #include; TOK_OTHER or TOK_STRING */
} LexNote;

enum { LEX_NO_SIBLING = UINT32_MAX };
typedef struct LexDirective {
    uint32_t token; /* index of its # */
    uint32_t next;  /* index of the directive that ends the group, or LEX_NO_SIBLING */
    uint32_t known; /* id of its name when that is a known name, else 0 */
} LexDirective;

typedef struct Lexed {
    struct Lexed *other; /* the same file in another mode */
    unsigned mode;
    RawToken *tokens; /* ends with TOK_EOF, which has TOKEN_BOL */
    uint32_t count;   /* with the TOK_EOF */
    LexDirective *directives;
    uint32_t directive_count;
    Name guard;            /* all of the file is inside #ifndef guard, or NULL */
    uint32_t open_comment; /* offset of a comment that never ends, else UINT32_MAX */
} Lexed;

const Lexed *lex_file(SourceFile *f, Names *names, unsigned mode); /* thread-safe */
/* Lexes text that must outlive the result, and is NUL-terminated past len. */
Lexed *lex_text(Arena *a, Names *names, const char *text, size_t len, unsigned mode);

/* Decodes one UTF-8 character; its length, or 0 when it is none. */
unsigned lex_utf8_decode(const char *s, const char *end, uint32_t *code);
unsigned lex_utf8_encode(uint32_t code, char out[4]);
bool unicode_in_ident(uint32_t code, bool first); /* C11 annex D */

#endif
