/* contract/formula.c - reads the expressions in annotations.
 *
 *     len <= cap && cap < SIZE_MAX / 2      &&(<=(len, cap), <(cap, 9223372036854775807))
 *
 * C's precedence and left association, over what annotations are made of. Whatever else stands
 * there makes the formula one that is not understood: who asks must take it for unproved. */
#include "contract/formula.h"
#include "sema/attr.h"

typedef struct Reader {
    Arena *arena;
    const Token *at, *end;
    uint32_t depth;
} Reader;

enum { MAX_DEPTH = 32 };

static const Formula *node(Reader *r, Formula f)
{
    Formula *n = ARENA_NEW(r->arena, Formula);
    *n = f;
    return n;
}

static const Formula *number(Reader *r, const Token *t)
{
    uint64_t v = 0;
    uint32_t i = 0, base = 10;
    const char *s = t->u.text;
    if (t->len > 2 && s[0] == '0' && (s[1] == 'x' || s[1] == 'X'))
        base = 16, i = 2;
    for (; i < t->len; i++) {
        char c = s[i];
        uint32_t digit = c >= '0' && c <= '9'                 ? (uint32_t)(c - '0')
                         : base == 16 && c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a') + 10
                         : base == 16 && c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A') + 10
                                                              : 99;
        if (digit >= base)
            break;
        v = v * base + digit;
    }
    bool is_unsigned = v > INT64_MAX;
    for (; i < t->len; i++) {
        if (!strchr("uUlL", s[i]))
            return NULL;
        is_unsigned |= s[i] == 'u' || s[i] == 'U';
    }
    return node(r, (Formula){.kind = FORMULA_INT, .op = is_unsigned, .value = (int64_t)v});
}

/* SIZE_MAX / 4 is a number like any other. NULL: it has to be computed where it is asked for. */
static const Formula *folded(Reader *r, BinaryOp op, const Formula *a, const Formula *b)
{
    if (a->kind != FORMULA_INT || b->kind != FORMULA_INT)
        return NULL;
    bool is_unsigned = a->op || b->op;
    uint64_t x = (uint64_t)a->value, y = (uint64_t)b->value, v;
    if (op == BIN_ADD)
        v = x + y;
    else if (op == BIN_SUB)
        v = x - y;
    else if (op == BIN_MUL)
        v = x * y;
    else if (op == BIN_DIV && b->value > 0)
        v = is_unsigned ? x / y : (uint64_t)(a->value / b->value);
    else
        return NULL;
    return node(r, (Formula){.kind = FORMULA_INT, .op = is_unsigned, .value = (int64_t)v});
}

static const Formula *expression(Reader *r, uint32_t level);

static const Formula *name(Reader *r)
{
    Formula f = {.kind = FORMULA_NAME, .name = (r->at++)->u.name};
    if (strcmp(f.name->text, "NULL") == 0)
        return node(r, (Formula){.kind = FORMULA_INT});
    if (strcmp(f.name->text, "EOF") == 0)
        return node(r, (Formula){.kind = FORMULA_INT, .value = -1});
    if (r->end - r->at >= 2 && (r->at->kind == TOK_ARROW || r->at->kind == TOK_DOT) &&
        r->at[1].kind == TOK_IDENT) {
        f.member = r->at[1].u.name;
        r->at += 2;
    }
    return node(r, f);
}

static const Formula *primary(Reader *r)
{
    if (r->at == r->end || r->depth++ > MAX_DEPTH)
        return NULL;
    const Token *t = r->at;
    switch (t->kind) {
    case TOK_NUMBER: r->at++; return number(r, t);
    case TOK_IDENT: return name(r);
    case TOK_KW_RETURN: r->at++; return node(r, (Formula){.kind = FORMULA_RETURN});
    case TOK_LPAREN: {
        if (r->end - t > 4 && t[1].kind == TOK_KW_VOID && t[2].kind == TOK_STAR &&
            t[3].kind == TOK_RPAREN) { /* NULL */
            r->at += 4;
            return primary(r);
        }
        r->at++;
        const Formula *f = expression(r, 0);
        if (!f || r->at == r->end || r->at->kind != TOK_RPAREN)
            return NULL;
        r->at++;
        return f;
    }
    case TOK_BANG: {
        r->at++;
        const Formula *f = primary(r);
        return f ? node(r, (Formula){.kind = FORMULA_NOT, .a = f}) : NULL;
    }
    case TOK_MINUS: {
        r->at++;
        const Formula *f = primary(r);
        if (f && f->kind == FORMULA_INT)
            return node(r, (Formula){.kind = FORMULA_INT, .value = -f->value});
        return NULL;
    }
    }
    return NULL;
}

static const struct {
    uint8_t token, op, level;
} OPERATORS[] = {
    {TOK_PIPE_PIPE, BIN_LOR, 0}, {TOK_AMP_AMP, BIN_LAND, 1},  {TOK_EQ_EQ, BIN_EQ, 2},
    {TOK_BANG_EQ, BIN_NE, 2},    {TOK_LESS, BIN_LT, 3},       {TOK_GREATER, BIN_GT, 3},
    {TOK_LESS_EQ, BIN_LE, 3},    {TOK_GREATER_EQ, BIN_GE, 3}, {TOK_PLUS, BIN_ADD, 4},
    {TOK_MINUS, BIN_SUB, 4},     {TOK_STAR, BIN_MUL, 5},      {TOK_SLASH, BIN_DIV, 5},
    {TOK_PERCENT, BIN_REM, 5},
};
enum { MAX_LEVEL = 5 };

static const Formula *expression(Reader *r, uint32_t level)
{
    const Formula *a = level > MAX_LEVEL ? primary(r) : expression(r, level + 1);
    while (a && level <= MAX_LEVEL && r->at < r->end) {
        uint32_t i = 0;
        while (i < COUNT_OF(OPERATORS) &&
               (OPERATORS[i].token != r->at->kind || OPERATORS[i].level != level))
            i++;
        if (i == COUNT_OF(OPERATORS))
            break;
        r->at++;
        const Formula *b = expression(r, level + 1);
        if (!b)
            return NULL;
        Formula both = {.kind = FORMULA_BINARY, .op = OPERATORS[i].op, .a = a, .b = b};
        const Formula *number = folded(r, (BinaryOp)both.op, a, b);
        a = number ? number : node(r, both);
    }
    return a;
}

const Formula *formula_parse(Arena *arena, const Token *tokens, uint32_t count)
{
    Reader r = {.arena = arena, .at = tokens, .end = tokens + count};
    const Formula *f = count ? expression(&r, 0) : NULL;
    return r.at == r.end ? f : NULL;
}

bool formula_names(const Formula *f, Name name)
{
    if (!f)
        return false;
    return (f->kind == FORMULA_NAME && f->name == name) || formula_names(f->a, name) ||
           formula_names(f->b, name);
}
