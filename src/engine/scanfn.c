/* engine/scanfn.c - what scanf and its kin do: text in, numbers and words out.
 *
 *     scanf("%d %15s", &n, word)     0 or -1, and nothing is filled;
 *                                    or 1 .. 2, n is any int from outside, and word has 16 bytes
 *
 * Text that sscanf is given comes from outside if what it lies in does; a word is no longer than
 * the text that it is taken from. */
#include "engine/strfn.h"

typedef struct Conversion {
    char what;      /* d, s, [ ... */
    bool skipped;   /* %*d */
    uint32_t width; /* 0: none */
} Conversion;

/* False: there is no other. */
static bool next_conversion(const char **at, Conversion *c)
{
    const char *f = *at;
    while (*f && (*f != '%' || f[1] == '%'))
        f += *f == '%' ? 2 : 1;
    if (!*f)
        return false;
    *c = (Conversion){.skipped = f[1] == '*'};
    f += 1 + c->skipped;
    for (; *f >= '0' && *f <= '9'; f++)
        c->width = c->width < 100000 ? c->width * 10 + (uint32_t)(*f - '0') : c->width;
    while (*f && strchr("hlLqjzt", *f))
        f++;
    c->what = *f;
    if (*f == '[') {
        f += f[1] == '^' ? 2 : 1;
        f += *f == ']';
        while (*f && *f != ']')
            f++;
    }
    *at = *f ? f + 1 : f;
    return c->what != 0;
}

/* What the words are taken from. */
typedef struct Source {
    bool outside;
    Value length; /* UNKNOWN: a stream */
} Source;

static void scan_number(Analysis *an, State *s, Value p, const Type *t, const Conversion *c,
                        const Source *from, const char *who)
{
    bool outside = from->outside && c->what != 'n';
    Value v = value_sym(sym_fresh(an, t, outside), 0);
    an->syms.data[v.id].who = who;
    i128 most = 1, base = c->what == 'o' ? 8 : strchr("du", c->what) ? 10 : 16;
    for (uint32_t i = 0; i < c->width && i < 10; i++)
        most *= base;
    if (c->width && c->width < 10 && c->what != 'n') /* a sign takes one digit's place */
        (void)state_assume_interval(an, s, v, t, -(most / base) + 1, most - 1);
    state_store(an, s, p.id, p.num, p.off_sym, t->size, v);
}

static void scan_floating(Analysis *an, State *s, Value p, const Type *t, const Source *from,
                          const char *who)
{
    Value v = value_fresh(an, s, t, from->outside);
    if (v.kind == VAL_SYM)
        an->syms.data[v.id].who = who;
    state_store(an, s, p.id, p.num, p.off_sym, t->size, v);
}

/* A word and its null character, or so many characters. False: there is no room for them. */
static void scan_text(Analysis *an, State *s, const Inst *in, const Callee *callee, uint32_t i,
                      const Conversion *c, const Source *from)
{
    const Type *size = type_basic(an->fn->unit->types, TYPE_ULONG);
    Value p = inst_argument(an, s, in, i), n = value_int(c->width ? c->width : 1);
    if (c->what != 'c') {
        n = value_sym(sym_fresh(an, size, from->outside), 0);
        an->syms.data[n.id].who = callee->name;
        an->syms.data[n.id].text = true;
        (void)state_assume_interval(an, s, n, size, 1, c->width ? c->width : (i128)1 << 30);
        if (from->length.kind == VAL_INT)
            (void)state_assume_interval(an, s, n, size, 0, from->length.num);
        else
            (void)state_assume_diff(an, s, n, from->length, 0);
        Value bytes = value_sym(n.id, 1);
        (void)ask_bytes(an, s, in, callee, i, bytes, true);
    } else {
        (void)ask_bytes(an, s, in, callee, i, n, true);
    }
    overwrite_pointee(an, s, p, NULL);
    if (from->outside)
        state_mark_outside(an, s, p, value_unknown());
    if (c->what != 'c')
        set_string_length(an, s, p, n);
}

static void scan_into(Analysis *an, State *s, const Inst *in, const Callee *callee, uint32_t i,
                      const Conversion *c, const Source *from)
{
    const Type *at = in->args[i].type;
    Value p = inst_argument(an, s, in, i);
    if (at->kind != TYPE_POINTER)
        return;
    bool integer = type_is_integer(at->elem) && at->elem->width <= 64 && strchr("diuxXon", c->what);
    bool floating = type_is_floating(at->elem) && strchr("aAeEfFgG", c->what);
    if (p.kind == VAL_PTR && c->what && (integer || floating))
        scan_number(an, s, p, at->elem, c, from, callee->name);
    else if (p.kind == VAL_PTR && type_is_floating(at->elem) && c->what &&
             strchr("aAeEfFgG", c->what))
        scan_floating(an, s, p, at->elem, from, callee->name);
    else if (p.kind == VAL_PTR && at->elem->size == 1 &&
             (c->what == 's' || c->what == '[' || c->what == 'c'))
        scan_text(an, s, in, callee, i, c, from);
    else
        overwrite_pointee(an, s, p, at->elem);
}

static bool all_alive(Analysis *an, State *s, const Inst *in, const Callee *c)
{
    for (uint32_t i = 0; i < c->contract->param_count; i++) {
        ArgumentAsk ask = {.callee = c->name, .nonnull = true};
        if (i < in->arg_count && !oblige_argument(an, s, inst_argument(an, s, in, i),
                                                  inst_argument_span(an, in, i), &ask))
            return false;
    }
    return true;
}

/* Nothing is filled and the result says so, or what is asked for is filled. */
void effect_scanf(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    uint32_t first = c->contract->param_count;
    if (!all_alive(an, s, in, c)) {
        state_drop(an, s);
        return;
    }
    const Type *t = local_is(in->dst) ? an->fn->locals.data[in->dst.i].type
                                      : type_basic(an->fn->unit->types, TYPE_INT);
    State *failed = state_copy(an, s);
    Value none = value_sym(sym_fresh(an, t, true), 0), some = value_sym(sym_fresh(an, t, true), 0);
    (void)state_assume_interval(an, failed, none, t, -1, 0);
    (void)state_assume_interval(an, s, some, t, 1,
                                in->arg_count > first ? in->arg_count - first : 1);
    Source from = {.outside = true, .length = value_unknown()};
    if (strcmp(c->contract->builtin, "sscanf") == 0) {
        Value text = inst_argument(an, s, in, 0);
        from.length = string_length(an, s, text);
        from.outside = text.kind == VAL_PTR && state_is_outside(an, s, text.id, 0);
    }
    const char *format = first ? string_literal(an, inst_argument(an, s, in, first - 1)) : NULL;
    for (uint32_t i = first; i < in->arg_count; i++) {
        Conversion conversion = {0};
        while (format && next_conversion(&format, &conversion) && conversion.skipped)
            ;
        scan_into(an, s, in, c, i, &conversion, &from);
    }
    set_result(an, failed, in, none);
    state_list_add(out, failed);
    set_result(an, s, in, some);
    state_list_add(out, s);
}
