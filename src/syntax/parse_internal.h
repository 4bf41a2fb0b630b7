/* syntax/parse_internal.h - what the files of the parser share: its state and its grammar rules.
 *
 * What comes in: the flat token array of a preprocessed unit. What goes out: nodes of ast.h.
 *
 * The one idea: recursive descent without backtracking. C is LL(2) as soon as one knows which
 * identifiers are typedef names, so the parser keeps a byte for each name (by the name's dense
 * id) that says what the innermost visible declaration made of it, and an undo log that is
 * rolled back when a scope ends:
 *
 *     typedef int T;            T is a type                 log:
 *     void f(void) {
 *         T T = 1;              T is ordinary from here on  log: (T, was type)
 *         T * 2;                a product
 *     }                         T is a type again           log:
 *
 * Errors: parse_error() reports once and sets `panic`; while it is set nothing else is reported
 * and each rule returns what it has. Whoever knows a good place to go on (the statement and the
 * declaration loops, the header of an `if`) skips to it and clears `panic`. */
#ifndef CORTEN_SYNTAX_PARSE_INTERNAL_H
#define CORTEN_SYNTAX_PARSE_INTERNAL_H

#include "syntax/ast.h"

#define PARSE_DEPTH_MAX 1000u /* nested brackets, blocks, declarators and prefix operators */
#define PARSE_ERRORS_MAX 100u /* of one unit; then it is given up */

enum { /* Parser.bind: what a name means */
    BIND_NONE = 0, BIND_TYPEDEF = 1, BIND_ORDINARY = 2, BIND_MEANING = 3,
    BIND_STRUCT = 4, BIND_UNION = 8, BIND_ENUM = 16, /* was seen as a tag; for messages only */
    BIND_UNKNOWN = 32 /* was reported as an unknown type */
};

typedef struct BindUndo { uint32_t id; uint8_t old; } BindUndo;
typedef struct PackEntry { Name name; uint32_t value; } PackEntry; /* #pragma pack(push, name) */
typedef VEC(Expr *) ExprVec;
typedef VEC(InitItem) ItemVec;

typedef struct Parser {
    Arena *arena;                 /* of the tree; `keep` while something that stays is read */
    Arena *keep;                  /* the unit's: attributes, asm, initialisers of globals */
    Names *names;
    DiagSink *diag;
    const SourceMap *map;
    const Dialect *dialect;
    const PpResult *pp;
    Token *first, *tok, *last;    /* the array; the current token; its TOK_EOF */

    uint32_t errors;              /* reported so far */
    uint32_t silent;              /* >0: errors set panic but are not reported */
    bool panic;                   /* an error was met and nobody has recovered yet */
    bool fatal;                   /* nothing more is reported; tok stands at the end */
    bool lost_semi;               /* the specifiers just parsed lack a `;` behind their struct */
    uint32_t depth;               /* of nesting, bounded by PARSE_DEPTH_MAX */
    uint32_t in_function;         /* >0: inside a function's body */
    uint32_t in_attr;             /* >0: inside an attribute's arguments */

    uint8_t *bind;                /* by Ident.id: BIND_ bits */
    uint32_t bind_cap;
    uint32_t scope_depth;         /* 0: file scope, where nothing needs undoing */
    VEC(BindUndo) undo;
    VEC(Name) typedefs;           /* all ever declared, for "did you mean" */

    uint32_t next_pragma;         /* first of pp->pragmas that has not been looked at */
    uint32_t pack;                /* bytes, 0: none */
    VEC(PackEntry) pack_stack;

    ExprVec exprs;                /* stacks that gather lists before their size is known */
    ItemVec items;
    Map attr_names;               /* Name -> Name without underscores */
    Name name_func, name_function, name_pretty; /* __func__ and its kin */
    Name name_seg_fs, name_seg_gs, name_has_attribute;
} Parser;

/* ---- tokens (parse.c) -------------------------------------------------------------------- */
static inline bool parse_at(const Parser *p, TokenKind k) { return p->tok->kind == k; }
static inline const Token *parse_peek(const Parser *p) /* the token after the current one */
{
    return p->tok == p->last ? p->last : p->tok + 1;
}
static inline Token *parse_next(Parser *p) /* consumes and returns; TOK_EOF stays */
{
    Token *t = p->tok;
    if (t != p->last)
        p->tok++;
    return t;
}
static inline bool parse_take(Parser *p, TokenKind k)
{
    if (p->tok->kind != k)
        return false;
    parse_next(p);
    return true;
}
static inline Loc parse_prev_loc(const Parser *p) /* of the last consumed token */
{
    return p->tok == p->first ? p->tok->loc : p->tok[-1].loc;
}
static inline uint8_t parse_binding(const Parser *p, Name n)
{
    return n->id < p->bind_cap ? p->bind[n->id] : BIND_NONE;
}
static inline bool parse_is_typedef(const Parser *p, const Token *t)
{
    return t->kind == TOK_IDENT && (parse_binding(p, t->u.name) & BIND_MEANING) == BIND_TYPEDEF;
}
static inline bool parse_has_name(const Token *t) /* an identifier, or a keyword spelled like one */
{
    return t->kind == TOK_IDENT || t->kind >= TOK_KEYWORD_FIRST;
}

/* ---- errors and recovery (parse.c) ------------------------------------------------------- */
void parse_error(Parser *p, Span at, const char *fmt, ...) PRINTF_LIKE(3, 4);
void parse_error_here(Parser *p, const char *fmt, ...) PRINTF_LIKE(2, 3); /* at the current token */
/* "expected ';' after expression", at the end of the last token. False when k isn't there. */
bool parse_expect(Parser *p, TokenKind k, const char *after);
/* The closing bracket that belongs to `opener`. */
bool parse_expect_close(Parser *p, TokenKind k, const Token *opener);
Name parse_expect_ident(Parser *p, const char *what); /* NULL after an error */
/* The current token as messages quote it: `foo`, `+`, "end of file". */
const char *parse_describe(Parser *p, const Token *t);
void parse_unknown_type(Parser *p, const Token *t); /* reports; does not set panic; a misspelt
                                                     * keyword becomes one */
/* Skips to behind the `;` or before the `}` that ends what is broken, and clears panic. */
void parse_sync(Parser *p);
/* Skips to the bracket that closes `opener` and stands on it, and clears panic. False when the
 * code does not look as if it were there. */
bool parse_sync_close(Parser *p, const Token *opener);
bool parse_enter(Parser *p); /* one level of nesting deeper; false: too deep, parsing ends */
static inline void parse_leave(Parser *p) { p->depth--; }

/* ---- what was meant (parse_hint.c) ------------------------------------------------------- */
/* Edit distance with swaps of neighbours, at most 2 (3 means "more"). */
unsigned parse_name_distance(const char *a, uint32_t a_len, const char *b, uint32_t b_len);
/* A keyword of declarations nearer than *distance, or TOK_EOF. */
TokenKind parse_near_keyword(Name name, unsigned *distance);
/* At a name that begins a statement: a misspelt `return` or the like is reported and mended. */
bool parse_mend_statement(Parser *p);
/* At the `{` behind `name(...)`, the name being `first`: reports a misspelt `while` or the like. */
bool parse_block_after_call(Parser *p, const Token *first);
void parse_stray(Parser *p); /* reports the TOK_OTHER at hand */
/* For an opening brace that nothing closes: where, by the indentation, that may have begun. */
const Token *parse_unclosed_brace(Parser *p, const Token *opener);

/* ---- scopes (parse.c) -------------------------------------------------------------------- */
uint32_t parse_scope_push(Parser *p); /* returns the mark to hand to parse_scope_pop */
void parse_scope_pop(Parser *p, uint32_t mark);
void parse_declare(Parser *p, Name n, uint8_t meaning); /* NULL: nothing */
void parse_note_tag(Parser *p, Name n, TagKind kind);
uint32_t parse_pack_at(Parser *p, const Token *t); /* #pragma pack in force at t */

/* ---- grammar ----------------------------------------------------------------------------- */
/* parse_decl.c, parse_struct.c */
typedef enum DeclaratorMode {
    DECLARATOR_NAMED, DECLARATOR_ABSTRACT, DECLARATOR_EITHER
} DeclaratorMode;
typedef enum SpecsMode { SPECS_PLAIN, SPECS_MEMBER, SPECS_PARAM, SPECS_TYPE_NAME } SpecsMode;
bool parse_starts_decl(const Parser *p, const Token *t);  /* a specifier or a typedef name */
Specs *parse_specs(Parser *p, SpecsMode mode);
void parse_specs_unknown(Parser *p, Specs *s); /* the type is unknown; no more errors about it */
TagSpec *parse_tag(Parser *p, SpecsMode mode);
Declarator *parse_declarator(Parser *p, DeclaratorMode mode);
void parse_declarator_tail(Parser *p, Declarator *d);     /* asm label and attributes */
TypeName *parse_type_name(Parser *p);
Decl *parse_decl(Parser *p, Attr *attrs, bool external);  /* one declaration or definition */
Decl *parse_static_assert(Parser *p);
Expr *parse_initializer(Parser *p);                       /* expression or { ... } */
Expr *parse_init_list(Parser *p);                         /* at the { */
void parse_params(Parser *p, DeclaratorPart *part);       /* behind the ( */
/* parse_attr.c */
bool parse_at_bracket_attr(const Parser *p);              /* [[ */
Attr *parse_attrs(Parser *p);                             /* any number of either form, or NULL */
Attr *parse_gnu_attrs(Parser *p);                         /* __attribute__ only */
Attr *parse_bracket_attrs(Parser *p);                     /* [[ ]] only */
void parse_attr_append(Attr **list, Attr *more);
const Token *parse_skip_attrs(const Parser *p, const Token *t); /* looks past them, eats nothing */
/* parse_expr.c, parse_primary.c */
Expr *parse_expr(Parser *p);                              /* with commas */
Expr *parse_assign(Parser *p);
Expr *parse_cond(Parser *p);
Expr *parse_cast(Parser *p);
Expr *parse_primary(Parser *p);
Expr *parse_postfix(Parser *p, Expr *e);
bool parse_at_type(const Parser *p);                      /* the current token starts a type name */
void parse_args(Parser *p, const Token *lparen, bool types_too, Expr ***args, uint32_t *count);
Expr *parse_expr_new(Parser *p, ExprKind k, Loc begin);
/* parse_stmt.c */
Stmt *parse_compound(Parser *p, bool own_scope);          /* at the { */
Expr *parse_asm_string(Parser *p);
/* literal.c */
Expr *literal_number(Parser *p, const Token *t);
Expr *literal_char(Parser *p, const Token *t);
Expr *literal_string(Parser *p);                          /* consumes all adjacent ones */

#endif
