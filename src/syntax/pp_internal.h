/* syntax/pp_internal.h - the state of one preprocessor run, and what its files do for each other.
 *
 *   pp.c            set-up, the loop, the source of tokens (contexts over frames)
 *   pp_directive.c  # lines, conditional groups     pp_define.c   #define, #undef
 *   pp_macro.c      expansion                       pp_paste.c    # and ##
 *   pp_expr.c       #if expressions                 pp_include.c  finding and entering files
 *   pp_builtin.c    __LINE__, __has_...             pp_pragma.c   #pragma, _Pragma
 *   pp_embed.c      #embed                          pp_print.c    pp_print
 *
 * Tokens come from two stacks. A *frame* is a file being read, a *context* a piece of replaced
 * text being read again. Contexts lie over frames: a macro call may begin in a context and find
 * its arguments in the file behind it. */
#ifndef CORTEN_SYNTAX_PP_INTERNAL_H
#define CORTEN_SYNTAX_PP_INTERNAL_H

#include "syntax/lex.h"

typedef struct Macro {
    Name name;
    Loc loc; /* of the name in its definition; LOC_NONE: built in */
    Token *body;
    uint32_t body_len;
    Name *params;
    uint32_t param_count; /* with __VA_ARGS__ as the last of a variadic macro */
    uint32_t builtin;     /* the known id of a macro that is computed, else 0 */
    bool function;
    bool variadic;
    bool pastes;   /* the body has ## or #, so that it can't just be copied */
    bool disabled; /* its expansion is being read: C23 6.10.5.5p2 */
    bool poisoned;
} Macro;

enum { MACRO_PAGE_BITS = 9, POOL_CLASSES = 30 };
typedef struct MacroPage {
    Macro *of[1 << MACRO_PAGE_BITS];
} MacroPage;

typedef struct Frame {
    const Lexed *lexed;
    const RawToken *cur;
    SourceFile *file;
    const char *path; /* as found by this unit; file->path may be another name for it */
    const char *dir;  /* of path, with the final slash; "" for none */
    Loc base;
    uint32_t directive; /* index of the next one */
    uint32_t cond_base; /* conditionals below are of the including files */
    int32_t chain;      /* index of the folder it was found in; -1: beside its includer */
    bool system;
} Frame;

typedef struct Cond {
    Loc at;             /* of the #if */
    uint32_t directive; /* index of the latest of #if, #elif, #else */
    bool taken;         /* one of the groups was or is read */
    Loc else_at;        /* LOC_NONE: no #else yet */
} Cond;

typedef struct TokenBuf {
    Token *data;
    uint32_t len, cap;
} TokenBuf; /* from the pool */

typedef struct Context {
    Token *cur, *end;
    TokenBuf buffer; /* returned to the pool at the end; data is NULL: borrowed */
    Macro *macro;    /* disabled while this lasts; NULL for arguments */
    bool barrier;    /* an argument: its end is an end of file for whoever reads it */
} Context;

typedef struct SavedMacro {
    Name name;
    Macro *macro;
} SavedMacro;

typedef struct IncludeDir {
    const char *path;
    bool system;
} IncludeDir; /* path ends in a slash */

typedef struct Pp {
    Arena *arena;
    Names *names;
    FileStore *files;
    DiagSink *diag;
    SourceMap *map;
    const PpOptions *opt;
    const Dialect *dialect;
    unsigned mode;        /* of the lexer */
    uint32_t gnuc, clang; /* major versions of the emulated compiler, 0: not that one */

    MacroPage **pages; /* by name id */
    uint32_t page_count;
    uint8_t keywords[KNOWN_KEYWORDS + 1]; /* by name id: the TokenKind in this dialect */
    Name name_if, name_else, name_true, name_false;

    VEC(Frame) frames;
    VEC(Cond) conds;
    VEC(Context) contexts;
    VEC(SavedMacro) pushed;    /* #pragma push_macro */
    Token *pool[POOL_CLASSES]; /* free blocks of 2^n tokens, linked through u.text */

    bool in_directive;     /* the end of the line is the end of the tokens */
    uint32_t arg_depth;    /* arguments being expanded within each other */
    uint8_t pending;       /* flags that vanished macros leave to the next token */
    Loc call_loc;          /* of the latest macro call that stands in a file */
    uint32_t counter;      /* __COUNTER__ */
    uint64_t made, budget; /* tokens made by macros; at most so many, and put out */
    uint32_t includes;
    bool stopped; /* over budget: nothing is expanded any more */
    bool failed;

    IncludeDir *dirs;
    uint32_t dir_count, angle_start;
    Map searches; /* header searches done */
    Map once;     /* SourceFile -> 1 */
    Map seen;     /* SourceFile -> 1 */

    TokenArray out;
    uint32_t out_cap;
    VEC(Pragma) pragmas;
    VEC(const char *) missing;
    VEC(SourceFile *) used;
} Pp;

/* ---- pp.c ---------------------------------------------------------------------------------- */
void pp_error(Pp *pp, Loc at, const char *fmt, ...) PRINTF_LIKE(3, 4);
void pp_error_with(Pp *pp, Loc at, Loc other, const char *label, const char *fmt, ...)
    PRINTF_LIKE(5, 6);
static inline Frame *pp_frame(Pp *pp)
{
    return &VEC_LAST(&pp->frames);
}
void pp_from_raw(const Frame *f, const RawToken *r, Token *t);
void pp_fetch(Pp *pp, Token *t);  /* the next token, not expanded; TOK_EOF at an end */
void pp_expand(Pp *pp, Token *t); /* the next token after expansion */
bool pp_peek_paren(Pp *pp);       /* does `(` come next? */
void pp_push_context(Pp *pp, Context c);
void pp_pop_context(Pp *pp);
void pp_buf_push(Pp *pp, TokenBuf *b, Token t);
void pp_buf_free(Pp *pp, TokenBuf *b);
Token pp_text_token(Pp *pp, TokenKind kind, const char *text, size_t len, const Token *at);
Token pp_number_token(Pp *pp, uint64_t v, const Token *at);
static inline Macro *pp_macro(const Pp *pp, Name n)
{
    uint32_t page = n->id >> MACRO_PAGE_BITS;
    if (page >= pp->page_count || !pp->pages[page])
        return NULL;
    return pp->pages[page]->of[n->id & ((1u << MACRO_PAGE_BITS) - 1)];
}
void pp_set_macro(Pp *pp, Name n, Macro *m); /* NULL: undefined */
static inline bool pp_defined(const Pp *pp, Name n)
{
    const Macro *m = pp_macro(pp, n);
    return m && !m->poisoned;
}

/* ---- the others ------------------------------------------------------------------------------ */
void pp_directive(Pp *pp);
void pp_end_line(Pp *pp); /* to the end of the directive's line */
void pp_file_end_conds(Pp *pp);
void pp_define(Pp *pp);
void pp_undef(Pp *pp);
bool pp_enter_macro(Pp *pp, Macro *m, Token *name); /* false: *name stands for itself */
void pp_paste(Pp *pp, Token *left, const Token *right, const Macro *m);
Token pp_stringify(Pp *pp, const Token *t, uint32_t count, const Token *at);
bool pp_condition(Pp *pp, Loc at); /* the rest of the line as an #if expression */
int64_t pp_value(Pp *pp, Loc at, bool *ok, const Token *t, uint32_t count);
void pp_setup_dirs(Pp *pp);
void pp_include(Pp *pp, uint32_t known, Loc at);
bool pp_include_named(Pp *pp, const char *name, Loc at);
bool pp_enter_file(Pp *pp, SourceFile *f, const char *path, Loc at, int32_t chain, bool system);
bool pp_has_header(Pp *pp, const char *name, bool angled, bool next);
SourceFile *pp_find_embed(Pp *pp, const char *name, bool angled, const char **path);
void pp_builtin_setup(Pp *pp);
void pp_builtin(Pp *pp, const Macro *m, Token *t); /* replaces the name by its value */
bool pp_header_operand(Pp *pp, const Token *at, const char **name, bool *angled);
void pp_pragma(Pp *pp, Loc at, const Token *t, uint32_t count);
void pp_pragma_line(Pp *pp, Loc at);
bool pp_pragma_operator(Pp *pp, Token *t);
void pp_embed(Pp *pp, Loc at);
int pp_has_embed(Pp *pp, const Token *at);
bool pp_attribute_known(const Pp *pp, const char *scope, const char *name, uint32_t known,
                        long *value);
bool pp_builtin_known(const Pp *pp, Name name);
bool pp_feature_known(const Pp *pp, const char *name, bool extension);

#endif
