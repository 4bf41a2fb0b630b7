/* sema/print_init.c - what a static object holds when the program starts, for corten dump types.
 *
 * What comes in: a variable with its flattened initialiser. What goes out: the bytes of the object
 * as a compiler would emit them, and the addresses among them:
 *
 *     static struct { char c; const char *s; } v = {'a', &text[1]};
 *
 *     var   static struct <anonymous> v, size 16, align 8
 *         bytes 0: 61
 *         address 8: text + 1
 *
 * The one idea: paint the entries over an image of zeros, then print what isn't zero. It is how
 * layout and constants are compared with a compiler's object file (tests/diff/layout). */
#include "sema/const.h"
#include "sema/sema_internal.h"

enum {
    IMAGE_MAX = 1 << 20, /* bytes; larger objects are not shown */
    ROW = 32             /* bytes in a line */
};

typedef struct Image {
    const Unit *unit;
    Text *out;
    uint8_t *bytes;
    uint64_t size;
} Image;

static void unknown(Image *m, uint64_t at, uint64_t size)
{
    text_addf(m->out, "    unknown %llu: %llu bytes\n", (unsigned long long)at,
              (unsigned long long)size);
}

static void put_bits(Image *m, uint64_t at, uint64_t bit, uint32_t width, u128 v)
{
    for (uint32_t i = 0; i < width; i++) {
        uint64_t byte = at + (bit + i) / 8;
        uint8_t mask = (uint8_t)(1u << ((bit + i) & 7));
        if (byte >= m->size)
            return;
        if (i < 128 && (v >> i & 1))
            m->bytes[byte] |= mask;
        else
            m->bytes[byte] &= (uint8_t)~mask;
    }
}

/* The formats of the host's compiler are those of IEEE 754 and x87. */
static bool put_float(Image *m, uint64_t at, const Type *t, long double v)
{
    float f = (float)v;
    double d = (double)v;
    const void *from = NULL;
    size_t n = 0;
    switch ((int)t->kind) { /* formats that the host has */
    case TYPE_FLOAT:
    case TYPE_FLOAT32:
        from = &f;
        n = sizeof f;
        break;
    case TYPE_DOUBLE:
    case TYPE_FLOAT64:
    case TYPE_FLOAT32X:
        from = &d;
        n = sizeof d;
        break;
    case TYPE_LDOUBLE:
        from = &v;
        n = 10;
        if (t->size == sizeof d)
            from = &d, n = sizeof d;
        else if (!m->unit->target->x86_64 && !m->unit->target->i386)
            return false;
        break;
    }
    if (!from || at + n > m->size)
        return false;
    memcpy(m->bytes + at, from, n);
    return true;
}

static void print_address(Image *m, uint64_t at, const ConstValue *c)
{
    Text *o = m->out;
    text_addf(o, "    address %llu: ", (unsigned long long)at);
    switch (c->base) {
    case CONST_BASE_SYMBOL:
        text_add(o, c->sym->asm_name ? c->sym->asm_name : NAME_TEXT(c->sym->name));
        break;
    case CONST_BASE_STRING:
        text_add(o, "string ");
        if (c->expr->kind == EXPR_STRING)
            for (uint32_t i = 0; i < c->expr->u.string.count * c->expr->u.string.elem_size; i++)
                text_addf(o, "%02x", (uint8_t)c->expr->u.string.bytes[i]);
        break;
    case CONST_BASE_LITERAL: text_add(o, "literal"); break;
    case CONST_BASE_LABEL: text_addf(o, "&&%s", NAME_TEXT(c->expr->u.label_addr.name)); break;
    }
    text_addf(o, " + %lld\n", (long long)c->offset);
}

static void put_value(Image *m, uint64_t at, const Type *t, const ConstValue *c)
{
    const Type *elem = t->kind == TYPE_COMPLEX ? t->elem : t;
    bool ok = true;
    if (c->kind == CONST_INT && t->size <= 16)
        put_bits(m, at, 0, (uint32_t)t->size * 8, (u128)c->i);
    else if (c->kind == CONST_ADDRESS)
        print_address(m, at, c);
    else if (c->kind == CONST_FLOAT)
        ok = put_float(m, at, t, c->re);
    else if (c->kind == CONST_COMPLEX && type_is_floating(elem))
        ok = put_float(m, at, elem, c->re) && put_float(m, at + elem->size, elem, c->im);
    else if (c->kind == CONST_COMPLEX) {
        put_bits(m, at, 0, (uint32_t)elem->size * 8, (u128)(i128)c->re);
        put_bits(m, at + elem->size, 0, (uint32_t)elem->size * 8, (u128)(i128)c->im);
    } else
        ok = false;
    if (!ok)
        unknown(m, at, t->size);
}

static void put_init(Image *m, uint64_t at, const Type *t, const Expr *e);

static void put_string(Image *m, uint64_t at, const Type *t, const Expr *e)
{
    uint64_t n = (uint64_t)e->u.string.count * e->u.string.elem_size;
    if (n > t->size)
        n = t->size; /* char a[2] = "ab" */
    if (at + t->size > m->size)
        return;
    memset(m->bytes + at, 0, t->size);
    memcpy(m->bytes + at, e->u.string.bytes, n);
}

static void put_entry(Image *m, uint64_t at, const InitEntry *n)
{
    ConstValue c;
    if (n->bit_field) {
        const Field *f = n->bit_field;
        if (const_eval(m->unit, n->value, &c) && c.kind == CONST_INT)
            put_bits(m, at + n->offset, f->bit_offset, f->bit_width, (u128)c.i);
        else
            unknown(m, at + n->offset, n->type->size);
        return;
    }
    for (uint64_t i = 0; i < (n->repeat ? n->repeat : 1); i++)
        put_init(m, at + n->offset + i * n->type->size, n->type, n->value);
}

static void put_init(Image *m, uint64_t at, const Type *t, const Expr *e)
{
    ConstValue c;
    const Expr *x = e;
    while ((x->kind == EXPR_CONVERT || x->kind == EXPR_CAST) && x->op == CONVERT_NOOP &&
           (t->kind == TYPE_ARRAY || type_is_record(t)))
        x = x->u.cast.operand;
    if (x->kind == EXPR_CONVERT && x->op == CONVERT_LVALUE && type_is_record(t))
        x = x->u.cast.operand;
    if (x->kind == EXPR_COMPOUND_LITERAL && (t->kind == TYPE_ARRAY || type_is_record(t)))
        x = x->u.cast.operand;
    if (t->kind == TYPE_ARRAY && x->kind == EXPR_STRING) {
        put_string(m, at, t, x);
    } else if (x->kind == EXPR_INIT_LIST) {
        if (at + t->size <= m->size)
            memset(m->bytes + at, 0, t->size);
        for (uint32_t i = 0; i < x->u.init.entry_count; i++)
            put_entry(m, at, &x->u.init.entries[i]);
    } else if (const_eval(m->unit, x, &c)) {
        put_value(m, at, t, &c);
    } else {
        unknown(m, at, t->size);
    }
}

static void print_bytes(Image *m)
{
    for (uint64_t at = 0; at < m->size; at += ROW) {
        uint64_t end = at + ROW < m->size ? at + ROW : m->size;
        while (end > at && !m->bytes[end - 1])
            end--;
        if (end == at)
            continue;
        text_addf(m->out, "    bytes %llu: ", (unsigned long long)at);
        for (uint64_t i = at; i < end; i++)
            text_addf(m->out, "%02x", m->bytes[i]);
        text_add_char(m->out, '\n');
    }
}

/* The bytes behind the object that its flexible member takes. */
static uint64_t image_size(const Symbol *sym)
{
    uint64_t size = type_bytes(sym->type);
    const Expr *e = sym->init;
    if (e->kind != EXPR_INIT_LIST)
        return size;
    for (uint32_t i = 0; i < e->u.init.entry_count; i++) {
        const InitEntry *n = &e->u.init.entries[i];
        uint64_t end = n->offset + type_bytes(n->type) * (n->repeat ? n->repeat : 1);
        if (end > size && !n->bit_field)
            size = end;
    }
    return size;
}

void print_initialiser(const Unit *u, const Symbol *sym, Text *out)
{
    if (!sym->init || sym->kind != SYM_VAR)
        return;
    Image m = {u, out, NULL, image_size(sym)};
    if (!m.size || m.size > IMAGE_MAX)
        return;
    m.bytes = ARENA_ARRAY(out->arena, uint8_t, m.size);
    put_init(&m, 0, sym->type, sym->init);
    print_bytes(&m);
}
