/* checks/format.c - rule format: format strings against their arguments, and against outsiders.
 *
 * What comes in: the whole program. What goes out: findings. The one idea: a function takes a
 * format when its declaration says so (format(printf, m, n); models), or when a parameter of it
 * arrives where a format is taken, together with its `...`, its va_list or arguments of its own:
 *
 *     static void log_at(int level, const char *f, ...) { ... vfprintf(stderr, f, ap); ... }
 *         takes a format: argument 1, arguments from 2 on belong to it     (nobody declared that)
 *     static void say(const char *text) { printf(text); }
 *         takes a format: argument 0, nothing belongs to it
 *
 * Each call of such a function is judged by what its format is made of (format_flow.c): a literal
 * is held against the arguments, what comes from outside is a finding whatever they are, and a
 * parameter makes one more function that takes a format; its callers are judged in turn, until
 * nothing is new.
 *
 * Deliberately imprecise: where one of several literals arrives in a variable, a finding needs all
 * of them to be wrong, as the ways that choose the literal may choose the arguments, too. Functions
 * that look for '%' in texts are trusted with the formats that they use. */
#include "checks/format.h"
#include "sema/builtin.h"

static void judge(FormatCheck *c, FormatSite at, const FormatUse *use);

static bool is_text_pointer(const Type *t)
{
    return t->kind == TYPE_POINTER && (type_is_void(t->elem) || type_is_integer(t->elem));
}

/* ---- functions that take formats ------------------------------------------------------------- */
static bool family_of(const char *name, FormatFamily *out)
{
    static const struct {
        const char *name;
        FormatFamily family;
    } known[] = {{"printf", FAMILY_PRINTF},     {"gnu_printf", FAMILY_PRINTF},
                 {"scanf", FAMILY_SCANF},       {"gnu_scanf", FAMILY_SCANF},
                 {"strftime", FAMILY_STRFTIME}, {"gnu_strftime", FAMILY_STRFTIME},
                 {"wprintf", FAMILY_PRINTF},    {"wscanf", FAMILY_SCANF}};
    for (size_t i = 0; name && i < COUNT_OF(known); i++)
        if (!strcmp(name, known[i].name)) {
            *out = known[i].family;
            return true;
        }
    return false;
}

static const Type *function_type(const Symbol *s)
{
    return s->type->kind == TYPE_FUNCTION ? s->type : NULL;
}

/* format(printf, m, n): parameters count from 1; n = 0: the arguments come in a va_list. */
static void read_attributes(Arena *a, const Attr *list, const Type *fn, FormatUses *out)
{
    for (; list; list = list->next) {
        FormatFamily family;
        i128 m, n;
        if (list->known != ATTR_FORMAT || !family_of(attr_text(a, list, 0), &family) ||
            !attr_int(list, 1, &m) || !attr_int(list, 2, &n) || m < 1 || n < 0 || m > 1000 ||
            n > 1000)
            continue;
        FormatUse u = {.family = (uint8_t)family, .format = (uint32_t)m - 1, .inside = NO_OFFSET};
        u.take = n ? TAKES_ARGUMENTS : TAKES_LIST;
        u.first = n ? (uint32_t)n - 1 : NO_ARGUMENT;
        for (uint32_t i = u.format + 1; !n && i < fn->u.fn.count; i++)
            u.first = i; /* by custom the list comes last */
        VEC_PUSH(a, out, u);
    }
}

static const FormatUses *declared_uses(FormatCheck *c, const Symbol *s)
{
    FormatUses *uses = map_get_ptr(&c->uses, MAP_KEY_PTR(s));
    if (uses)
        return uses;
    uses = ARENA_NEW(c->arena, FormatUses);
    map_put(&c->uses, MAP_KEY_PTR(s), (uintptr_t)uses);
    const Type *fn = function_type(s);
    if (!fn)
        return uses;
    read_attributes(c->arena, s->attrs, fn, uses);
    if (!uses->len)
        read_attributes(c->arena, fn->u.fn.attrs, fn, uses);
    return uses;
}

/* What a contract says: annotated by hand, or inferred. */
static const FormatUses *read_uses(FormatCheck *c, const Inst *in)
{
    const ContractEntry *entry = format_read_entry(c, in);
    FormatUses *uses = entry ? map_get_ptr(&c->uses, MAP_KEY_PTR(entry)) : NULL;
    if (!entry || uses)
        return uses;
    uses = ARENA_NEW(c->arena, FormatUses);
    map_put(&c->uses, MAP_KEY_PTR(entry), (uintptr_t)uses);
    const FormatUses *said = declared_uses(c, entry->sym);
    for (uint32_t i = 0; i < said->len; i++)
        VEC_PUSH(c->arena, uses, said->data[i]);
    if (!uses->len)
        (void)format_contract_read(c, entry, uses);
    return uses;
}

/* A model speaks of a call only if the arguments can be those that it means. */
static const FormatUses *model_uses(FormatCheck *c, const Inst *in)
{
    const Symbol *model = format_model(c, in);
    if (!model)
        return NULL;
    const FormatUses *uses = declared_uses(c, model);
    for (uint32_t i = 0; i < uses->len; i++) {
        uint32_t f = uses->data[i].format;
        if (f >= in->arg_count || !in->args[f].type || !is_text_pointer(in->args[f].type))
            return NULL;
    }
    return uses;
}

/* Of a pointer to a function, the declaration that holds the pointer. */
static const Attr *holder_attributes(const MirFunction *fn, const Inst *in)
{
    const Inst *load = format_definition(fn, &in->x);
    if (!load || load->op != INST_LOAD)
        return NULL;
    const Place *p = mir_place(fn, load->a);
    for (uint32_t i = p->count; i-- > 0;)
        if (fn->projections.data[p->first + i].kind == PROJ_FIELD)
            return fn->projections.data[p->first + i].field->attrs;
    if (p->base == PLACE_GLOBAL)
        return p->sym->attrs;
    const Symbol *local = p->base == PLACE_LOCAL ? fn->locals.data[p->local.i].sym : NULL;
    return local ? local->attrs : NULL;
}

static void uses_of_call(FormatCheck *c, const MirFunction *fn, const Inst *in, FormatUses *out)
{
    const FormatUses *found = NULL;
    out->len = 0;
    if (in->op == INST_CALL && in->x.kind == OPERAND_TEMP) {
        if (in->type && in->type->kind == TYPE_FUNCTION) {
            read_attributes(c->arena, in->type->u.fn.attrs, in->type, out);
            if (!out->len && in->type->u.fn.variadic)
                read_attributes(c->arena, holder_attributes(fn, in), in->type, out);
        }
        return;
    }
    if (in->op == INST_CALL && in->x.kind == OPERAND_GLOBAL && in->x.sym->kind == SYM_FUNCTION)
        found = declared_uses(c, in->x.sym);
    if (!found || !found->len)
        found = read_uses(c, in);
    if (!found || !found->len)
        found = model_uses(c, in);
    for (uint32_t i = 0; found && i < found->len; i++)
        VEC_PUSH(c->arena, out, found->data[i]);
}

/* ---- one call -------------------------------------------------------------------------------- */
static const char *callee_name(const Inst *in)
{
    if (in->op == INST_BUILTIN)
        return builtin_name((BuiltinId)in->builtin);
    return in->x.kind == OPERAND_GLOBAL ? NAME_TEXT(in->x.sym->name) : NULL;
}

/* __builtin_va_arg_pack(): the arguments of an inline function's `...`. */
static bool packs(const MirFunction *fn, const Inst *in)
{
    if (!in->arg_count)
        return false;
    const Inst *last = format_definition(fn, &in->args[in->arg_count - 1]);
    return last && last->op == INST_BUILTIN && last->builtin == BUILTIN_VA_ARG_PACK;
}

/* A literal against the arguments. report: tell; else only answer. False: it is wrong. */
static bool literal_fits(FormatStory *s, bool report)
{
    const Target *t = s->at.fn->unit->target;
    Format *f = ARENA_NEW(s->check->scratch, Format);
    format_parse(s->check->scratch, t, (FormatFamily)s->use->family, s->text, f);
    s->format = f;
    if (f->flaw != FLAW_NONE) {
        if (report)
            format_tell_flaw(s);
        return false;
    }
    bool counted = s->use->take == TAKES_ARGUMENTS || s->use->take == TAKES_FIXED;
    for (uint32_t i = 0; counted && i < f->slots.len; i++) {
        const Slot *slot = &f->slots.data[i];
        const Operand *arg =
            slot->arg < s->given_count ? &s->given->args[s->first + slot->arg] : NULL;
        if (arg && (!arg->type || format_fits(t, slot, arg->type)))
            continue;
        if (report && arg)
            format_tell_type(s, slot, arg->type);
        else if (report)
            format_tell_missing(s, slot);
        return false; /* one mistake is one finding: the rest may follow from it */
    }
    return true;
}

static FormatStory story(FormatCheck *c, FormatSite at, const FormatUse *use)
{
    FormatStory s = {.check = c, .at = at, .use = use, .callee = callee_name(at.call)};
    s.given = use->take == TAKES_FIXED ? use->call : at.call;
    s.first = use->first;
    s.given_count = s.given->arg_count > s.first ? s.given->arg_count - s.first : 0;
    return s;
}

/* What stands as a format in the call itself: a literal; cond ? literal : literal; a translation of
 * one. Each must fit, as each may arrive. */
typedef struct Choice {
    bool all;       /* nothing else can arrive */
    bool wrong;     /* something was told */
    bool declared;  /* some of it stands elsewhere, where other calls may use it as well */
    uint32_t most;  /* arguments that one of them takes */
    uint32_t depth; /* of nested choices */
} Choice;

static void choose(FormatStory *s, const Operand *o, Choice *c);

static void choose_translated(FormatStory *s, const Inst *in, Choice *c)
{
    const Symbol *fn = in->op == INST_CALL && in->x.kind == OPERAND_GLOBAL ? in->x.sym : NULL;
    bool found = false;
    for (uint32_t k = 0; k < 2 && !found; k++) {
        const Symbol *from = k ? format_model(s->check, in) : fn;
        for (const Attr *a = from ? from->attrs : NULL; a; a = a->next) {
            i128 n;
            if (a->known != ATTR_FORMAT_ARG || !attr_int(a, 0, &n) || n < 1 || n > in->arg_count)
                continue;
            found = true;
            choose(s, &in->args[n - 1], c);
        }
    }
    c->all = c->all && found;
}

static void choose(FormatStory *s, const Operand *o, Choice *c)
{
    const MirFunction *fn = s->at.fn;
    Literal l;
    if (format_literal(fn, o, &l)) {
        s->text = arena_copy(s->check->scratch, &l, sizeof l);
        c->wrong = !literal_fits(s, !c->wrong) || c->wrong;
        c->declared |= l.declared.begin != 0;
        if (s->format->arguments > c->most || s->format->positional)
            c->most = s->format->positional ? UINT32_MAX : s->format->arguments;
        return;
    }
    if (o->kind != OPERAND_TEMP || c->depth > 8) {
        c->all = c->all && o->kind == OPERAND_NULL;
        return;
    }
    c->depth++;
    for (uint32_t b = 0; b < fn->blocks.len; b++)
        for (uint32_t i = 0; i < fn->blocks.data[b].insts.len; i++) {
            const Inst *in = &fn->blocks.data[b].insts.data[i];
            if (in->dst.i != o->index)
                continue;
            if (in->op == INST_CONVERT || in->op == INST_ASSIGN)
                choose(s, &in->x, c);
            else if (in->op == INST_CALL || in->op == INST_BUILTIN)
                choose_translated(s, in, c);
            else
                c->all = false;
        }
    c->depth--;
}

/* True: there is nothing more to say about this call. */
static bool judge_choices(FormatStory *s, const Operand *format)
{
    Choice c = {.all = true};
    choose(s, format, &c);
    if (c.all && !c.wrong && !c.declared && s->format && s->use->take == TAKES_ARGUMENTS &&
        s->use->family != FAMILY_STRFTIME && s->given_count > c.most)
        format_tell_surplus(s, c.most);
    return c.all || c.wrong;
}

static void judge_literals(FormatStory *s, const Flow *flow, const Origin *o)
{
    uint32_t wrong = UINT32_MAX;
    if (o->unknown || !o->exact)
        return;
    for (uint32_t i = 0; i < flow->literals.len; i++) {
        if (!(o->literals >> i & 1))
            continue;
        s->text = &flow->literals.data[i];
        if (literal_fits(s, false))
            return;
        wrong = wrong == UINT32_MAX ? i : wrong;
    }
    if (wrong == UINT32_MAX || o->inputs || o->source)
        return;
    s->text = &flow->literals.data[wrong];
    (void)literal_fits(s, true);
}

/* ---- a parameter that is a format ------------------------------------------------------------ */
static FormatUses *inferred_uses(FormatCheck *c, const MirFunction *fn)
{
    FormatUses *u = map_get_ptr(&c->inferred, MAP_KEY_PTR(fn));
    if (!u) {
        u = ARENA_NEW(c->arena, FormatUses);
        map_put(&c->inferred, MAP_KEY_PTR(fn), (uintptr_t)u);
    }
    return u;
}

/* The variable that a va_list operand stands for: a local, or a parameter; NO_LOCAL. */
static LocalId list_local(const MirFunction *fn, const Operand *o)
{
    const Inst *in = format_definition(fn, o);
    if (o->kind == OPERAND_PLACE && mir_place(fn, (PlaceId){o->index})->base == PLACE_LOCAL)
        return mir_place(fn, (PlaceId){o->index})->local;
    if (!in || (in->op != INST_ADDR && in->op != INST_LOAD))
        return NO_LOCAL;
    const Place *p = mir_place(fn, in->a);
    if (p->base == PLACE_LOCAL)
        return p->local;
    return p->base == PLACE_DEREF ? list_local(fn, &p->pointer) : NO_LOCAL;
}

typedef struct ListFacts {
    bool started, taken; /* by va_start; some of it by va_arg */
    LocalId copied;      /* from another list */
} ListFacts;

static ListFacts list_facts(const MirFunction *fn, LocalId list)
{
    ListFacts f = {.copied = NO_LOCAL};
    for (uint32_t b = 0; b < fn->blocks.len; b++)
        for (uint32_t i = 0; i < fn->blocks.data[b].insts.len; i++) {
            const Inst *in = &fn->blocks.data[b].insts.data[i];
            if (in->op == INST_VA_ARG && list_local(fn, &in->x).i == list.i)
                f.taken = true;
            if (in->op != INST_BUILTIN || !in->arg_count ||
                list_local(fn, &in->args[0]).i != list.i)
                continue;
            f.started |= (builtin_flags((BuiltinId)in->builtin) & BF_VA) != 0 &&
                         strstr(builtin_name((BuiltinId)in->builtin), "va_start");
            if (in->builtin == BUILTIN_VA_COPY && in->arg_count == 2)
                f.copied = list_local(fn, &in->args[1]);
        }
    return f;
}

/* What belongs to the format when it is parameter p's and the list is this function's. */
static void take_list(const MirFunction *fn, LocalId list, FormatUse *out)
{
    for (uint32_t n = 0; n < 3 && local_is(list); n++) {
        ListFacts f = list_facts(fn, list);
        if (f.taken)
            return;
        if (f.started) {
            out->take = TAKES_ARGUMENTS;
            out->first = fn->param_count;
            return;
        }
        if (list.i >= 1 && list.i <= fn->param_count) {
            out->take = TAKES_LIST;
            out->first = list.i - 1;
            return;
        }
        list = f.copied;
    }
}

static FormatUse inferred_use(FormatCheck *c, FormatSite at, const FormatUse *use, const Input *in,
                              bool exact)
{
    const MirFunction *fn = at.fn;
    FormatUse u = {.family = use->family, .format = in->param, .inside = NO_OFFSET, .by = fn};
    u.call = at.call;
    u.who = NAME_TEXT(fn->sym->name);
    u.where = place_text(c->arena, fn->unit, at.call->span);
    u.callee = callee_name(at.call);
    u.first = NO_ARGUMENT;
    u.take = TAKES_TEXT;
    u.there = use;
    if (use->take == TAKES_INSIDE) { /* the text is taken out further inside */
        u = *use;
        u.format = in->param;
        u.inside = NO_OFFSET;
    }
    if (in->kind == INPUT_POINTEE || !is_text_pointer(fn->locals.data[in->param + 1].type)) {
        u.take = TAKES_INSIDE;
        u.inside = in->kind == INPUT_POINTEE ? in->offset : NO_OFFSET;
    } else if (exact && use->take == TAKES_LIST && use->first < at.call->arg_count) {
        take_list(fn, list_local(fn, &at.call->args[use->first]), &u);
    } else if (exact && use->take == TAKES_ARGUMENTS && packs(fn, at.call)) {
        u.take = TAKES_ARGUMENTS;
        u.first = fn->param_count;
    } else if (exact && use->take == TAKES_ARGUMENTS) {
        u.take = TAKES_FIXED;
        u.first = use->first;
    } else if (exact && use->take == TAKES_FIXED) {
        u = *use;
        u.format = in->param;
    }
    return u;
}

static bool same_demand(const FormatUse *a, const FormatUse *b)
{
    if (a->family != b->family || a->take != b->take || a->first != b->first)
        return false;
    return a->take != TAKES_FIXED || a->call == b->call;
}

/* Two ways to use one parameter: nothing is known of what belongs to it. */
static bool merge_use(FormatUses *uses, const FormatUse *u)
{
    for (uint32_t i = 0; i < uses->len; i++) {
        FormatUse *k = &uses->data[i];
        if (k->format != u->format || k->inside != u->inside ||
            (k->take == TAKES_INSIDE) != (u->take == TAKES_INSIDE))
            continue;
        if (k->take != TAKES_INSIDE && !same_demand(k, u))
            k->take = TAKES_TEXT;
        return true;
    }
    return false;
}

static void judge_callers(FormatCheck *c, const MirFunction *fn, const FormatUse *use)
{
    const FormatSites *sites = map_get_ptr(&c->callers, MAP_KEY_PTR(fn));
    for (uint32_t i = 0; sites && i < sites->len; i++)
        judge(c, sites->data[i], use);
}

static void infer(FormatCheck *c, FormatSite at, const FormatUse *use, const Flow *flow,
                  const Origin *o)
{
    bool alone =
        !o->literals && !o->source && !o->unknown && o->exact && !(o->inputs & (o->inputs - 1));
    for (uint32_t i = 0; i < flow->inputs.len; i++) {
        const Input *in = &flow->inputs.data[i];
        if (!(o->inputs >> i & 1) || in->kind == INPUT_GLOBAL)
            continue;
        FormatUse u = inferred_use(c, at, use, in, alone);
        FormatUses *uses = inferred_uses(c, at.fn);
        if (!merge_use(uses, &u))
            VEC_PUSH(c->arena, uses, u);
    }
}

/* ---- from outside ---------------------------------------------------------------------------- */
/* Is the text handed to a function that looks for '%' in it, before or after? */
static bool is_inspected(FormatCheck *c, const Flow *flow, const Origin *o)
{
    if (flow->looks_for_percent)
        return true;
    for (uint32_t i = 0; i < flow->arguments.len; i++) {
        const FlowArgument *a = &flow->arguments.data[i];
        bool same = o->source ? a->from.source == o->source : (a->from.inputs & o->inputs) != 0;
        if (!same || a->inside != NO_OFFSET)
            continue;
        const Flow *f = format_callee_flow(c, a->call);
        if (f && f->looks_for_percent)
            return true;
    }
    return false;
}

static void judge_outside(FormatStory *s, const Flow *flow, const Origin *o)
{
    FormatCheck *c = s->check;
    const Flow *inside =
        s->use->by ? format_flow(c, s->use->by) : format_callee_flow(c, s->at.call);
    if (s->use->family == FAMILY_STRFTIME || is_inspected(c, flow, o) ||
        (inside && inside->looks_for_percent))
        return;
    if (s->use->take == TAKES_INSIDE) {
        /* The mistake is where the text is taken out and used. */
        FormatStory in = story(c, (FormatSite){s->use->by, s->use->call}, s->use->there);
        format_tell_outside(&in, &flow->sources.data[o->source], s->at.fn);
        return;
    }
    format_tell_outside(s, &flow->sources.data[o->source], NULL);
}

static bool same_global(const Symbol *a, const Symbol *b)
{
    return a == b ||
           (a->linkage == LINK_EXTERNAL && b->linkage == LINK_EXTERNAL && a->name == b->name);
}

static bool mentions(const MirFunction *fn, const Symbol *sym)
{
    for (uint32_t i = 0; i < fn->places.len; i++)
        if (fn->places.data[i].base == PLACE_GLOBAL && same_global(fn->places.data[i].sym, sym))
            return true;
    for (uint32_t b = 0; b < fn->blocks.len; b++)
        for (uint32_t i = 0; i < fn->blocks.data[b].insts.len; i++) {
            const Inst *in = &fn->blocks.data[b].insts.data[i];
            if (in->x.kind == OPERAND_GLOBAL && same_global(in->x.sym, sym))
                return true;
            for (uint32_t k = 0; k < in->arg_count; k++)
                if (in->args[k].kind == OPERAND_GLOBAL && same_global(in->args[k].sym, sym))
                    return true;
        }
    return false;
}

typedef struct Filler {
    const Flow *flow; /* NULL: nobody */
    Origin from;
} Filler;

/* Who puts text from outside into a global; the first in the order of the program. */
static const Filler *filler_of(FormatCheck *c, const Symbol *sym, uint32_t offset)
{
    const Program *p = c->engine->program;
    uint64_t key =
        hash_mix(sym->linkage == LINK_EXTERNAL ? MAP_KEY_PTR(sym->name) : MAP_KEY_PTR(sym), offset);
    Filler *f = map_get_ptr(&c->filled, key);
    if (f)
        return f;
    f = ARENA_NEW(c->arena, Filler);
    map_put(&c->filled, key, (uintptr_t)f);
    for (uint32_t u = 0; u < p->unit_count && !f->flow; u++)
        for (uint32_t i = 0; i < p->units[u].function_count && !f->flow; i++) {
            const MirFunction *fn = p->units[u].functions[i];
            const Flow *flow = fn && mentions(fn, sym) ? format_flow(c, fn) : NULL;
            for (uint32_t k = 0; flow && k < flow->outputs.len && !f->flow; k++) {
                const Output *o = &flow->outputs.data[k];
                if (o->sym && same_global(o->sym, sym) && o->offset == offset && o->from.source)
                    *f = (Filler){flow, o->from};
            }
        }
    return f;
}

static void judge_globals(FormatStory *s, const Flow *flow, const Origin *o)
{
    FormatCheck *c = s->check;
    for (uint32_t i = 0; i < flow->inputs.len; i++) {
        const Input *in = &flow->inputs.data[i];
        if (!(o->inputs >> i & 1) || in->kind != INPUT_GLOBAL ||
            s->use->family == FAMILY_STRFTIME || is_inspected(c, flow, o))
            continue;
        const Filler *f = filler_of(c, in->sym, in->offset);
        if (!f->flow || is_inspected(c, f->flow, &f->from))
            continue;
        format_tell_outside(s, &f->flow->sources.data[f->from.source], f->flow->fn);
        return;
    }
}

/* ---- a list for arguments -------------------------------------------------------------------- */
/* x86-64: struct __va_list_tag[1], which arrives as a pointer; AArch64: struct __va_list; where it
 * is a char *, a list can't be told from a text. */
static bool is_list(const Type *t)
{
    if (t && t->kind == TYPE_POINTER)
        t = t->elem;
    return t && t->kind == TYPE_STRUCT && t->u.record->tag &&
           (!strcmp(t->u.record->tag->text, "__va_list_tag") ||
            !strcmp(t->u.record->tag->text, "__va_list"));
}

/* panic(format, ap): whatever the format is, the list is not what its conversions mean. */
static bool judge_lists(FormatStory *s)
{
    const Inst *in = s->at.call;
    for (uint32_t i = s->use->first; s->use->take == TAKES_ARGUMENTS && i < in->arg_count; i++)
        if (is_list(in->args[i].type)) {
            if (s->check->telling)
                format_tell_list(s, i);
            return true;
        }
    return false;
}

/* ---- judging --------------------------------------------------------------------------------- */
static void judge_flow(FormatCheck *c, FormatStory *s)
{
    const Flow *flow = format_flow(c, s->at.fn);
    uint32_t inside = s->use->take == TAKES_INSIDE ? s->use->inside : NO_OFFSET;
    const Origin *o = NULL;
    for (uint32_t i = 0; flow && i < flow->arguments.len; i++) {
        const FlowArgument *a = &flow->arguments.data[i];
        if (a->call != s->at.call || a->arg != s->use->format)
            continue;
        const Type *t = a->call->args[a->arg].type;
        bool texts = t->kind == TYPE_POINTER && t->elem->kind == TYPE_POINTER && !inside;
        if (a->inside == inside || (!o && texts && a->inside == NO_OFFSET))
            o = &a->from;
    }
    if (!o)
        return;
    if (!c->telling)
        infer(c, s->at, s->use, flow, o);
    else if (o->source)
        judge_outside(s, flow, o);
    else if (o->literals && s->use->take != TAKES_INSIDE && s->use->take != TAKES_TEXT)
        judge_literals(s, flow, o);
    else
        judge_globals(s, flow, o);
}

static void judge(FormatCheck *c, FormatSite at, const FormatUse *use)
{
    uintptr_t done;
    uint64_t key = hash_mix(hash_mix(MAP_KEY_PTR(at.call), use->format), use->inside + use->take);
    if (use->format >= at.call->arg_count || map_get(&c->judged, key, &done))
        return;
    map_put(&c->judged, key, 1);
    arena_reset(c->scratch);
    const Operand *format = &at.call->args[use->format];
    if (!format->type || format->type->kind != TYPE_POINTER)
        return;
    FormatStory s = story(c, at, use);
    if (judge_lists(&s))
        return;
    bool passed_on = use->take == TAKES_ARGUMENTS && packs(at.fn, at.call);
    if (c->telling && !passed_on && use->take != TAKES_INSIDE && use->take != TAKES_TEXT &&
        judge_choices(&s, format))
        return;
    judge_flow(c, &s);
}

/* ---- the program ----------------------------------------------------------------------------- */
static void add_caller(FormatCheck *c, const MirFunction *fn, const Inst *in)
{
    const MirFunction *body = format_body(c, in);
    if (!body)
        return;
    FormatSites *sites = map_get_ptr(&c->callers, MAP_KEY_PTR(body));
    if (!sites) {
        sites = ARENA_NEW(c->arena, FormatSites);
        map_put(&c->callers, MAP_KEY_PTR(body), (uintptr_t)sites);
    }
    VEC_PUSH(c->arena, sites, ((FormatSite){fn, in}));
}

typedef void EachCall(FormatCheck *c, const MirFunction *fn, const Inst *in);

static void each_call(FormatCheck *c, EachCall *visit)
{
    const Program *p = c->engine->program;
    for (uint32_t u = 0; u < p->unit_count; u++)
        for (uint32_t i = 0; i < p->units[u].function_count; i++) {
            const MirFunction *fn = p->units[u].functions[i];
            for (uint32_t b = 0; fn && b < fn->blocks.len; b++)
                for (uint32_t k = 0; k < fn->blocks.data[b].insts.len; k++) {
                    const Inst *in = &fn->blocks.data[b].insts.data[k];
                    if (in->op == INST_CALL || in->op == INST_BUILTIN)
                        visit(c, fn, in);
                }
        }
}

static void judge_declared(FormatCheck *c, const MirFunction *fn, const Inst *in)
{
    FormatUses uses = {0};
    uses_of_call(c, fn, in, &uses);
    for (uint32_t i = 0; i < uses.len; i++) {
        FormatUse *u = ARENA_NEW(c->arena, FormatUse);
        *u = uses.data[i];
        judge(c, (FormatSite){fn, in}, u);
    }
}

static void learn_outside(FormatCheck *c)
{
    const Program *p = c->engine->program;
    for (uint32_t i = 0; i < p->model_count; i++)
        for (uint32_t k = 0; p->models[i].unit && k < p->models[i].unit->globals.len; k++) {
            const Symbol *s = p->models[i].unit->globals.data[k];
            if (s->kind == SYM_VAR && contract_level(s->type, s->attrs).outside)
                map_put(&c->outside, MAP_KEY_PTR(s->name), 1);
        }
}

/* Judges the callers of functions that turned out to take a format, until there is no new one. What
 * is declared for a function needs no inference. */
static void judge_inferred(FormatCheck *c)
{
    const Program *p = c->engine->program;
    Map done;
    map_init(&done, c->arena);
    for (bool more = true; more;) {
        more = false;
        for (uint32_t u = 0; u < p->unit_count; u++)
            for (uint32_t i = 0; i < p->units[u].function_count; i++) {
                const MirFunction *fn = p->units[u].functions[i];
                FormatUses *uses = fn ? map_get_ptr(&c->inferred, MAP_KEY_PTR(fn)) : NULL;
                uintptr_t n = 0;
                if (!uses)
                    continue;
                (void)map_get(&done, MAP_KEY_PTR(uses), &n);
                for (; n < uses->len; n++) {
                    const FormatUse *k = &uses->data[n];
                    more = true;
                    if (k->take == TAKES_INSIDE || !declared_uses(c, fn->sym)->len)
                        judge_callers(c, fn, arena_copy(c->arena, k, sizeof *k));
                }
                map_put(&done, MAP_KEY_PTR(uses), n);
            }
    }
}

/* Which functions take formats is found out; nothing is told yet. */
FormatCheck *format_begin(Engine *e)
{
    Arena *arena = arena_new();
    FormatCheck *c = ARENA_NEW(arena, FormatCheck);
    *c = (FormatCheck){.engine = e, .arena = arena, .scratch = arena_new()};
    Map *const maps[] = {&c->flows,   &c->uses,   &c->inferred, &c->callers,
                         &c->outside, &c->filled, &c->judged};
    for (size_t i = 0; i < COUNT_OF(maps); i++)
        map_init(maps[i], c->arena);
    learn_outside(c);
    each_call(c, add_caller);
    each_call(c, judge_declared);
    judge_inferred(c);
    return c;
}

void format_end(FormatCheck *c)
{
    arena_destroy(c->scratch);
    arena_destroy(c->arena);
}

void format_run(Engine *e)
{
    FormatCheck *c = format_begin(e);
    c->telling = true;
    map_init(&c->judged, c->arena);
    each_call(c, judge_declared);
    judge_inferred(c);
    format_end(c);
}

void format_print(void *check, const MirFunction *fn, Text *out)
{
    FormatCheck *c = check;
    format_contract_print(c, fn, map_get_ptr(&c->inferred, MAP_KEY_PTR(fn)), out);
}
