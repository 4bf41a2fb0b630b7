/* contract/contract.c - reads contracts off declarations.
 *
 *     char *__own _Nullable strdup(const char *s);
 *         result: own, nullable          params[0]: nothing said (a borrow, by being modelled)
 *
 * GCC's and Clang's attributes that say the same are read as the same facts. A __when(cond)
 * qualifies the annotation written before it; attribute lists keep the order of writing. */
#include "contract/contract.h"

static bool token_int(const Token *t, int64_t *v)
{
    if (t->kind == TOK_NUMBER) {
        int64_t n = 0;
        for (uint32_t i = 0; i < t->len && t->u.text[i] >= '0' && t->u.text[i] <= '9'; i++)
            n = n * 10 + (t->u.text[i] - '0');
        *v = n;
        return true;
    }
    if (t->kind == TOK_IDENT && strcmp(t->u.name->text, "NULL") == 0) {
        *v = 0;
        return true;
    }
    if (t->kind == TOK_IDENT && strcmp(t->u.name->text, "EOF") == 0) {
        *v = -1;
        return true;
    }
    return false;
}

static bool when_op(uint8_t kind, WhenOp *op)
{
    switch (kind) {
    case TOK_EQ_EQ: *op = WHEN_EQ; return true;
    case TOK_BANG_EQ: *op = WHEN_NE; return true;
    case TOK_LESS: *op = WHEN_LT; return true;
    case TOK_LESS_EQ: *op = WHEN_LE; return true;
    case TOK_GREATER: *op = WHEN_GT; return true;
    case TOK_GREATER_EQ: *op = WHEN_GE; return true;
    }
    return false;
}

/* A constant as the preprocessor leaves it: -1, (-1), ((void *)0). */
static bool tokens_int(const Token *t, uint32_t n, int64_t *v)
{
    while (n >= 3 && t[0].kind == TOK_LPAREN && t[n - 1].kind == TOK_RPAREN)
        t++, n -= 2;
    if (n > 4 && t[0].kind == TOK_LPAREN && t[1].kind == TOK_KW_VOID && t[2].kind == TOK_STAR &&
        t[3].kind == TOK_RPAREN)
        t += 4, n -= 4;
    bool minus = n == 2 && t[0].kind == TOK_MINUS;
    if ((n != 1 && !minus) || !token_int(&t[n - 1], v))
        return false;
    *v = minus ? -*v : *v;
    return true;
}

/* `return OP constant`, `return`, `!return`; everything else is "not understood". */
static When read_when(const Attr *a)
{
    When w = {WHEN_ALWAYS, 0, false};
    const Token *t = a->tokens;
    uint32_t n = a->token_count;
    if (n == 1 && t[0].kind == TOK_KW_RETURN)
        return (When){WHEN_NE, 0, true};
    if (n == 2 && t[0].kind == TOK_BANG && t[1].kind == TOK_KW_RETURN)
        return (When){WHEN_EQ, 0, true};
    if (n < 3 || t[0].kind != TOK_KW_RETURN || !when_op(t[1].kind, &w.op))
        return w;
    w.understood = tokens_int(t + 2, n - 2, &w.value);
    return w;
}

int contract_when(const When *w, bool known, int64_t r)
{
    if (w->op == WHEN_ALWAYS && w->understood)
        return 1;
    if (!w->understood || !known)
        return -1;
    switch (w->op) {
    case WHEN_ALWAYS: return 1;
    case WHEN_EQ: return r == w->value;
    case WHEN_NE: return r != w->value;
    case WHEN_LT: return r < w->value;
    case WHEN_LE: return r <= w->value;
    case WHEN_GT: return r > w->value;
    case WHEN_GE: return r >= w->value;
    }
    return -1;
}

static Name ident_arg(const Attr *a, uint32_t i);

/* The family of malloc has no name of its own: own_by(free) is own, and so are malloc(realloc, 1)
 * and malloc(__builtin_free). */
static Name family_arg(const Attr *a)
{
    Name f = ident_arg(a, 0);
    if (!f)
        return NULL;
    const char *name = strncmp(f->text, "__builtin_", 10) == 0 ? f->text + 10 : f->text;
    return strcmp(name, "free") != 0 && strcmp(name, "realloc") != 0 ? f : NULL;
}

static Name ident_arg(const Attr *a, uint32_t i)
{
    if (i < a->arg_count && a->args[i] && a->args[i]->kind == EXPR_IDENT)
        return a->args[i]->u.ident.name;
    if (i == 0 && a->token_count && a->tokens[0].kind == TOK_IDENT)
        return a->tokens[0].u.name;
    return NULL;
}

/* The value in own_by(f, -1): the tokens after the first comma. */
static void read_none(const Attr *a, Level *l)
{
    for (uint32_t i = 0; i + 1 < a->token_count; i++) {
        if (a->tokens[i].kind != TOK_COMMA)
            continue;
        bool minus = a->tokens[i + 1].kind == TOK_MINUS;
        if (i + 1 + minus < a->token_count && token_int(&a->tokens[i + 1 + minus], &l->none)) {
            l->none = minus ? -l->none : l->none;
            l->has_none = true;
        }
        return;
    }
}

static void read_attrs(const Attr *list, Level *l)
{
    const When always = {WHEN_ALWAYS, 0, true};
    When *last = NULL;
    for (const Attr *a = list; a; a = a->next) {
        switch (a->known) {
        case ATTR_CORTEN_OWN:
            l->own = true;
            l->own_when = always;
            last = &l->own_when;
            break;
        case ATTR_CORTEN_OWN_BY:
            l->own = true;
            l->family = family_arg(a);
            l->own_when = always;
            read_none(a, l);
            last = &l->own_when;
            break;
        case ATTR_CORTEN_INITS:
            l->inits = true;
            l->inits_when = always;
            last = &l->inits_when;
            break;
        case ATTR_CORTEN_DROPS:
            l->drops = true;
            last = NULL;
            break;
        case ATTR_CORTEN_NOESCAPE:
            l->noescape = true;
            last = NULL;
            break;
        case ATTR_CORTEN_CAPTURED_BY:
            l->captured = true;
            last = NULL;
            break;
        case ATTR_CORTEN_LIFETIMEBOUND:
        case ATTR_LIFETIMEBOUND:
            l->lifetimebound = true;
            l->lifetime_when = always;
            last = &l->lifetime_when;
            break;
        case ATTR_CORTEN_STATIC:
            l->is_static = true;
            last = NULL;
            break;
        case ATTR_CORTEN_NOINVALIDATE:
            l->noinvalidate = true;
            last = NULL;
            break;
        case ATTR_CORTEN_NULL_TERMINATED:
            l->null_terminated = true;
            last = NULL;
            break;
        case ATTR_CORTEN_OUTSIDE:
            l->outside = true;
            last = NULL;
            break;
        case ATTR_CORTEN_RETURNED:
            l->returned = true;
            last = NULL;
            break;
        case ATTR_CORTEN_WHEN:
            if (last)
                *last = read_when(a);
            break;
        }
    }
}

Level contract_level(const Type *t, const Attr *decl_attrs)
{
    Level l = {.own_if_null = -1};
    l.null_when = (When){WHEN_ALWAYS, 0, true};
    if (t) {
        read_attrs(t->notes, &l);
        l.null_unspecified = (t->quals & QUAL_NULL_UNSPECIFIED) != 0;
        l.nullable = (t->quals & QUAL_NULLABLE) != 0;
        l.nonnull = (t->quals & QUAL_NONNULL) != 0;
    }
    read_attrs(decl_attrs, &l);
    return l;
}

static bool level_says_something(const Level *l)
{
    return l->own || l->nullable || l->nonnull || l->null_unspecified || l->inits || l->drops ||
           l->noescape || l->captured || l->lifetimebound || l->is_static || l->outside ||
           l->noinvalidate || l->returned;
}

/* char *__own __when(resolved == NULL) realpath(..., char *resolved): a condition over a parameter
 * of the function, which only what a result owns can have. */
static void read_own_if_null(const Attr *list, FunctionContract *c)
{
    for (const Attr *a = list; a; a = a->next) {
        int64_t zero;
        if (a->known != ATTR_CORTEN_WHEN || a->token_count != 3 || a->tokens[0].kind != TOK_IDENT ||
            a->tokens[1].kind != TOK_EQ_EQ || !token_int(&a->tokens[2], &zero) || zero != 0)
            continue;
        for (uint32_t i = 0; i < c->param_count; i++)
            if (c->types[i].name == a->tokens[0].u.name && c->result.own) {
                c->result.own = false;
                c->result.own_if_null = (int)i;
            }
    }
}

static int parameter_named(const FunctionContract *c, Name name)
{
    for (uint32_t i = 0; i < c->param_count; i++)
        if (c->types[i].name && c->types[i].name == name)
            return (int)i;
    return -1;
}

/* n, 16, size * count, n + 1: numbers made of parameters by these operators; others are not
 * read. */
static Extent read_extent(const Attr *a, const FunctionContract *c)
{
    Extent e = {.a = -1, .b = -1, .elements = a->known == ATTR_CORTEN_COUNTED_BY};
    const Token *t = a->tokens;
    uint32_t n = a->token_count, i = 0;
    if (n == 1 && token_int(&t[0], &e.add)) {
        e.known = true;
        return e;
    }
    if (n == 0 || t[0].kind != TOK_IDENT || (e.a = parameter_named(c, t[0].u.name)) < 0)
        return e;
    i = 1;
    if (i + 1 < n && t[i].kind == TOK_STAR && t[i + 1].kind == TOK_IDENT) {
        e.b = parameter_named(c, t[i + 1].u.name);
        i += 2;
        if (e.b < 0)
            return e;
    }
    if (i + 1 < n && (t[i].kind == TOK_PLUS || t[i].kind == TOK_MINUS) &&
        token_int(&t[i + 1], &e.add)) {
        e.add = t[i].kind == TOK_MINUS ? -e.add : e.add;
        i += 2;
    }
    e.known = i == n;
    return e;
}

static void read_extents(FunctionContract *c)
{
    for (uint32_t i = 0; i < c->param_count; i++) {
        const Attr *lists[] = {c->types[i].type->notes, c->types[i].attrs};
        for (uint32_t k = 0; k < COUNT_OF(lists); k++)
            for (const Attr *a = lists[k]; a; a = a->next)
                if (a->known == ATTR_CORTEN_SIZED_BY || a->known == ATTR_CORTEN_COUNTED_BY)
                    c->params[i].extent = read_extent(a, c);
    }
}

/* alloc_size(1), alloc_size(1, 2): parameter numbers from 1. */
static void read_alloc_size(const Attr *a, FunctionContract *c)
{
    Extent e = {.a = -1, .b = -1};
    i128 v;
    if (attr_int(a, 0, &v) && v >= 1 && v <= (i128)c->param_count)
        e.a = (int)v - 1;
    if (attr_int(a, 1, &v) && v >= 1 && v <= (i128)c->param_count)
        e.b = (int)v - 1;
    e.known = e.a >= 0 && (a->arg_count < 2 || e.b >= 0);
    c->result.extent = e;
}

/* nonnull, nonnull(1, 3): parameter numbers from 1. */
static void read_nonnull(const Attr *a, FunctionContract *c)
{
    for (uint32_t i = 0; i < c->param_count; i++) {
        bool named = a->arg_count == 0;
        for (uint32_t k = 0; k < a->arg_count; k++) {
            i128 v;
            named |= sema_const_int(a->args[k], &v) && v == (i128)i + 1;
        }
        if (named && c->types[i].type->kind == TYPE_POINTER)
            c->params[i].nonnull = true;
    }
}

/* malloc(g, n) somewhere names this function g: argument n is released here. One that is said to
 * release what several families make (freopen) is said to be of none. */
static void read_deallocator(const Attr *list, const Attr *a, FunctionContract *c)
{
    i128 n = 1;
    (void)attr_int(a, 1, &n);
    if (n < 1 || n > (i128)c->param_count || c->types[n - 1].type->kind != TYPE_POINTER)
        return;
    for (const Attr *o = list; o; o = o->next)
        if (o->known == ATTR_DEALLOCATOR && family_arg(o) != family_arg(a))
            return;
    Level *l = &c->params[n - 1];
    if (l->own)
        return;
    l->own = c->known = true;
    l->family = family_arg(a);
    l->own_when = (When){WHEN_ALWAYS, 0, true};
}

/* f, a, b[n] */
static void read_calls(Arena *arena, const Attr *a, FunctionContract *c)
{
    const Token *t = a->tokens, *end = t + a->token_count;
    Calls calls = {.later = a->known == ATTR_CORTEN_CALLS_LATER};
    if (t == end || t->kind != TOK_IDENT || (calls.function = parameter_named(c, t->u.name)) < 0)
        return;
    for (t++; end - t >= 2 && t[0].kind == TOK_COMMA && t[1].kind == TOK_IDENT &&
              calls.count < MOST_CALL_ARGS;) {
        CallsArgument arg = {.param = parameter_named(c, t[1].u.name), .piece = -1};
        t += 2;
        if (end - t >= 3 && t[0].kind == TOK_LBRACKET && t[1].kind == TOK_IDENT) {
            arg.piece = parameter_named(c, t[1].u.name);
            t += 3;
        }
        calls.args[calls.count++] = arg;
    }
    VEC_PUSH(arena, &c->calls, calls);
}

/* malloc(f, n) says the result is released by f; of several the first names the family. Plain
 * `malloc` speaks of aliases only, not of who releases. */
static void read_function_attrs(Arena *arena, const Attr *list, FunctionContract *c)
{
    for (const Attr *a = list; a; a = a->next) {
        switch (a->known) {
        case ATTR_NORETURN: c->noreturn = true; break;
        case ATTR_RETURNS_TWICE: c->returns_twice = true; break;
        case ATTR_WARN_UNUSED_RESULT: c->must_check = true; break;
        case ATTR_NONNULL: read_nonnull(a, c); break;
        case ATTR_FORMAT: {
            Name archetype = ident_arg(a, 0);
            c->reads_variadic |= archetype && strstr(archetype->text, "scanf") == NULL;
            i128 format = 0, first = 0;
            if (archetype && strstr(archetype->text, "printf") && attr_int(a, 1, &format) &&
                attr_int(a, 2, &first) && format > 0 && first > 0)
                c->format = (uint32_t)format, c->formatted = (uint32_t)first;
            break;
        }
        case ATTR_RETURNS_NONNULL: c->result.nonnull = true; break;
        case ATTR_MALLOC:
            if (ident_arg(a, 0) && !c->result.own) {
                c->result.own = c->known = true;
                c->result.family = family_arg(a);
                c->result.own_when = (When){WHEN_ALWAYS, 0, true};
                c->result.nullable = true;
            }
            break;
        case ATTR_ALLOC_SIZE: read_alloc_size(a, c); break;
        case ATTR_DEALLOCATOR: read_deallocator(list, a, c); break;
        case ATTR_CORTEN_CALLS:
        case ATTR_CORTEN_CALLS_LATER: read_calls(arena, a, c); break;
        case ATTR_CORTEN_BUILTIN:
            if (a->arg_count && a->args[0]->kind == EXPR_STRING)
                c->builtin =
                    arena_strndup(arena, a->args[0]->u.string.bytes, a->args[0]->u.string.count);
            c->known = true;
            break;
        }
    }
}

FunctionContract contract_of_function(Arena *arena, const Symbol *fn)
{
    FunctionContract c = {0};
    const Type *t = fn->type;
    if (t->kind == TYPE_POINTER)
        t = t->elem;
    if (t->kind != TYPE_FUNCTION)
        return c;
    c.param_count = t->u.fn.count;
    c.types = t->u.fn.params;
    c.result_type = t->elem;
    c.variadic = t->u.fn.variadic || !t->u.fn.has_proto;
    c.params = ARENA_ARRAY(arena, Level, c.param_count + 1);
    c.noreturn = fn->noreturn;
    c.result = contract_level(t->elem, fn->attrs);
    c.known = level_says_something(&c.result);
    for (uint32_t i = 0; i < c.param_count; i++) {
        c.params[i] = contract_level(c.types[i].type, c.types[i].attrs);
        c.known |= level_says_something(&c.params[i]);
    }
    read_own_if_null(t->elem->notes, &c);
    read_extents(&c);
    if (c.result.has_none || (c.result.null_unspecified && !c.result.own))
        c.result_type = NULL;
    read_function_attrs(arena, t->u.fn.attrs, &c);
    read_function_attrs(arena, fn->attrs, &c);
    c.result.nullable &= !c.result.nonnull; /* whichever was written first */
    return c;
}
