/* engine/call.c - calls: whose word counts, and what it says.
 *
 * In this order: the body, when the program has it (its summary); a model or annotations (a
 * declared contract); nobody: unknown code, to which everything that it is given escapes.
 *
 * A declared contract, parameter by parameter:
 *     T *p (modelled)         non-null, alive; what it points to may be overwritten
 *     const T *p              non-null, alive
 *     T *__own p              released here, by its family
 *     T *__inits p            filled; with __when(return == 0) there are two states afterwards
 *     T *__own f(...)         a new region, owned, that may be null if _Nullable */
#include "engine/strfn.h"

const FunctionContract *engine_contract(Engine *e, const Symbol *sym)
{
    FunctionContract *c = map_get_ptr(&e->contracts, MAP_KEY_PTR(sym));
    if (!c) {
        c = ARENA_NEW(e->arena, FunctionContract);
        *c = contract_of_function(e->arena, sym);
        map_put(&e->contracts, MAP_KEY_PTR(sym), (uintptr_t)c);
    }
    return c;
}

const MirFunction *engine_definition(const Engine *e, const Symbol *sym)
{
    if (sym->function)
        return map_get_ptr(&e->function_of_symbol, MAP_KEY_PTR(sym->function));
    if (sym->linkage != LINK_EXTERNAL)
        return NULL;
    ProgramFunction *pf = program_function(e->program, sym->name);
    return pf ? pf->mir : NULL;
}

/* __builtin_memcpy is memcpy; fortified twins __memcpy_chk are modelled under their own names. */
static const Symbol *model_of(const Engine *e, Names *names, const char *name)
{
    const char *plain = strncmp(name, "__builtin_", 10) == 0 ? name + 10 : name;
    return map_get_ptr(&e->models, MAP_KEY_PTR(names_intern(names, plain, strlen(plain))));
}

/* malloc gives an owner, free takes one: by their models. A body has the last word. */
MemoryRole engine_memory_role(Engine *e, const Symbol *f)
{
    const Symbol *model =
        engine_definition(e, f) ? NULL : model_of(e, e->program->names, NAME_TEXT(f->name));
    const FunctionContract *c = model ? engine_contract(e, model) : NULL;
    if (c && c->result.own) /* realloc, too: nobody takes it for a release alone */
        return MEMORY_MADE;
    for (uint32_t i = 0; c && i < c->param_count; i++)
        if (c->params[i].own)
            return MEMORY_RELEASED;
    return MEMORY_NONE;
}

static const Symbol *called_symbol(Analysis *an, State *s, const Inst *in)
{
    if (in->x.kind == OPERAND_GLOBAL)
        return in->x.sym;
    Value v = eval_operand(an, s, &in->x);
    if (v.kind == VAL_PTR && region_info(an, v.id)->kind == REGION_GLOBAL && v.num == 0)
        return region_info(an, v.id)->sym;
    return hooked_release(an, in);
}

/* in: the call, where there is one, with what it gives to a body. */
static Callee callee_named(Analysis *an, State *s, const Inst *in, const Symbol *f)
{
    Engine *e = an->engine;
    Callee c = {.sym = f, .name = NAME_TEXT(f->name)};
    const MirFunction *body = engine_definition(e, f);
    uintptr_t yes;
    if (an->safe && f->safe) { /* what it says, not what it does */
        c.contract = engine_contract(e, f);
        return c;
    }
    if (body) {
        c.never_returns = map_get(&e->no_return, MAP_KEY_PTR(body), &yes);
        c.result = in ? engine_bound(an, s, in, body) : NULL;
        if (!c.result)
            c.result = engine_function(e, body);
        if (in)
            c.result = engine_for_constants(an, s, in, c.result);
        c.contract = engine_contract(e, f);
        return c;
    }
    const ContractEntry *read = engine_read_contract(e, f);
    if (read) {
        c.never_returns = read->sym->noreturn;
        c.result = read->result;
        c.contract = engine_contract(e, c.result ? f : read->sym);
        return c;
    }
    const Symbol *model = model_of(e, e->program->names, c.name);
    c.sym = model ? model : f;
    c.model = model != NULL;
    c.contract = engine_contract(e, c.sym);
    return c;
}

Callee callee_by_symbol(Analysis *an, const Symbol *f)
{
    return callee_named(an, NULL, NULL, f);
}

Callee callee_of(Analysis *an, State *s, const Inst *in)
{
    Engine *e = an->engine;
    Callee c = {0};
    if (in->op == INST_BUILTIN) {
        c.name = builtin_name((BuiltinId)in->builtin);
        c.sym = model_of(e, e->program->names, c.name);
        if (!strncmp(c.name, "__builtin_", 10))
            c.name += 10;
    } else {
        c.sym = called_symbol(an, s, in);
        if (!c.sym || !c.sym->type || c.sym->type->kind != TYPE_FUNCTION) {
            c.sym = NULL;
            return c;
        }
        return callee_named(an, s, in, c.sym);
    }
    if (c.sym) {
        c.contract = engine_contract(e, c.sym);
        c.model = true;
    }
    return c;
}

/* ---- unknown code ---------------------------------------------------------------------------- */
static const Type *parameter_type(const Inst *in, uint32_t i)
{
    const Type *t = in->type;
    if (t && t->kind == TYPE_POINTER)
        t = t->elem;
    return t && t->kind == TYPE_FUNCTION && i < t->u.fn.count ? t->u.fn.params[i].type : NULL;
}

static bool is_pointer(const Type *t)
{
    return t && t->kind == TYPE_POINTER;
}

bool answer_used(const Analysis *an, const Inst *in)
{
    return local_is(in->dst) && an->last_use[in->dst.i] != UINT32_MAX - 1;
}

static Value fresh_result(Analysis *an, State *s, const Inst *in, const Callee *c, bool outside)
{
    if (!local_is(in->dst))
        return value_unknown();
    Value v = value_fresh(an, s, an->fn->locals.data[in->dst.i].type, outside);
    bool cut_down = c->result && c->result->gave_up; /* found in data, for all that we know */
    if (v.kind == VAL_PTR) {
        an->regions.data[v.id].given = !c->result;
        an->regions.data[v.id].memory = cut_down;
        an->regions.data[v.id].outside = outside;
        an->regions.data[v.id].maker = c->name;
    } else if (v.kind == VAL_SYM) {
        an->syms.data[v.id].who = c->name;
        an->syms.data[v.id].memory = cut_down;
        for (uint32_t i = 0; i < in->arg_count; i++) { /* isdigit(c): an answer about c */
            Value a = eval_operand(an, s, &in->args[i]);
            if (a.kind == VAL_SYM)
                an->syms.data[v.id].about = a.id;
        }
    }
    return v;
}

/* What an object that is passed as such leads to. */
static void escape_place(Analysis *an, State *s, const Operand *o)
{
    PlaceRef r = eval_place(an, s, (PlaceId){o->index}, false);
    if (!r.known || !r.type)
        return;
    load_pointers(an, s, &r);
    Value *held = ARENA_ARRAY(an->scratch, Value, s->cell_count + 1);
    uint32_t n = 0;
    for (uint32_t i = state_first_cell(s, r.region);
         i < s->cell_count && s->cells[i].region == r.region; i++) {
        const Cell *c = &s->cells[i];
        if (c->off >= r.off && c->off < r.off + (int64_t)r.type->size)
            held[n++] = c->value;
    }
    for (uint32_t i = 0; i < n; i++)
        escape_value(an, s, held[i], ESCAPE_WRITES_ALL);
}

static Value supposed_null(Analysis *an, State *s, Value v)
{
    if (v.kind != VAL_INT || v.num != 0 || !v.id || an->events.data[v.id].supposed)
        return v;
    Event e = an->events.data[v.id];
    e.prev = s->event;
    e.supposed = true;
    VEC_PUSH(an->arena, &an->events, e);
    v.id = s->event = an->events.len - 1;
    return v;
}

/* Unknown code that returns nothing may be an error handler that does not come back: what is null
 * on this path may be so only on the way to it. */
void suppose_nulls(Analysis *an, State *s)
{
    for (uint32_t i = 0; i < s->region_count; i++)
        if (s->regions[i].null == NULL_IS && (s->regions[i].flags & REGION_TESTED))
            s->regions[i].flags |= REGION_SUPPOSED;
    for (uint32_t i = 0; i < s->cell_count; i++)
        s->cells[i].value = supposed_null(an, s, s->cells[i].value);
    for (uint32_t i = 0; i < s->temp_count; i++)
        s->temps[i].value = supposed_null(an, s, s->temps[i].value);
}

/* if (!p) oom_handler(n);  A handler behind a pointer, called for what was just found to be null,
 * is taken for one that does not come back. */
static bool is_null_handler(const Analysis *an, const State *s, const Inst *in)
{
    if (answer_used(an, in) || in->op != INST_CALL || in->x.kind != OPERAND_TEMP || !s->event)
        return false;
    const Event *e = &an->events.data[s->event], *freed = NULL;
    for (int i = 0; i < 3 && e->kind == EVENT_BRANCH && e->prev; i++) /* if (!p && n != 0) */
        e = &an->events.data[e->prev];
    for (; e->kind == EVENT_FREE && e->prev; e = &an->events.data[e->prev])
        freed = e; /* by the call that failed */
    const RegionState *rs = e->region ? state_region_find(s, e->region) : NULL;
    return e->kind == EVENT_NULL &&
           !(rs && rs->flags & REGION_SUPPOSED) && /* a callee's question */
           (!freed || freed->span.begin == e->span.begin);
}

/* The argument's value; of a transparent union (glibc's sockets) the pointer in it. */
static Value passed_value(Analysis *an, State *s, const Inst *in, uint32_t i)
{
    const Operand *o = &in->args[i];
    const Type *t = o->type ? o->type->canon : NULL;
    if (o->kind != OPERAND_PLACE || !t || t->kind != TYPE_UNION || !t->u.record->transparent)
        return eval_operand(an, s, o);
    PlaceRef r = eval_place(an, s, (PlaceId){o->index}, false);
    const Type *first = t->u.record->field_count ? t->u.record->fields[0].type : NULL;
    if (!r.known || !first || first->kind != TYPE_POINTER)
        return value_unknown();
    return state_load(an, s, r.region, r.off, r.off_sym, first);
}

static bool call_unknown(Analysis *an, State *s, const Inst *in, const Callee *c)
{
    for (uint32_t i = 0; i < in->arg_count; i++) {
        Value v = passed_value(an, s, in, i);
        if (in->args[i].kind == OPERAND_PLACE) {
            escape_place(an, s, &in->args[i]);
            escape_value(an, s, v, ESCAPE_WRITES_ALL);
            continue;
        }
        const FunctionContract *k = c->contract;
        ArgumentAsk ask = {.callee = c->name,
                           .nonnull = k && i < k->param_count && k->params[i].nonnull};
        if (!oblige_argument(an, s, v, inst_argument_span(an, in, i), &ask))
            return false;
        const Type *t = parameter_type(in, i);
        bool read_only = t && t->kind == TYPE_POINTER && (t->elem->quals & QUAL_CONST);
        bool unvetted = !answer_used(an, in) && v.kind == VAL_PTR && texts_unvetted(an, s, v.id);
        escape_value(an, s, v, read_only ? ESCAPE_WRITES_BEHIND : ESCAPE_WRITES_ALL);
        if (unvetted) /* it may put others in their place, as long as those */
            state_region(an, s, v.id)->flags &= (uint16_t)~REGION_VETTED;
        state_note_vague(an, s, v, VAGUE_ABOVE | VAGUE_BELOW);
        if (!answer_used(an, in))
            continue;
        string_asked(an, s, v);
        if (!is_pointer(an->fn->locals.data[in->dst.i].type))
            text_vetted(an, s, v);
    }
    forget_globals(an, s);
    if (!answer_used(an, in))
        suppose_nulls(an, s);
    set_result(an, s, in, fresh_result(an, s, in, c, false));
    return true;
}

/* ---- declared contracts ---------------------------------------------------------------------- */
/* What a callee may write through a pointer that it only borrows: the object pointed at, or,
 * through char * and void *, bytes from there on that hold no pointer. */
static void overwrite_one(Analysis *an, State *s, Value v, const Type *pointee)
{
    const RegionInfo *info = region_info(an, v.id);
    if (info->kind == REGION_STRING)
        return;
    bool sized = pointee && type_is_complete(pointee) && pointee->size > 1;
    if (sized && !v.off_sym) {
        state_give_range(an, s, v.id, v.num, pointee->size);
        state_store(an, s, v.id, v.num, 0, pointee->size, value_unknown());
        return;
    }
    uint64_t end_of_array = v.num < 0 || v.off_sym ? 0 : array_end(info->type, (uint64_t)v.num);
    if (end_of_array) {
        state_store(an, s, v.id, v.num, 0, end_of_array - (uint64_t)v.num, value_unknown());
        return;
    }
    RegionState *rs = state_region(an, s, v.id);
    rs->asked = 0;
    rs->length = value_unknown();
    rs->content = CONTENT_ANY;
    rs->flags |= REGION_WRITTEN;
    uint32_t first = state_first_cell(s, v.id), w = first, end = first;
    for (; end < s->cell_count && s->cells[end].region == v.id; end++)
        if (s->cells[end].value.kind == VAL_PTR || s->cells[end].off < v.num)
            s->cells[w++] = s->cells[end];
    if (w == end)
        return; /* also where there is no cell at all, and cells is NULL */
    memmove(s->cells + w, s->cells + end, (s->cell_count - end) * sizeof *s->cells);
    s->cell_count -= end - w;
}

void overwrite_pointee(Analysis *an, State *s, Value v, const Type *pointee)
{
    if (v.kind != VAL_PTR)
        return;
    Value *p;
    for (uint32_t n = state_candidates(an, s, v.id, &p), i = 0; i < n; i++) {
        p[i].num += v.num;
        overwrite_one(an, s, p[i], pointee);
    }
    overwrite_one(an, s, v, pointee);
}

/* An out-parameter for an owner (getaddrinfo's) receives a new one. */
static void fill_pointee(Analysis *an, State *s, const Inst *in, const Callee *c, Value v,
                         const Type *pointee, bool inits)
{
    overwrite_pointee(an, s, v, pointee);
    Level inner = contract_level(pointee, NULL);
    if (!inits || !inner.own || !is_pointer(pointee) || v.kind != VAL_PTR)
        return;
    Value owner = heap_make(an, s, in, c->name, inner.family, value_unknown(), CONTENT_ANY);
    state_store(an, s, v.id, v.num, v.off_sym, pointee->size, owner);
}

Value extent_value(Analysis *an, State *s, const Inst *in, const Extent *e, const Type *elem)
{
    const Type *t = type_basic(an->fn->unit->types, TYPE_ULONG);
    Value v = value_int(e->add);
    if (!e->known || (e->a >= 0 && (uint32_t)e->a >= in->arg_count) ||
        (e->b >= 0 && (uint32_t)e->b >= in->arg_count))
        return value_unknown();
    if (e->a >= 0) {
        v = eval_operand(an, s, &in->args[e->a]);
        if (e->b >= 0)
            v = value_binary(an, s, BIN_MUL, v, eval_operand(an, s, &in->args[e->b]), t, t);
        if (e->add)
            v = value_binary(an, s, BIN_ADD, v, value_int(e->add), t, t);
    }
    if (e->elements && elem && elem->size > 1)
        v = value_binary(an, s, BIN_MUL, v, value_int((int64_t)elem->size), t, t);
    return v;
}

/* Bytes up to the object's end are no string: there may be no zero among them. */
static void fill_from_outside(Analysis *an, State *s, Value p, Value bytes, const Type *elem)
{
    state_mark_outside(an, s, p, bytes);
    RegionState *rs = state_region(an, s, p.id);
    if (type_is_void(elem) && bytes.kind == VAL_INT && !p.num && !p.off_sym &&
        value_same(bytes, rs->size))
        rs->length = value_int(LENGTH_OF_OUTSIDE);
}

/* So many bytes are accessed behind the argument. */
static void ask_extent(Analysis *an, State *s, const Inst *in, const Callee *c, uint32_t i, Value v)
{
    const Level *l = &c->contract->params[i];
    const Type *t = c->contract->types[i].type;
    if (!l->extent.known || !t || t->kind != TYPE_POINTER)
        return;
    Value bytes = extent_value(an, s, in, &l->extent, t->elem);
    Span span = inst_argument_span(an, in, i);
    NumberAsk ask = {.span = span.begin ? span : in->span,
                     .subject = span,
                     .callee = c->name,
                     .write = !(t->elem->quals & QUAL_CONST)};
    (void)oblige_extent(an, s, v, bytes, &ask);
}

/* Asks, releases and overwrites, parameter by parameter. skip_inits: the case in which they are not
 * filled. */
static bool apply_params(Analysis *an, State *s, const Inst *in, const Callee *c, bool inits_hold,
                         bool owns_hold)
{
    const FunctionContract *k = c->contract;
    for (uint32_t i = 0; i < in->arg_count; i++) {
        Value v = passed_value(an, s, in, i);
        Span span = inst_argument_span(an, in, i);
        if (i >= k->param_count) { /* variadic: passed on, read */
            ArgumentAsk ask = {.callee = c->name};
            if (!oblige_argument(an, s, v, span, &ask))
                return false;
            if (!k->reads_variadic && is_pointer(in->args[i].type) &&
                !(in->args[i].type->elem->quals & QUAL_CONST))
                overwrite_pointee(an, s, v, in->args[i].type->elem);
            continue;
        }
        const Level *l = &k->params[i];
        const Type *t = k->types[i].type;
        bool releases = l->own && !(l->own_when.op != WHEN_ALWAYS && !owns_hold);
        bool pointer = is_pointer(t);
        ArgumentAsk ask = {.callee = c->name,
                           .releases = releases,
                           .nonnull = pointer && (l->nonnull || (c->model && !l->nullable))};
        if (!oblige_argument(an, s, v, span, &ask))
            return false;
        ask_extent(an, s, in, c, i, v);
        if (releases) {
            release_value(an, s, v, l->family, span, c->name, NULL);
            v = passed_value(an, s, in, i);                     /* a number has become a handle */
            if (!pointer && k->result.own && v.kind == VAL_PTR) /* fdopen */
                state_region(an, s, v.id)->flags |= REGION_PASSED_ON;
        } else if (pointer && t->elem->kind != TYPE_FUNCTION && !(t->elem->quals & QUAL_CONST) &&
                   !(l->inits && l->inits_when.op != WHEN_ALWAYS && !inits_hold))
            fill_pointee(an, s, in, c, v, t->elem, l->inits);
        if (pointer && l->outside && v.kind == VAL_PTR)
            fill_from_outside(an, s, v, extent_value(an, s, in, &l->extent, t->elem), t->elem);
        if (l->captured || (!c->model && !l->noescape && !l->inits && pointer))
            escape_value(an, s, v, ESCAPE_READS);
        if (l->captured && in->args[i].kind == OPERAND_PLACE)
            escape_place(an, s, &in->args[i]); /* hsearch: what a struct holds is kept */
    }
    return true;
}

Value heap_make(Analysis *an, State *s, const Inst *in, const char *maker, Name family, Value size,
                Content content)
{
    RegionInfo info = {
        .kind = REGION_HEAP, .family = family, .maker = maker, .span = in->span, .size = size};
    uint32_t r = region_fresh(an, &info);
    state_forget_region(an, s, r, content);
    RegionState *rs = state_region(an, s, r);
    *rs = (RegionState){.region = r,
                        .life = LIFE_LIVE,
                        .null = NULL_NO,
                        .own = OWN_YES,
                        .content = (uint8_t)content,
                        .size = size};
    event_add(an, s, EVENT_ALLOC, r, in->span, maker, NULL);
    return value_ptr(r, 0);
}

Value result_or_null(Analysis *an, State *s, const Inst *in, Value v, const char *who)
{
    if (v.kind != VAL_PTR)
        return v;
    uint32_t e = event_add(an, s, EVENT_NULL, v.id, in->span, who, NULL);
    RegionState *rs = state_region(an, s, v.id);
    bool fails = size_is_impossible(rs->size);
    rs->null = fails ? NULL_IS : NULL_MAYBE;
    rs->own = fails ? OWN_NONE : rs->own;
    rs->null_event = e;
    return v;
}

static Value null_result(Analysis *an, State *s, const Inst *in, const char *who)
{
    Value v = value_int(0);
    v.id = event_add(an, s, EVENT_NULL, 0, in->span, who, NULL);
    return v;
}

void ask_size(Analysis *an, State *s, const Inst *in, uint32_t i, Value size)
{
    Span span = inst_argument_span(an, in, i);
    NumberAsk ask = {.span = span.begin ? span : in->span, .subject = span};
    (void)oblige_size(an, s, size, &ask);
}

static Value owned_result(Analysis *an, State *s, const Inst *in, const Callee *c)
{
    const Level *l = &c->contract->result;
    Value size = extent_value(an, s, in, &l->extent, NULL);
    if (size.kind == VAL_SYM)
        ask_size(an, s, in, (uint32_t)l->extent.a, size);
    Value v = heap_make(an, s, in, c->name, l->family, size, CONTENT_ANY);
    bool handle = l->has_none || !is_pointer(c->contract->result_type);
    if (handle) {
        RegionInfo *info = &an->regions.data[v.id];
        info->kind = REGION_HANDLE;
        info->none = l->has_none ? l->none : -1;
    }
    if (l->nullable || handle)
        (void)result_or_null(an, s, in, v, c->name);
    return v;
}

static int borrowed_parameter(const FunctionContract *k)
{
    for (uint32_t i = 0; i < k->param_count; i++)
        if (k->params[i].lifetimebound)
            return (int)i;
    return -1;
}

/* Where the result of strcpy, realpath or asctime_r comes from. */
typedef struct Origin {
    bool fresh;  /* realpath(path, NULL): an object of its own, owned */
    bool itself; /* the argument `from` itself, and not somewhere in it */
    int from;    /* argument that the result points into; -1: none is known */
} Origin;

static Origin result_origin(Analysis *an, State *s, const Inst *in, const FunctionContract *k)
{
    int i = k->result.own_if_null;
    for (uint32_t p = 0; i < 0 && p < k->param_count; p++)
        if (k->params[p].returned)
            i = (int)p;
    if (i < 0 || (uint32_t)i >= in->arg_count)
        return (Origin){.from = borrowed_parameter(k)};
    const Level *l = &k->params[i];
    Value v = eval_operand(an, s, &in->args[i]);
    int null = state_nullness(an, s, v);
    if (l->nullable && null != 0) /* tmpnam(NULL): static memory, which nobody owns */
        return (Origin){.fresh = null == 1 && k->result.own_if_null >= 0, .from = -1};
    return l->returned ? (Origin){.itself = true, .from = i} : (Origin){.from = -1};
}

/* The same search in the same unchanged object finds the same: 1 null, 0 not, -1 asked for the
 * first time. The terminating zero is always found. */
static int search_outcome(Analysis *an, State *s, const Inst *in, const Callee *c, Value where,
                          uint64_t *key)
{
    *key = 0;
    if (where.kind != VAL_PTR || !c->model)
        return -1;
    *key = hash_mix(hash_mix(7, MAP_KEY_PTR(c->sym)), (uint64_t)where.num);
    for (uint32_t i = 0; i < in->arg_count; i++) {
        Value v = eval_operand(an, s, &in->args[i]);
        *key = hash_mix(hash_mix(*key, v.kind), v.kind == VAL_INT ? 0 : v.id);
        *key = hash_mix(*key, (uint64_t)v.num ^ v.off_sym);
        if (i == 1 && v.kind == VAL_INT && v.num == 0 && in->args[i].type->kind != TYPE_POINTER &&
            strncmp(c->name, "str", 3) == 0)
            return 0;
    }
    const RegionState *rs = state_region_find(s, where.id);
    return rs && rs->asked == *key ? rs->asked_null : -1;
}

static void remember_search(Analysis *an, State *s, Value where, uint64_t key, bool null)
{
    if (!key)
        return;
    RegionState *rs = state_region(an, s, where.id);
    rs->asked = key;
    rs->asked_null = null;
}

/* getenv("HOME") again, with the same text: what it gave before; 0: it is asked for the first
 * time. */
static uint32_t same_answer(Analysis *an, State *s, const Inst *in, const Callee *c, uint64_t *key)
{
    Value what = in->arg_count == 1 ? inst_argument(an, s, in, 0) : value_unknown();
    if (what.kind != VAL_PTR || region_info(an, what.id)->kind != REGION_STRING)
        return 0;
    (void)search_outcome(an, s, in, c, what, key);
    for (uint32_t i = 0; i < s->region_count; i++) {
        const RegionState *rs = &s->regions[i];
        if (*key && rs->asked == *key && region_info(an, rs->region)->is_static)
            return rs->region;
    }
    return 0;
}

/* What a search in memory finds is nobody's decision here, unless it asked the outside. */
static void note_search(const Analysis *an, State *s, const Callee *c)
{
    bool outside = c->contract->result.outside;
    for (uint32_t i = 0; i < c->contract->param_count; i++)
        outside |= c->contract->params[i].outside;
    if (!outside)
        s->guessed |= GUESSED_ANSWER | (an->loop_of[an->block] ? GUESSED_STAY : 0);
}

/* Sets the result; a borrowed result that may be null gives two states. */
static void apply_result(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    const FunctionContract *k = c->contract;
    const Origin origin = result_origin(an, s, in, k);
    int from = origin.from;
    if (!local_is(in->dst) || !(is_pointer(k->result_type) || k->result.own)) {
        set_result(an, s, in, fresh_result(an, s, in, c, k->result.outside));
    } else if (k->result.own || origin.fresh) {
        set_result(an, s, in, owned_result(an, s, in, c));
    } else if (from >= 0 && (uint32_t)from < in->arg_count) {
        Value v = eval_operand(an, s, &in->args[from]);
        uint64_t key = 0;
        int known = k->result.nullable ? search_outcome(an, s, in, c, v, &key) : 0;
        if (known < 0)
            note_search(an, s, c);
        if (known != 0) {
            State *none = state_copy(an, s);
            remember_search(an, none, v, key, true);
            set_result(an, none, in, null_result(an, none, in, c->name));
            state_list_add(out, none);
        }
        if (known == 1) {
            state_drop(an, s);
            return;
        }
        if (known < 0)
            remember_search(an, s, v, key, false);
        if (v.kind == VAL_PTR && !origin.itself) {
            const Type *t = type_basic(an->fn->unit->types, TYPE_LONG);
            v.off_sym = sym_fresh(an, t, false);
            v.num = 0;
            (void)state_assume_interval(an, s, value_sym(v.off_sym, 0), t, 0, LARGEST);
        }
        set_result(an, s, in, v);
    } else {
        uint64_t key = 0;
        uint32_t same = k->result.is_static ? same_answer(an, s, in, c, &key) : 0;
        if (same) {
            set_result(an, s, in, value_ptr(same, 0));
            state_list_add(out, s);
            return;
        }
        Value v = fresh_result(an, s, in, c, k->result.outside);
        if (v.kind == VAL_PTR) {
            state_region(an, s, v.id)->asked = key;
            RegionInfo *info = &an->regions.data[v.id];
            if (k->result.is_static && info->kind == REGION_UNKNOWN) {
                info->is_static = true;
                info->maker = c->name;
                info->span = in->span;
            }
            state_region(an, s, v.id)->null = k->result.nullable                ? NULL_UNKNOWN
                                              : (c->model || k->result.nonnull) ? NULL_NO
                                                                                : NULL_UNKNOWN;
            if (k->result.nullable)
                (void)result_or_null(an, s, in, v, c->name);
        }
        set_result(an, s, in, v);
    }
    state_list_add(out, s);
}

static const When *split_condition(const FunctionContract *k)
{
    for (uint32_t i = 0; i < k->param_count; i++) {
        const Level *l = &k->params[i];
        if (l->inits && l->inits_when.op != WHEN_ALWAYS && l->inits_when.understood)
            return &l->inits_when;
        if (l->own && l->own_when.op != WHEN_ALWAYS && l->own_when.understood)
            return &l->own_when;
    }
    return NULL;
}

static bool assume_when(Analysis *an, State *s, Value v, const Type *t, const When *w, bool holds)
{
    static const BinaryOp ops[] = {BIN_EQ, BIN_EQ, BIN_NE, BIN_LT, BIN_LE, BIN_GT, BIN_GE};
    Value cond =
        value_binary(an, s, ops[w->op], v, value_int(w->value), t,
                     t->kind == TYPE_POINTER ? type_basic(an->fn->unit->types, TYPE_INT) : t);
    return state_assume(an, s, cond, NULL, holds);
}

/* Does an out-parameter receive an owner, as getifaddrs'? */
static bool makes_owner(const FunctionContract *k)
{
    for (uint32_t i = 0; i < k->param_count; i++)
        if (k->params[i].inits && is_pointer(k->types[i].type) &&
            contract_level(k->types[i].type->elem, NULL).own)
            return true;
    return false;
}

/* read(f, p, n) > 0 filled p, and has not read more than n; otherwise it returned 0 or -1. */
static bool at_most_asked(Analysis *an, State *s, const Inst *in, Value v, const When *w)
{
    const Type *rt = an->fn->locals.data[in->dst.i].type;
    if (w->op != WHEN_GT || w->value != 0 || !type_is_integer(rt))
        return true;
    for (uint32_t i = 0; i < in->arg_count; i++)
        if (type_is_integer(in->args[i].type) && in->args[i].type->is_unsigned &&
            in->args[i].type->size == rt->size)
            return state_assume_interval(
                an, s, v, rt, -1,
                state_interval(an, s, eval_operand(an, s, &in->args[i]), in->args[i].type).hi);
    return true;
}

void call_declared(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    const When *w = split_condition(c->contract);
    if (!callback_declared(an, s, in, c)) {
        state_drop(an, s);
        return;
    }
    if (!w || !local_is(in->dst)) {
        if (!apply_params(an, s, in, c, true, true)) {
            state_drop(an, s);
            return;
        }
        apply_result(an, s, in, c, out);
        return;
    }
    for (int holds = 0; holds < 2; holds++) {
        State *one = holds ? s : state_copy(an, s);
        StateList after = {0};
        if (!apply_params(an, one, in, c, holds, holds)) {
            state_drop(an, one);
            continue;
        }
        apply_result(an, one, in, c, &after);
        for (State *x = after.first, *next; x; x = next) {
            next = x->next;
            Value v = state_temp(x, in->dst);
            const Type *rt = an->fn->locals.data[in->dst.i].type;
            /* what makes an owner or fails with -1 succeeds with 0 */
            bool zero = !holds || !makes_owner(c->contract) || w->op != WHEN_NE || w->value != -1 ||
                        state_assume_interval(an, x, v, rt, 0, 0);
            if (zero && assume_when(an, x, v, rt, w, holds) && at_most_asked(an, x, in, v, w))
                state_list_add(out, x);
            else
                state_drop(an, x);
        }
    }
}

/* setjmp came back a second time: what ran in between may have changed everything that a callee
 * can reach. */
static void eval_setjmp(Analysis *an, State *s, const Inst *in, StateList *out)
{
    const Type *t = an->fn->locals.data[in->dst.i].type;
    State *first = state_copy(an, s);
    set_result(an, first, in, value_int(0));
    state_list_add(out, first);
    BitSet held = state_reachable(an, s, false, value_unknown());
    for (uint32_t i = 0; i < s->region_count; i++) {
        uint32_t r = s->regions[i].region;
        if (region_info(an, r)->kind == REGION_LOCAL && !bitset_has(held, r))
            continue;
        s->regions[i].life = s->regions[i].life == LIFE_LIVE ? LIFE_LIVE : LIFE_UNKNOWN;
        state_forget_region(an, s, r, CONTENT_ANY);
    }
    forget_globals(an, s);
    Value v = value_fresh(an, s, t, false);
    set_result(an, s, in, v);
    if (state_assume_not(an, s, v, t, 0))
        state_list_add(out, s);
    else
        state_drop(an, s);
}

static bool call_by_summary(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out)
{
    switch (engine_call_known(an, c->result)) {
    case CALL_UNKNOWN: return false;
    case CALL_BY_SUMMARY: summary_apply(an, s, in, c, out); break;
    case CALL_WITHIN: call_within(an, s, in, c, out); break;
    case CALL_NO_RETURN: break;
    }
    state_drop(an, s);
    return true;
}

/* die(why): what it needs on the way to its end is asked here. Where a function ends that never
 * comes back itself is a case of it, so that its callers are asked in turn. */
static void call_without_return(Analysis *an, State *s, const Inst *in, const Callee *c)
{
    StateList ends = {0};
    uintptr_t yes;
    an->result->may_not_return = true;
    if (c->result && engine_call_known(an, c->result) == CALL_BY_SUMMARY) {
        summary_apply(an, s, in, c, &ends);
        state_drop(an, s);
    } else {
        state_list_add(&ends, s);
    }
    bool never = map_get(&an->engine->no_return, MAP_KEY_PTR(an->fn), &yes);
    for (State *end = ends.first, *next; end; end = next) {
        next = end->next;
        if (never)
            leave_function(an, end, value_unknown());
        else
            state_drop(an, end);
    }
}

/* A function that makes a pointer of the number that it is given, and does nothing else. */
static bool makes_pointer(const MirFunction *fn)
{
    const Block *b = &fn->blocks.data[0];
    const Inst *in = b->insts.data;
    if (fn->blocks.len != 1 || b->insts.len != 3 || in[0].op != INST_LOAD ||
        in[1].op != INST_CONVERT || in[1].sub != CONVERT_INT_PTR || in[2].op != INST_STORE)
        return false;
    const Place *from = mir_place(fn, in[0].a), *to = mir_place(fn, in[2].a);
    return from->base == PLACE_LOCAL && from->local.i == 1 && !from->count &&
           to->base == PLACE_LOCAL && to->local.i == 0;
}

/* ERR_PTR(-ENOMEM): an error number in place of a pointer, which leads to no object. */
static bool eval_error_pointer(Analysis *an, State *s, const Inst *in, const Callee *c)
{
    bool body = c->result && c->result->fn; /* a contract has none */
    Value v = body && in->arg_count == 1 ? eval_operand(an, s, &in->args[0]) : value_unknown();
    if (v.kind != VAL_INT || !is_error_number(v.num) || !makes_pointer(c->result->fn))
        return false;
    v.id = event_add(an, s, EVENT_NULL, 0, in->span, c->name, NULL);
    set_result(an, s, in, v);
    return true;
}

void eval_call(Analysis *an, State *s, const Inst *in, StateList *out)
{
    if ((in->flags & INST_RETURNS_TWICE) && local_is(in->dst)) {
        eval_setjmp(an, s, in, out);
        return;
    }
    if (in->op == INST_BUILTIN && eval_overflow(an, s, in, out))
        return;
    if (in->op == INST_CALL && in->x.kind == OPERAND_TEMP && call_by_table(an, s, in, out))
        return;
    Callee c = callee_of(an, s, in);
    if (eval_error_pointer(an, s, in, &c)) {
        state_list_add(out, s);
        return;
    }
    if (in->op == INST_CALL && in->x.kind == OPERAND_TEMP) {
        Value f = eval_operand(an, s, &in->x);
        if (!oblige_access(an, s, f, operand_span(an, &in->x), in->span)) {
            state_drop(an, s);
            return;
        }
    }
    if (c.contract && c.contract->format)
        ask_formatted(an, s, in, &c);
    if (c.never_returns || (c.contract && c.contract->noreturn)) {
        call_without_return(an, s, in, &c);
        return;
    }
    if (c.contract && c.contract->builtin && eval_named(an, s, in, c.contract->builtin, &c, out))
        return;
    if (c.result && call_by_summary(an, s, in, &c, out))
        return;
    if (in->op == INST_BUILTIN && !c.contract) {
        for (uint32_t i = 0; i < in->arg_count; i++)
            escape_value(an, s, eval_operand(an, s, &in->args[i]), ESCAPE_WRITES_ALL);
        set_result(an, s, in, fresh_result(an, s, in, &c, false));
        state_list_add(out, s);
        return;
    }
    if (c.contract && c.contract->known && (c.model || !c.result)) {
        call_declared(an, s, in, &c, out);
        return;
    }
    if (c.model) {
        call_declared(an, s, in, &c, out);
        return;
    }
    if (!c.sym && in->op == INST_CALL)
        callback_note(an, s, in);
    if (!c.sym && is_null_handler(an, s, in))
        state_drop(an, s);
    else if (call_unknown(an, s, in, &c))
        state_list_add(out, s);
    else
        state_drop(an, s);
}
