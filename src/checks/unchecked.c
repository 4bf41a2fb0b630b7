/* checks/unchecked.c - rule unchecked-result: results that must be looked at, and are not.
 *
 * What comes in: lowered functions. What goes out: findings. No path engine is needed: a result
 * that nobody takes has no destination in MIR, and one that is stored is lost when the variable is
 * not live behind the store, that is, when no way from there reads it before it is overwritten or
 * ends:
 *
 *     save(a);               call save(..)              ignored
 *     rc = save(a);          _4 = call save; store rc   rc is not live here: lost
 *     rc = save(b);          _6 = call save; store rc   rc is live: looked at
 *     return rc;
 *
 * Which results count is said by declarations: warn_unused_result or [[nodiscard]] on the function
 * or on its result type, as the unit sees it, and by models. (void)f() and (void)rc are answers.
 *
 * Deliberately imprecise: a result stored in a field, a global or a variable whose address is known
 * elsewhere is held to be looked at; so is one that is read on one way out of many. */
#include "checks/checks.h"

typedef struct Promise {
    const Symbol *fn;      /* NULL: called through a pointer */
    const char *attribute; /* as written: warn_unused_result, nodiscard */
    const Type *type;      /* the attribute is its, not the function's; or NULL */
    bool model;
} Promise;

/* ---- who must be listened to ----------------------------------------------------------------- */
static const Attr *must_check(const Attr *list)
{
    return attr_find(list, ATTR_WARN_UNUSED_RESULT);
}

static const Attr *type_must_check(const Type *t)
{
    if (t->kind == TYPE_STRUCT || t->kind == TYPE_UNION)
        return must_check(t->u.record->attrs);
    return t->kind == TYPE_ENUM ? must_check(t->u.enum_info->attrs) : NULL;
}

static const Attr *symbol_must_check(const Symbol *s)
{
    const Attr *a = must_check(s->attrs);
    if (!a && s->type->kind == TYPE_FUNCTION)
        a = must_check(s->type->u.fn.attrs);
    return a;
}

static const Attr *model_must_check(const Engine *e, const Symbol *s)
{
    if (s->linkage != LINK_EXTERNAL || engine_has(e, s))
        return NULL;
    const Symbol *model = map_get_ptr(&e->models, MAP_KEY_PTR(s->name));
    return model ? symbol_must_check(model) : NULL;
}

static bool promised(const Engine *e, const Inst *in, Promise *out)
{
    const Type *fn = in->type;
    if (in->op != INST_CALL || !fn || fn->kind != TYPE_FUNCTION || type_is_void(fn->elem))
        return false;
    *out = (Promise){0};
    const Attr *a = must_check(fn->u.fn.attrs);
    if (in->x.kind == OPERAND_GLOBAL && in->x.sym->kind == SYM_FUNCTION) {
        out->fn = in->x.sym;
        if (!a)
            a = symbol_must_check(out->fn);
        if (!a) {
            a = model_must_check(e, out->fn);
            out->model = a != NULL;
        }
    }
    if (!a) {
        a = type_must_check(fn->elem);
        out->type = fn->elem;
    }
    out->attribute = a ? NAME_TEXT(a->name) : NULL;
    return a != NULL;
}

/* ---- what becomes of a result ---------------------------------------------------------------- */
typedef struct Kept {
    uint32_t block, inst; /* of the store */
    LocalId local;
} Kept;

typedef struct Result {
    const Inst *call;
    Promise promise;
    bool read;
    VEC(Kept) kept;
    const Inst *over; /* overwrites it in the same block, or NULL */
} Result;

typedef struct Listen {
    Arena *scratch;
    Engine *engine;
    const MirFunction *fn;
    VEC(Result) results;
    uint32_t *of; /* by local: the result that a temp holds, index + 1 */
} Listen;

static Result *result_of(const Listen *l, const Operand *o)
{
    if (o->kind != OPERAND_TEMP || !l->of[o->index])
        return NULL;
    return &l->results.data[l->of[o->index] - 1];
}

/* A variable that only its function can read, and that is not declared to be of no use. */
static bool is_private(const MirFunction *f, LocalId id)
{
    const Local *l = &f->locals.data[id.i];
    if ((l->kind != LOCAL_VAR && l->kind != LOCAL_PARAM) || l->address_taken || l->discarded)
        return false;
    if (l->type->quals & QUAL_VOLATILE)
        return false;
    return !l->sym ||
           !(attr_find(l->sym->attrs, ATTR_UNUSED) || attr_find(l->sym->attrs, ATTR_CLEANUP));
}

static bool whole_local(const MirFunction *f, PlaceId id, LocalId *out)
{
    if (!place_is(id))
        return false;
    const Place *p = mir_place(f, id);
    *out = p->local;
    return p->base == PLACE_LOCAL && p->count == 0;
}

static void read_operand(Listen *l, const Operand *o);

static void read_place(Listen *l, PlaceId id)
{
    if (!place_is(id))
        return;
    const Place *p = mir_place(l->fn, id);
    if (p->base == PLACE_DEREF)
        read_operand(l, &p->pointer);
    for (uint32_t i = 0; i < p->count; i++)
        read_operand(l, &l->fn->projections.data[p->first + i].index);
}

static void read_operand(Listen *l, const Operand *o)
{
    Result *r = result_of(l, o);
    if (r)
        r->read = true;
    if (o->kind == OPERAND_PLACE)
        read_place(l, (PlaceId){o->index});
}

static void keep(Listen *l, Result *r, uint32_t block, uint32_t inst, PlaceId place)
{
    Kept k = {block, inst, NO_LOCAL};
    if (!whole_local(l->fn, place, &k.local) || !is_private(l->fn, k.local))
        r->read = true;
    else
        VEC_PUSH(l->scratch, &r->kept, k);
}

/* Temps that hold a result unchanged: conversions of it, and where two ways meet. */
static void follow_temps(Listen *l)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t b = 0; b < l->fn->blocks.len; b++)
            for (uint32_t i = 0; i < l->fn->blocks.data[b].insts.len; i++) {
                const Inst *in = &l->fn->blocks.data[b].insts.data[i];
                if ((in->op != INST_CONVERT && in->op != INST_ASSIGN) || l->of[in->dst.i] ||
                    !result_of(l, &in->x))
                    continue;
                l->of[in->dst.i] = l->of[in->x.index];
                changed = true;
            }
    }
}

static void find_uses(Listen *l)
{
    for (uint32_t b = 0; b < l->fn->blocks.len; b++) {
        const Block *block = &l->fn->blocks.data[b];
        for (uint32_t i = 0; i < block->insts.len; i++) {
            const Inst *in = &block->insts.data[i];
            Result *r = result_of(l, &in->x);
            read_place(l, in->a);
            read_place(l, in->b);
            if (r && in->op == INST_STORE)
                keep(l, r, b, i, in->a);
            else if (!r || (in->op != INST_CONVERT && in->op != INST_ASSIGN) ||
                     l->of[in->dst.i] != l->of[in->x.index])
                read_operand(l, &in->x);
            read_operand(l, &in->y);
            for (uint32_t k = 0; k < in->arg_count; k++)
                read_operand(l, &in->args[k]);
        }
        read_operand(l, &block->term.x);
    }
}

/* ---- is it read behind the store? ------------------------------------------------------------ */
static bool place_of_local(const MirFunction *f, PlaceId id, LocalId local)
{
    return place_is(id) && mir_place(f, id)->base == PLACE_LOCAL &&
           mir_place(f, id)->local.i == local.i;
}

static bool operand_reads(const MirFunction *f, const Operand *o, LocalId local)
{
    return o->kind == OPERAND_PLACE && place_of_local(f, (PlaceId){o->index}, local);
}

static bool inst_ends(const MirFunction *f, const Inst *in, LocalId local)
{
    LocalId whole;
    switch ((InstOp)in->op) {
    case INST_LIVE:
    case INST_DEAD:
    case INST_VLA: return in->dst.i == local.i;
    case INST_STORE:
    case INST_COPY:
    case INST_ZERO:
    case INST_STRING:
    case INST_CALL:
    case INST_BUILTIN:
    case INST_VA_ARG: return whole_local(f, in->a, &whole) && whole.i == local.i;
    case INST_LOAD:
    case INST_ADDR:
    case INST_ASSIGN:
    case INST_UNARY:
    case INST_BINARY:
    case INST_PTRADD:
    case INST_PTRSUB:
    case INST_CONVERT:
    case INST_CHECK:
    case INST_ASM:
    case INST_OP_COUNT: return false;
    }
    return false;
}

static bool inst_reads(const MirFunction *f, const Inst *in, LocalId local)
{
    bool reads = place_of_local(f, in->b, local) || operand_reads(f, &in->x, local) ||
                 (place_of_local(f, in->a, local) && !inst_ends(f, in, local));
    for (uint32_t i = 0; i < in->arg_count; i++)
        reads |= operand_reads(f, &in->args[i], local);
    for (uint32_t i = 0; in->asm_ && i < in->asm_->out_count; i++)
        reads |= place_of_local(f, in->asm_->outs[i], local);
    return reads;
}

static bool read_behind(const Listen *l, const MirGraph *g, const Kept *k, const Inst **over)
{
    const Block *b = &l->fn->blocks.data[k->block];
    for (uint32_t i = k->inst + 1; i < b->insts.len; i++) {
        const Inst *in = &b->insts.data[i];
        if (inst_reads(l->fn, in, k->local))
            return true;
        if (!inst_ends(l->fn, in, k->local))
            continue;
        *over = in->op == INST_DEAD || in->op == INST_LIVE ? NULL : in;
        return false;
    }
    uint32_t n = mir_successors(&b->term, NULL, 0);
    BlockId *next = ARENA_ARRAY(l->scratch, BlockId, n + 1);
    (void)mir_successors(&b->term, next, n);
    for (uint32_t i = 0; i < n; i++)
        if (bitset_has(g->live_in[next[i].i], k->local.i))
            return true;
    return false;
}

/* An aggregate result goes straight into its variable. */
static bool stored_whole(const Listen *l, uint32_t block, uint32_t inst, Kept *out)
{
    const Inst *in = &l->fn->blocks.data[block].insts.data[inst];
    *out = (Kept){block, inst, NO_LOCAL};
    return whole_local(l->fn, in->a, &out->local) && is_private(l->fn, out->local);
}

/* ---- telling --------------------------------------------------------------------------------- */
static const char *called(Arena *a, const Listen *l, const Result *r)
{
    if (r->promise.fn)
        return arena_printf(a, "`%s`", NAME_TEXT(r->promise.fn->name));
    const char *text = diag_source_text(a, l->fn->unit->map, r->call->span, 40);
    return text ? arena_printf(a, "`%s`", text) : "this call";
}

static void tell_promise(Arena *a, const Listen *l, const Result *r, Finding *f)
{
    const Promise *p = &r->promise;
    if (p->type) {
        finding_note(
            a, f, arena_printf(a, "`%s` is declared `%s`", type_spell(a, p->type), p->attribute));
        return;
    }
    if (p->model) {
        finding_note(a, f,
                     arena_printf(a,
                                  "Corten's model of `%s` says that its result must be "
                                  "checked",
                                  NAME_TEXT(p->fn->name)));
        return;
    }
    if (p->fn && p->fn->loc && !source_in_system_header(l->fn->unit->map, p->fn->loc))
        finding_label(a, f, LABEL_SECONDARY, (Span){p->fn->loc, p->fn->loc},
                      arena_printf(a, "declared `%s`", p->attribute));
    else
        finding_note(a, f, arena_printf(a, "it is declared `%s`", p->attribute));
}

static void tell(Listen *l, Result *r, const Kept *k)
{
    Arena *a = l->scratch;
    const Program *p = l->engine->program;
    const char *who = called(a, l, r);
    Span span = r->call->span;
    Finding f = {.rule = RULE_UNCHECKED_RESULT, .severity = SEVERITY_ERROR};
    f.function = NAME_TEXT(l->fn->sym->name);
    f.subject = who;
    if (!k) {
        f.message = arena_printf(a, "the result of %s must be checked, and is ignored", who);
        finding_label(a, &f, LABEL_PRIMARY, span, "nobody looks at what it returns");
    } else {
        const char *var = NAME_TEXT(
            l->fn->locals.data[k->local.i].sym ? l->fn->locals.data[k->local.i].sym->name : NULL);
        f.message =
            arena_printf(a, "the result of %s must be checked, and is lost in `%s`", who, var);
        finding_label(a, &f, LABEL_PRIMARY, span,
                      r->over ? "stored, and never looked at"
                              : arena_printf(a, "stored, and `%s` is not read afterwards", var));
        if (r->over)
            finding_label(a, &f, LABEL_EVENT, r->over->span,
                          arena_printf(a, "`%s` is overwritten here", var));
    }
    tell_promise(a, l, r, &f);
    Edit *edit = ARENA_NEW(a, Edit);
    *edit = (Edit){.replace = span, .insert_before = true, .text = "(void)"};
    if (k)
        finding_help(a, &f,
                     arena_printf(a, "test `%s` before it is used again",
                                  NAME_TEXT(l->fn->locals.data[k->local.i].sym->name)),
                     NULL);
    else
        finding_help(a, &f, "test it; if it really does not matter, say so", edit);
    diag_add(p->diag, l->fn->unit->map, &f);
}

/* ---- a function ------------------------------------------------------------------------------ */
static void collect(Listen *l)
{
    l->of = NULL;
    for (uint32_t b = 0; b < l->fn->blocks.len; b++)
        for (uint32_t i = 0; i < l->fn->blocks.data[b].insts.len; i++) {
            const Inst *in = &l->fn->blocks.data[b].insts.data[i];
            Result r = {.call = in};
            Kept whole;
            if ((in->flags & (INST_VOID_CAST | INST_IMPLICIT)) ||
                !promised(l->engine, in, &r.promise))
                continue;
            if (!local_is(in->dst) && !place_is(in->a)) {
                tell(l, &r, NULL);
                continue;
            }
            if (local_is(in->dst)) {
                if (!l->of)
                    l->of = ARENA_ARRAY(l->scratch, uint32_t, l->fn->locals.len);
                l->of[in->dst.i] = l->results.len + 1;
            } else if (stored_whole(l, b, i, &whole)) {
                VEC_PUSH(l->scratch, &r.kept, whole);
            } else {
                continue;
            }
            VEC_PUSH(l->scratch, &l->results, r);
        }
}

static void listen(Listen *l)
{
    collect(l);
    if (l->of) {
        follow_temps(l);
        find_uses(l);
    }
    MirGraph *g = NULL;
    for (uint32_t i = 0; i < l->results.len; i++) {
        Result *r = &l->results.data[i];
        bool read = r->read || !r->kept.len;
        for (uint32_t k = 0; k < r->kept.len && !read; k++) {
            if (!g)
                g = mir_graph(l->scratch, l->fn);
            read = read_behind(l, g, &r->kept.data[k], &r->over);
        }
        if (!read && l->fn->locals.data[r->kept.data[0].local.i].sym)
            tell(l, r, &r->kept.data[0]);
    }
}

void unchecked_run(Engine *e)
{
    Arena *scratch = arena_new();
    for (uint32_t i = 0; i < e->program->unit_count; i++) {
        const ProgramUnit *u = &e->program->units[i];
        for (uint32_t k = 0; k < u->function_count; k++) {
            if (!u->functions[k])
                continue;
            Listen l = {.scratch = scratch, .engine = e, .fn = u->functions[k]};
            listen(&l);
            arena_reset(scratch);
        }
    }
    arena_destroy(scratch);
}
