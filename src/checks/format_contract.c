/* checks/format_contract.c - what rule format knows of a function, as text behind its prototype.
 *
 * In: the flow of a function and the formats that it turned out to take; or the text. Out: the
 * other. Parameters count from 1, as in format(printf, m, n):
 *
 *     static void say(const char *text) { printf(text); }
 *         takes printf 1 text by 'printf' in 'a.c:1:37';
 *     char *first(char **argv) { return argv[1]; }
 *         result is 1+8;                              what lies 8 bytes behind parameter 1
 *     int get(int fd, struct message *m) { ... recv(fd, m->text, ...) ... }
 *         fills 2+4 from outside 'a.c:9:17';
 *
 * Not said: formats that are taken out of a struct further inside, and texts in globals. */
#include "checks/format.h"

enum { FORMATS_VERSION = 1 };

static const char *const families[] = {"printf", "scanf", "strftime", NULL};

/* A quotation mark in a path is left out. */
static void add_quoted(Text *out, const char *s)
{
    text_add(out, " '");
    for (; *s; s++)
        if (*s != '\'')
            text_add_char(out, *s);
    text_add_char(out, '\'');
}

/* ---- print ----------------------------------------------------------------------------------- */
static void add_origin(Arena *a, const Flow *f, const Origin *o, Text *out)
{
    bool unknown = o->unknown || o->literals;
    text_add(out, o->exact ? " is" : " from");
    for (uint32_t i = 0; i < f->inputs.len; i++) {
        const Input *in = &f->inputs.data[i];
        if (!(o->inputs >> i & 1))
            continue;
        if (in->kind == INPUT_GLOBAL)
            unknown = true;
        else
            text_addf(out, " %u", in->param + 1);
        if (in->kind == INPUT_POINTEE)
            text_addf(out, "+%u", in->offset);
    }
    if (o->source) {
        const Source *s = &f->sources.data[o->source];
        text_add(out, " outside");
        add_quoted(out, s->inner        ? s->inner
                        : s->span.begin ? place_text(a, f->fn->unit, s->span)
                                        : "");
    }
    text_add(out, unknown ? " unknown; " : "; ");
}

static void add_use(Arena *a, const FormatUse *u, Text *out)
{
    if (u->take == TAKES_INSIDE || !u->who)
        return;
    text_addf(out, "takes %s %u ", families[u->family], u->format + 1);
    switch ((FormatTake)u->take) {
    case TAKES_ARGUMENTS: text_addf(out, "arguments %u", u->first + 1); break;
    case TAKES_LIST: text_addf(out, "list %u", u->first + 1); break;
    case TAKES_TEXT: text_add(out, "text"); break;
    case TAKES_FIXED:
        text_add(out, "fixed");
        for (uint32_t i = u->first; i < u->call->arg_count; i++)
            add_quoted(out, type_spell(a, u->call->args[i].type->canon));
        break;
    case TAKES_INSIDE: break;
    }
    if (u->callee) {
        text_add(out, " by");
        add_quoted(out, u->callee);
    }
    text_add(out, " in");
    add_quoted(out, u->where);
    text_add(out, "; ");
}

void format_contract_print(FormatCheck *c, const MirFunction *fn, const FormatUses *uses, Text *out)
{
    const Flow *f = format_flow(c, fn);
    for (uint32_t i = 0; uses && i < uses->len; i++)
        add_use(c->arena, &uses->data[i], out);
    if (!f) {
        text_add(out, "unknown; ");
        return;
    }
    if (f->looks_for_percent)
        text_add(out, "inspects; ");
    if (f->result.source || f->result.inputs) {
        text_add(out, "result");
        add_origin(c->arena, f, &f->result, out);
    }
    for (uint32_t i = 0; i < f->outputs.len; i++) {
        const Output *o = &f->outputs.data[i];
        if (o->sym)
            continue;
        text_addf(out, "fills %u", o->param + 1);
        if (o->offset != NO_OFFSET)
            text_addf(out, "+%u", o->offset);
        add_origin(c->arena, f, &o->from, out);
    }
}

/* ---- read ------------------------------------------------------------------------------------ */
typedef struct Reading {
    FormatCheck *c;
    const char *at;
    const Types *types;
    Flow *flow; /* filled where they are not NULL */
    FormatUses *uses;
    const char *name; /* of the function */
    bool wrong;
} Reading;

static bool accept(Reading *r, const char *word)
{
    size_t n = strlen(word);
    while (*r->at == ' ')
        r->at++;
    if (strncmp(r->at, word, n) != 0)
        return false;
    r->at += n;
    return true;
}

static uint32_t number(Reading *r)
{
    uint32_t n = 0;
    while (*r->at == ' ')
        r->at++;
    r->wrong |= *r->at < '0' || *r->at > '9';
    while (*r->at >= '0' && *r->at <= '9')
        n = n * 10 + (uint32_t)(*r->at++ - '0');
    return n;
}

/* Parameters count from 1. */
static uint32_t parameter(Reading *r)
{
    uint32_t n = number(r);
    r->wrong |= n == 0 || n > 64;
    return n - 1;
}

static const char *quoted(Reading *r)
{
    r->wrong |= !accept(r, "'");
    const char *end = strchr(r->at, '\'');
    if (!end || r->wrong) {
        r->wrong = true;
        return "";
    }
    const char *text = arena_strndup(r->c->arena, r->at, (size_t)(end - r->at));
    r->at = end + 1;
    return text;
}

static uint64_t input_bit(Flow *f, Arena *a, Input in)
{
    uint32_t i = 0;
    while (i < f->inputs.len &&
           (f->inputs.data[i].kind != in.kind || f->inputs.data[i].param != in.param ||
            f->inputs.data[i].offset != in.offset))
        i++;
    if (i >= 64)
        return 0;
    if (i == f->inputs.len)
        VEC_PUSH(a, &f->inputs, in);
    return UINT64_C(1) << i;
}

static Origin origin(Reading *r)
{
    Origin o = {.root = ID_NONE};
    Flow *f = r->flow;
    o.exact = accept(r, "is");
    r->wrong |= !o.exact && !accept(r, "from");
    while (!r->wrong && !accept(r, ";")) {
        if (accept(r, "unknown")) {
            o.unknown = true;
        } else if (accept(r, "outside")) {
            const char *inner = quoted(r);
            o.source = f->sources.len;
            VEC_PUSH(r->c->arena, &f->sources, ((Source){{0}, "", *inner ? inner : NULL}));
        } else {
            Input in = {.kind = INPUT_PARAM, .param = parameter(r), .offset = NO_OFFSET};
            if (accept(r, "+"))
                in.kind = INPUT_POINTEE, in.offset = number(r);
            if (!r->wrong)
                o.inputs |= input_bit(f, r->c->arena, in);
        }
    }
    return o;
}

/* `int`, `unsigned long`, `char *`; of a pointer to something else all that counts is that it is
 * one. */
static const Type *argument_type(const Reading *r, const char *spelled)
{
    Types *types = (Types *)(uintptr_t)r->types;
    for (int k = TYPE_VOID; k <= TYPE_LDOUBLE; k++) {
        const Type *t = k == TYPE_BITINT || k == TYPE_ENUM ? NULL : type_basic(types, (TypeKind)k);
        if (t && !strcmp(type_spell(r->c->arena, t), spelled))
            return t;
        const Type *p = t ? type_pointer(types, t) : NULL;
        if (p && !strcmp(type_spell(r->c->arena, p), spelled))
            return p;
    }
    return type_pointer(types, type_basic(types, TYPE_VOID));
}

static const Inst *fixed_arguments(Reading *r)
{
    VEC(Operand) args = {0};
    while (!r->wrong && accept(r, "'")) {
        r->at--;
        VEC_PUSH(r->c->arena, &args,
                 ((Operand){.kind = OPERAND_UNDEF, .type = argument_type(r, quoted(r))}));
    }
    Inst *in = ARENA_NEW(r->c->arena, Inst);
    in->op = INST_CALL;
    in->args = args.data;
    in->arg_count = args.len;
    return in;
}

static void read_use(Reading *r)
{
    FormatUse u = {.inside = NO_OFFSET, .first = NO_ARGUMENT, .who = r->name};
    uint32_t family = 0;
    while (families[family] && !accept(r, families[family]))
        family++;
    r->wrong |= !families[family];
    u.family = (uint8_t)family;
    u.format = parameter(r);
    if (accept(r, "arguments")) {
        u.take = TAKES_ARGUMENTS;
        u.first = parameter(r);
    } else if (accept(r, "list")) {
        u.take = TAKES_LIST;
        u.first = parameter(r);
    } else if (accept(r, "fixed")) {
        u.take = TAKES_FIXED;
        u.first = 0;
        u.call = fixed_arguments(r);
    } else {
        r->wrong |= !accept(r, "text");
        u.take = TAKES_TEXT;
    }
    if (accept(r, "by"))
        u.callee = quoted(r);
    r->wrong |= !accept(r, "in");
    u.where = quoted(r);
    r->wrong |= !accept(r, ";");
    if (r->uses && !r->wrong)
        VEC_PUSH(r->c->arena, r->uses, u);
}

static void read_output(Reading *r)
{
    Output o = {.param = parameter(r), .offset = NO_OFFSET};
    if (accept(r, "+"))
        o.offset = number(r);
    o.from = origin(r);
    if (!r->wrong)
        VEC_PUSH(r->c->arena, &r->flow->outputs, o);
}

/* *flow: NULL where the text says that nothing is known. False: it is not understood. */
static bool read_all(Reading *r, bool *known)
{
    *known = true;
    while (!r->wrong && !accept(r, ";") && *r->at) {
        if (accept(r, "takes"))
            read_use(r);
        else if (accept(r, "inspects;"))
            r->flow->looks_for_percent = true;
        else if (accept(r, "unknown;"))
            *known = false;
        else if (accept(r, "result"))
            r->flow->result = origin(r);
        else if (accept(r, "fills"))
            read_output(r);
        else
            r->wrong = true;
    }
    return !r->wrong;
}

const Flow *format_contract_read(FormatCheck *c, const ContractEntry *entry, FormatUses *uses)
{
    const Attr *a = attr_find(entry->sym->attrs, ATTR_CORTEN_FORMATS);
    Flow *f = ARENA_NEW(c->arena, Flow);
    bool known = true;
    i128 version;
    f->result = (Origin){.root = ID_NONE, .unknown = true};
    VEC_PUSH(c->arena, &f->sources, (Source){0});
    if (!a)
        return f;
    const Expr *text = a->arg_count == 2 ? a->args[1] : NULL;
    Reading r = {.c = c,
                 .types = entry->unit->types,
                 .flow = f,
                 .uses = uses,
                 .name = NAME_TEXT(entry->sym->name)};
    if (attr_int(a, 0, &version) && version == FORMATS_VERSION && text &&
        text->kind == EXPR_STRING && text->u.string.elem_size == 1) {
        r.at = arena_strndup(c->arena, text->u.string.bytes, text->u.string.count);
        if (read_all(&r, &known))
            return known ? f : NULL;
    }
    diag_trouble(c->engine->program->diag, false,
                 "%s: the formats of `%s` can't be read: make the contracts anew",
                 place_text(c->arena, entry->unit, (Span){a->loc, a->loc}),
                 NAME_TEXT(entry->sym->name));
    return NULL;
}
