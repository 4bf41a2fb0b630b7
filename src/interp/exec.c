/* interp/exec.c - frames, places, instructions.
 *
 * What comes in: a function and its arguments. What goes out: what its instructions do, one after
 * the other. Frames are a list and calls do not recurse here, so that deep recursion of the program
 * is no trouble of ours, and longjmp is taking frames off the list. Only what the C library
 * calls back (qsort) runs in a loop of its own. */
#include "interp/interp_internal.h"

/* ---- frames --------------------------------------------------------------------------------- */

static bool in_memory(const Local *l)
{
    return l->kind != LOCAL_TEMP || l->aggregate_temp;
}

static void local_begin(Run *r, Frame *f, uint32_t i, uint64_t size)
{
    Object *old = f->objects[i], *o = object_new(r, OBJECT_LOCAL, size);
    o->sym = f->fn->locals.data[i].sym;
    if (old && old->life == OBJECT_LIVES && old->id)
        object_end(r, old, OBJECT_ENDED); /* a jump back to its declaration */
    if (old && !old->id)
        object_forget(r, old);
    f->objects[i] = o;
}

static Frame *frame_push(Run *r, const MirFunction *fn)
{
    uint32_t n = fn->locals.len;
    Frame *f = interp_take(r, sizeof *f);
    if (++r->depth > FRAMES_MOST)
        interp_cannot(r, "more than %d functions called each other", FRAMES_MOST);
    f->caller = r->top;
    f->fn = fn;
    f->temps = interp_take(r, n * sizeof *f->temps);
    f->undefined = interp_take(r, n);
    f->objects = interp_take(r, n * sizeof *f->objects);
    memset(f->undefined, 1, n);
    for (uint32_t i = 0; i < n; i++) {
        const Local *l = &fn->locals.data[i];
        if (in_memory(l) && l->kind != LOCAL_VAR && !type_is_void(l->type))
            local_begin(r, f, i, l->type->size);
    }
    return f;
}

static void object_leave(Run *r, Object *o)
{
    if (o && o->id && o->life == OBJECT_LIVES)
        object_end(r, o, OBJECT_ENDED);
    else if (o && !o->id)
        object_forget(r, o);
}

/* Dates of what ends here are the caller's view of it: r->top is still the frame. */
static void frame_pop(Run *r)
{
    Frame *f = r->top;
    uint32_t n = f->fn->locals.len;
    for (uint32_t i = r->jumps.len; i-- > 0;)
        if (r->jumps.data[i].frame == f)
            r->jumps.data[i] = r->jumps.data[--r->jumps.len];
    for (uint32_t i = 0; i < n; i++)
        object_leave(r, f->objects[i]);
    for (uint32_t i = 0; i < f->allocas.len; i++)
        object_leave(r, f->allocas.data[i]);
    object_leave(r, f->varargs);
    r->top = f->caller;
    r->depth--;
    interp_give(r, f->temps, n * sizeof *f->temps);
    interp_give(r, f->undefined, n);
    interp_give(r, f->objects, n * sizeof *f->objects);
    interp_give(r, f, sizeof *f);
}

/* ---- the trace ------------------------------------------------------------------------------ */

static void trace_value(Run *r, Text *t, const Symbol *sym, const Type *type, Object *o)
{
    Scalar v;
    const char *name = NAME_TEXT(sym->name);
    bool pointer = type->kind == TYPE_POINTER;
    if (o->life != OBJECT_LIVES || o->size < type->size ||
        (!pointer && (!type_is_integer(type) || type->width > 64)))
        return;
    if (!spot_peek(r, (Spot){.object = o}, type, &v)) {
        text_addf(t, " %s=uninit", name);
    } else if (!pointer) {
        text_addf(t, " %s=", name);
        text_add_i128(t, (i128)v.i);
    } else {
        static const char *const lives[] = {"live", "freed", "moved", "ended"};
        Spot s = spot_of(r, (uint64_t)v.i);
        text_addf(t, " %s=%s", name,
                  v.i == 0    ? "null"
                  : !s.object ? "wild"
                              : lives[s.object->life]);
        if (s.object)
            text_addf(t, ":%s%+lld",
                      s.object->sym                   ? NAME_TEXT(s.object->sym->name)
                      : s.object->kind == OBJECT_HEAP ? "heap"
                                                      : "object",
                      (long long)s.offset);
    }
}

/* A line for each block entered: `f bb3 depth 2: i=4 p=live:heap+8 q=null`. */
static void trace(Run *r, const Frame *f)
{
    Text t;
    const char *only = r->options->trace_fn, *name = NAME_TEXT(f->fn->sym->name);
    if (only && strcmp(only, name) != 0)
        return;
    text_init(&t, r->scratch);
    text_addf(&t, "%s bb%u depth %u:", name, f->block, r->depth);
    for (uint32_t i = 0; i < f->fn->locals.len; i++) {
        const Local *l = &f->fn->locals.data[i];
        if (l->sym && f->objects[i])
            trace_value(r, &t, l->sym, l->type, f->objects[i]);
    }
    for (uint32_t i = 0; i < f->fn->unit->globals.len; i++) {
        const Symbol *sym = f->fn->unit->globals.data[i];
        Object *o = sym->kind == SYM_VAR ? map_get_ptr(&r->symbols, MAP_KEY_PTR(sym)) : NULL;
        if (o)
            trace_value(r, &t, sym, sym->type, o);
    }
    text_add(&t, "\n");
    (void)r->options->write(r->options->ctx, 3, t.data, t.len);
    arena_reset(r->scratch);
}

/* Lines of the first unit's main file. */
static void note_line(Run *r, const Frame *f, const Inst *in)
{
    if (map_get_ptr(&r->passed, MAP_KEY_PTR(in)))
        return;
    map_put(&r->passed, MAP_KEY_PTR(in), 1);
    const SourceMap *m = f->fn->unit->map;
    uint32_t line = in->span.begin ? source_line(m, in->span.begin) : 0, i = r->lines.len;
    if (!line || source_in_system_header(m, in->span.begin))
        return;
    for (uint32_t k = 0; k < i; k++)
        if (r->lines.data[k] == line)
            return;
    VEC_PUSH(r->arena, &r->lines, line);
    for (; i && r->lines.data[i - 1] > line; i--)
        r->lines.data[i] = r->lines.data[i - 1];
    r->lines.data[i] = line;
}

/* ---- operands and places -------------------------------------------------------------------- */

static Scalar floating(Frame *f, const Operand *o, const Type *type)
{
    Scalar v;
    long double x = f->fn->floats.data[o->index];
    memset(&v, 0, sizeof v);
    if (type->kind == TYPE_FLOAT || type->kind == TYPE_FLOAT32)
        v.f = (float)x;
    else if (type->kind == TYPE_LDOUBLE || type->kind == TYPE_FLOAT64X)
        v.ld = x;
    else if (type->kind == TYPE_FLOAT128)
        v.q = x;
    else if (type->kind == TYPE_COMPLEX || type->kind == TYPE_VECTOR) {
        Scalar e = floating(f, o, type->elem);
        uint64_t n = type->kind == TYPE_COMPLEX ? 1 : type->u.array.count;
        for (uint64_t i = 0; i < n; i++)
            value_put(type->elem, v.bytes + i * type->elem->size, e);
    } else
        v.d = (double)x;
    return v;
}

/* False: it has no value. */
static bool operand_peek(Run *r, Frame *f, const Operand *o, Scalar *v)
{
    memset(v, 0, sizeof *v);
    switch ((OperandKind)o->kind) {
    case OPERAND_NONE:
    case OPERAND_PLACE:
    case OPERAND_NULL: break;
    case OPERAND_UNDEF: return false;
    case OPERAND_TEMP: *v = f->temps[o->index]; return !f->undefined[o->index];
    case OPERAND_INT:
        v->i = o->u.bits;
        if (type_is_integer(o->type))
            v->i = type_wrap(o->type, v->i);
        break;
    case OPERAND_WIDE: v->i = f->fn->wide.data[o->index]; break;
    case OPERAND_FLOAT: *v = floating(f, o, o->type); break;
    case OPERAND_GLOBAL:
        v->i = o->sym->kind == SYM_VAR ? object_address(r, interp_object(r, o->sym))
                                       : interp_function(r, o->sym);
        v->i = (uint64_t)v->i + o->u.bits;
        break;
    case OPERAND_STRING: {
        const MirString *s = &f->fn->strings.data[o->index];
        v->i = object_address(r, interp_string(r, s->bytes, s->count, s->elem_size)) + o->u.bits;
        break;
    }
    case OPERAND_BLOCK: v->i = object_address(r, interp_labels(r, f->fn)) + o->index; break;
    }
    return true;
}

static Scalar operand(Run *r, Frame *f, const Operand *o)
{
    Scalar v;
    if (!operand_peek(r, f, o, &v))
        interp_error(r, RUN_UNINIT, NULL,
                     "uses the value of a function that ended without returning one");
    return v;
}

static Object *up_variable(Run *r, Frame *f, const Symbol *sym)
{
    for (Frame *i = f->caller; i; i = i->caller) {
        if (i->fn->source != sym->owner)
            continue;
        for (uint32_t k = 0; k < i->fn->locals.len; k++)
            if (i->fn->locals.data[k].sym == sym)
                return i->objects[k];
    }
    interp_cannot(r, "no function has the variable `%s`", NAME_TEXT(sym->name));
}

/* C23 6.5.7p9: inside its array; one past it for an address. What a pointer leads to may go on
 * behind the trailing array of its type: GNU's flexible arrays of any length. */
static void check_index(Run *r, Frame *f, const Place *p, uint32_t i, const Type *array, i128 n,
                        bool address)
{
    const Projection *s = &f->fn->projections.data[p->first + i];
    uint64_t count = array->u.array.count;
    if (array->kind == TYPE_ARRAY && (array->vla || array->incomplete || type_is_vla(array)))
        return;
    if (i && s[-1].kind == PROJ_FIELD && p->base == PLACE_DEREF &&
        s[-1].field->index + 1 == s[-1].field->owner->field_count)
        return;
    if (n < 0 || n > (i128)count || (n == (i128)count && !(address && i + 1 == p->count)))
        interp_error(r, RUN_OUT_OF_BOUNDS, NULL, "index %lld of an array of %llu", (long long)n,
                     (unsigned long long)count);
}

static Spot place(Run *r, Frame *f, PlaceId id, bool address)
{
    const Place *p = mir_place(f->fn, id);
    Spot s = {0};
    switch ((PlaceBase)p->base) {
    case PLACE_LOCAL: s.object = f->objects[p->local.i]; break;
    case PLACE_GLOBAL: s.object = interp_object(r, p->sym); break;
    case PLACE_UPVAR: s.object = up_variable(r, f, p->sym); break;
    case PLACE_DEREF: s = spot_of(r, (uint64_t)operand(r, f, &p->pointer).i); break;
    }
    if (!s.object && p->base != PLACE_DEREF)
        interp_error(r, RUN_USE_AFTER_SCOPE, NULL, "a variable that does not live");
    const Type *t = p->base_type;
    for (uint32_t i = 0; i < p->count; i++) {
        const Projection *step = &f->fn->projections.data[p->first + i];
        if (step->kind == PROJ_FIELD && step->field->is_bit_field) {
            s.bits = step->field;
        } else if (step->kind == PROJ_FIELD) {
            s.offset += (int64_t)step->field->offset;
        } else if (step->kind == PROJ_INDEX) {
            i128 n = (i128)operand(r, f, &step->index).i;
            check_index(r, f, p, i, t, n, address);
            s.offset += (int64_t)n * (int64_t)step->type->size;
        } else if (step->kind == PROJ_IMAG) {
            s.offset += (int64_t)t->elem->size;
        }
        t = step->type;
    }
    return s;
}

static void define(Frame *f, LocalId dst, Scalar v)
{
    f->temps[dst.i] = v;
    f->undefined[dst.i] = false;
}

/* ---- calls ---------------------------------------------------------------------------------- */

/* A pointer that is passed on must lead into what lives, or just past it (C23 6.2.4p2). */
static void check_passed(Run *r, const Type *t, Scalar v)
{
    Spot s = spot_of(r, (uint64_t)v.i);
    if (t->kind != TYPE_POINTER || !s.object || s.object->life == OBJECT_LIVES)
        return;
    if (s.object->life == OBJECT_ENDED)
        interp_error(r, RUN_USE_AFTER_SCOPE, s.object,
                     "passes on a pointer to a variable whose scope has ended");
    interp_error(r, s.object->life == OBJECT_MOVED ? RUN_INVALIDATED_BORROW : RUN_USE_AFTER_FREE,
                 s.object, "passes on a pointer to an object that was %s",
                 s.object->life == OBJECT_MOVED ? "moved" : "freed");
}

/* Values of scalar arguments; where aggregates stand. */
static void arguments(Run *r, Frame *f, const Inst *in, Scalar *values, const Type **types,
                      Spot *places, bool check)
{
    for (uint32_t i = 0; i < in->arg_count; i++) {
        const Operand *o = &in->args[i];
        types[i] = o->type;
        places[i] = (Spot){0};
        if (o->kind == OPERAND_PLACE) {
            places[i] = place(r, f, (PlaceId){o->index}, false);
            memset(&values[i], 0, sizeof values[i]);
            if (o->type->size <= sizeof values[i] && !is_aggregate(o->type))
                values[i] = spot_read(r, places[i], o->type); /* complex, vectors */
        } else {
            values[i] = operand(r, f, o);
            if (check)
                check_passed(r, o->type, values[i]);
        }
    }
}

static void bind(Run *r, Frame *callee, const Scalar *args, const Type **types, const Spot *places,
                 uint32_t count)
{
    const MirFunction *fn = callee->fn;
    if (count < fn->param_count)
        interp_error(r, RUN_BAD_CALL, NULL, "`%s` is called with %u arguments and wants %u",
                     NAME_TEXT(fn->sym->name), count, fn->param_count);
    for (uint32_t i = 0; i < fn->param_count; i++) {
        const Type *t = fn->locals.data[i + 1].type;
        Spot to = {.object = callee->objects[i + 1]};
        if (places && places[i].object && is_aggregate(t))
            spot_copy(r, to, places[i], t->size);
        else if (t->canon == types[i]->canon || !type_is_arithmetic(t))
            spot_write(r, to, t, args[i]);
        else /* without a prototype: promoted arguments */
            spot_write(r, to, t, value_cast(r, types[i], t, args[i]));
    }
    if (count > fn->param_count)
        callee->varargs =
            interp_varargs(r, args + fn->param_count, types + fn->param_count,
                           places ? places + fn->param_count : NULL, count - fn->param_count);
}

void interp_enter(Run *r, const MirFunction *fn, const Scalar *args, const Type **types,
                  uint32_t count)
{
    Frame *callee = frame_push(r, fn);
    bind(r, callee, args, types, NULL, count);
    r->top = callee;
}

/* The callee is done: what it returned goes where the caller wants it. */
static void finish(Run *r)
{
    Frame *callee = r->top, *f = callee->caller;
    const Local *l = &callee->fn->locals.data[0];
    Object *result = callee->objects[0];
    if (callee->callback || !f) {
        memset(&r->last, 0, sizeof r->last);
        r->last_defined = result && l->type->size <= sizeof r->last &&
                          spot_peek(r, (Spot){.object = result}, l->type, &r->last);
        frame_pop(r);
        return;
    }
    const Inst *in = &f->fn->blocks.data[f->block].insts.data[f->inst];
    /* what it made lives until it is copied, and what is copied to is the caller's */
    Object *keep = result;
    callee->objects[0] = NULL;
    frame_pop(r);
    if (keep && place_is(in->a)) {
        spot_copy(r, place(r, f, in->a, false), (Spot){.object = keep},
                  mir_place(f->fn, in->a)->type->size);
    } else if (keep && local_is(in->dst)) {
        const Type *t = mir_local(f->fn, in->dst)->type;
        f->undefined[in->dst.i] =
            keep->size < t->size || !spot_peek(r, (Spot){.object = keep}, t, &f->temps[in->dst.i]);
    }
    object_leave(r, keep);
    f->inst++;
}

static bool sets_jump(const Inst *in)
{
    return (in->flags & INST_RETURNS_TWICE) && in->x.kind == OPERAND_GLOBAL &&
           strstr(in->x.sym->name->text, "setjmp");
}

static void set_jump(Run *r, Frame *f, const Inst *in, uint64_t env)
{
    Scalar back = {.i = (u128)(i128)(f->is_back ? f->back_value : 0)};
    if (!f->is_back) {
        SetJump j = {env, f, f->block, f->inst};
        uint32_t i = 0;
        while (i < r->jumps.len && r->jumps.data[i].env != env)
            i++;
        if (i < r->jumps.len)
            r->jumps.data[i] = j;
        else
            VEC_PUSH(r->arena, &r->jumps, j);
    }
    f->is_back = false;
    if (local_is(in->dst))
        define(f, in->dst, back);
    f->inst++;
}

void interp_long_jump(Run *r, uint64_t env, int value)
{
    for (uint32_t i = 0; i < r->jumps.len; i++) {
        SetJump j = r->jumps.data[i];
        if (j.env != env)
            continue;
        while (r->top != j.frame) {
            if (r->top->callback)
                interp_cannot(r, "longjmp out of a function that the C library called");
            frame_pop(r);
        }
        j.frame->block = j.block;
        j.frame->inst = j.inst;
        j.frame->is_back = true;
        j.frame->back_value = value ? value : 1;
        return;
    }
    interp_error(r, RUN_BAD_JUMP, NULL, "longjmp to where no function waits any more");
}

static void call_library(Run *r, Frame *f, const Inst *in, const LibFunction *lib, Call *c,
                         Spot *places)
{
    if (c->count < lib->params)
        interp_error(r, RUN_BAD_CALL, NULL, "`%s` is called with %u arguments", lib->name,
                     c->count);
    Object *rest = NULL;
    if (strstr(lib->name, "printf") && lib->name[0] != 'v') {
        /* as v...printf has it: the last argument is the list */
        uint32_t n = lib->params;
        rest = interp_varargs(r, c->args + n, c->types + n, places + n, c->count - n);
        c->args[n].i = object_address(r, rest);
        c->count = n + 1;
    }
    c->lib = lib;
    lib->call(c);
    if (rest)
        object_end(r, rest, OBJECT_ENDED);
    if (r->top != f || f->is_back) /* longjmp */
        return;
    if (local_is(in->dst))
        define(f, in->dst, c->result);
    f->inst++;
}

static void call_builtin(Run *r, Frame *f, const Inst *in, Call *c, Spot *places)
{
    Spot to = {0};
    const char *name = builtin_name((BuiltinId)in->builtin);
    if (place_is(in->a))
        to = place(r, f, in->a, false);
    c->type = local_is(in->dst) ? mir_local(f->fn, in->dst)->type
              : place_is(in->a) ? mir_place(f->fn, in->a)->type
                                : type_basic(r->types, TYPE_VOID);
    if (!interp_builtin(r, f, c, to)) {
        const LibFunction *lib = libc_find(name + (strncmp(name, "__builtin_", 10) ? 0 : 10));
        if (!lib)
            interp_cannot(r, "the built-in function `%s` is not known here", name);
        call_library(r, f, in, lib, c, places);
        return;
    }
    if (local_is(in->dst))
        define(f, in->dst, c->result);
    f->inst++;
}

static void call(Run *r, Frame *f, const Inst *in)
{
    uint32_t n = in->arg_count;
    Scalar *values = interp_take(r, (n + 1) * sizeof *values);
    const Type **types = interp_take(r, (n + 1) * sizeof *types);
    Spot *places = interp_take(r, (n + 1) * sizeof *places);
    const Object *code = NULL;
    if (in->op == INST_CALL) {
        uint64_t at = (uint64_t)operand(r, f, &in->x).i;
        Spot s = spot_of(r, at);
        if (at < NULL_END)
            interp_error(r, RUN_NULL_DEREF, NULL, "calls a function through a null pointer");
        if (!s.object || s.object->kind != OBJECT_CODE || s.offset)
            interp_error(r, RUN_WILD_POINTER, NULL, "calls what is no function");
        code = s.object;
    }
    /* free and realloc have words of their own for what is dead */
    bool frees = code && code->lib &&
                 (code->lib->call == lib_free || code->lib->call == lib_realloc ||
                  code->lib->call == lib_reallocarray);
    arguments(r, f, in, values, types, places, in->op == INST_CALL && !frees);
    Call c = {.r = r, .in = in, .args = values, .types = types, .count = n};
    if (in->op == INST_BUILTIN) {
        call_builtin(r, f, in, &c, places);
    } else if (sets_jump(in)) {
        set_jump(r, f, in, (uint64_t)values[0].i);
    } else if (code->code) {
        Frame *callee = frame_push(r, code->code);
        bind(r, callee, values, types, places, n);
        r->top = callee;
    } else if (code->lib) {
        c.type = in->type->elem;
        call_library(r, f, in, code->lib, &c, places);
    } else {
        interp_cannot(r, "the interpreter does not know the function `%s`",
                      NAME_TEXT(code->sym->name));
    }
    interp_give(r, values, (n + 1) * sizeof *values);
    interp_give(r, types, (n + 1) * sizeof *types);
    interp_give(r, places, (n + 1) * sizeof *places);
}

Scalar interp_callback(Run *r, uint64_t fn, const Scalar *args, const Type **types, uint32_t count)
{
    Spot s = spot_of(r, fn);
    Frame *f = r->top;
    if (!s.object || s.object->kind != OBJECT_CODE || s.offset)
        interp_error(r, RUN_WILD_POINTER, NULL, "the C library is given what is no function");
    if (!s.object->code)
        interp_cannot(r, "the C library is to call its own `%s`", NAME_TEXT(s.object->sym->name));
    interp_enter(r, s.object->code, args, types, count);
    r->top->callback = true;
    interp_loop(r, f);
    if (!r->last_defined && !type_is_void(s.object->code->locals.data[0].type))
        interp_error(r, RUN_UNINIT, NULL, "`%s` returns no value to the C library",
                     NAME_TEXT(s.object->sym->name));
    return r->last;
}

/* ---- instructions --------------------------------------------------------------------------- */

static void store(Run *r, Frame *f, const Inst *in)
{
    Scalar v;
    Spot to = place(r, f, in->a, false);
    const Type *t = mir_place(f->fn, in->a)->type;
    if (in->x.kind == OPERAND_UNDEF ||
        (in->x.kind == OPERAND_TEMP && f->undefined[in->x.index] && in->flags & INST_IMPLICIT)) {
        (void)spot_bytes(r, to, t->size, true);
        memset(to.object->init + to.offset, 0, t->size);
        return;
    }
    v = operand(r, f, &in->x);
    spot_write(r, to, t, v);
}

static void string(Run *r, Frame *f, const Inst *in)
{
    Spot to = place(r, f, in->a, false);
    uint64_t size = mir_place(f->fn, in->a)->type->size;
    const MirString *s = &f->fn->strings.data[in->x.index];
    uint64_t n = (uint64_t)s->count * s->elem_size;
    spot_fill(r, to, 0, size);
    memcpy(spot_bytes(r, to, size, true), s->bytes, n < size ? n : size);
}

static int64_t element_size(Run *r, Frame *f, const Inst *in)
{
    if (in->arg_count)
        return (int64_t)operand(r, f, &in->args[0]).i;
    return in->type->size ? (int64_t)in->type->size : 1;
}

static void storage(Run *r, Frame *f, const Inst *in)
{
    uint32_t i = in->dst.i;
    if (in->op == INST_VLA) {
        i128 n = (i128)operand(r, f, &in->x).i;
        if (n > (i128)1 << 30)
            interp_cannot(r, "an array of variable length of a thousand million bytes or more");
        local_begin(r, f, i, (uint64_t)n);
    } else if (in->op == INST_LIVE) {
        local_begin(r, f, i, mir_local(f->fn, in->dst)->type->size);
    } else if (f->objects[i]) {
        object_leave(r, f->objects[i]);
        f->objects[i] = NULL;
    }
}

/* Only empty asm: an input tied to an output ("0") is moved there. */
static void assembler(Run *r, Frame *f, const Inst *in)
{
    if (!in->asm_->stmt)
        interp_cannot(r, "an asm statement");
    const Expr *text = in->asm_->stmt->text;
    for (uint32_t i = 0; text && i < text->u.string.count; i++)
        if (!strchr(" \t\n#", text->u.string.bytes[i]))
            interp_cannot(r, "an asm statement");
    for (uint32_t i = 0; i < in->arg_count; i++) {
        const Expr *c = in->asm_->stmt->inputs[i].constraint;
        unsigned k = (unsigned)(c->u.string.count ? c->u.string.bytes[0] - '0' : 10);
        if (k < in->asm_->out_count)
            spot_write(r, place(r, f, in->asm_->outs[k], false),
                       mir_place(f->fn, in->asm_->outs[k])->type, operand(r, f, &in->args[i]));
    }
}

static void va_arg_(Run *r, Frame *f, const Inst *in)
{
    uint64_t list = (uint64_t)operand(r, f, &in->x).i;
    Spot to;
    if (place_is(in->a)) {
        to = place(r, f, in->a, false);
        (void)interp_va_arg(r, list, in->type, &to);
    } else {
        define(f, in->dst, interp_va_arg(r, list, in->type, NULL));
    }
}

static Scalar pointer_add(Run *r, Frame *f, const Inst *in)
{
    int64_t n = (int64_t)operand(r, f, &in->y).i;
    n = (int64_t)((uint64_t)n * (uint64_t)element_size(r, f, in));
    return (Scalar){.i = (uint64_t)((uint64_t)operand(r, f, &in->x).i + (uint64_t)n)};
}

static Scalar pointer_sub(Run *r, Frame *f, const Inst *in)
{
    uint64_t x = (uint64_t)operand(r, f, &in->x).i, y = (uint64_t)operand(r, f, &in->y).i;
    return (Scalar){.i = (u128)(i128)((int64_t)(x - y) / element_size(r, f, in))};
}

/* Calls move on by themselves: the next instruction may be another function's. */
static void step(Run *r, Frame *f, const Inst *in)
{
    const Type *dst = local_is(in->dst) ? mir_local(f->fn, in->dst)->type : NULL;
    switch ((InstOp)in->op) {
    case INST_LOAD:
        define(f, in->dst, spot_read(r, place(r, f, in->a, false), mir_place(f->fn, in->a)->type));
        break;
    case INST_ADDR:
        define(f, in->dst, (Scalar){.i = spot_address(r, place(r, f, in->a, true))});
        break;
    case INST_STORE: store(r, f, in); break;
    case INST_COPY:
        spot_copy(r, place(r, f, in->a, false), place(r, f, in->b, false),
                  mir_place(f->fn, in->a)->type->size);
        break;
    case INST_ZERO:
        spot_fill(r, place(r, f, in->a, false), 0, mir_place(f->fn, in->a)->type->size);
        break;
    case INST_STRING: string(r, f, in); break;
    case INST_ASSIGN:
        f->undefined[in->dst.i] = !operand_peek(r, f, &in->x, &f->temps[in->dst.i]);
        break;
    case INST_UNARY:
        define(f, in->dst, value_un(r, (UnaryOp)in->sub, in->x.type, dst, operand(r, f, &in->x)));
        break;
    case INST_BINARY:
        define(f, in->dst,
               value_op(r, (BinaryOp)in->sub, in->x.type, dst, operand(r, f, &in->x),
                        operand(r, f, &in->y)));
        break;
    case INST_PTRADD: define(f, in->dst, pointer_add(r, f, in)); break;
    case INST_PTRSUB: define(f, in->dst, pointer_sub(r, f, in)); break;
    case INST_CONVERT:
        define(f, in->dst, value_cast(r, in->x.type, dst, operand(r, f, &in->x)));
        break;
    case INST_CALL:
    case INST_BUILTIN: call(r, f, in); return;
    case INST_VA_ARG: va_arg_(r, f, in); break;
    case INST_LIVE:
    case INST_DEAD:
    case INST_VLA: storage(r, f, in); break;
    case INST_CHECK:
        if (!value_truth(in->x.type, operand(r, f, &in->x)))
            interp_error(r, RUN_CONTRACT, NULL, "what is checked here does not hold");
        break;
    case INST_ASM: assembler(r, f, in); break;
    case INST_OP_COUNT: break;
    }
    f->inst++;
}

/* ---- control -------------------------------------------------------------------------------- */

static BlockId switch_target(Run *r, Frame *f, const Term *t)
{
    i128 v = (i128)operand(r, f, &t->x).i;
    for (uint32_t i = 0; i < t->case_count; i++)
        if (v >= t->cases[i].lo && v <= t->cases[i].hi)
            return t->cases[i].target;
    return t->other;
}

static BlockId computed_target(Run *r, Frame *f, const Term *t)
{
    Spot s = spot_of(r, (uint64_t)operand(r, f, &t->x).i);
    if (s.object && s.object->kind == OBJECT_LABELS && s.object->code == f->fn)
        for (uint32_t i = 0; i < t->target_count; i++) {
            BlockId k = t->targets[i]; /* an edge block leads on to the label's */
            const Block *to = &f->fn->blocks.data[k.i];
            if ((int64_t)k.i == s.offset ||
                (to->term.kind == TERM_GOTO && (int64_t)to->term.then.i == s.offset))
                return k;
        }
    interp_error(r, RUN_BAD_JUMP, NULL, "a computed goto to what is no label of this function");
}

static BlockId next_block(Run *r, Frame *f, const Term *t)
{
    switch ((TermKind)t->kind) {
    case TERM_GOTO:
    case TERM_ASM_GOTO: return t->then;
    case TERM_BRANCH: return value_truth(t->x.type, operand(r, f, &t->x)) ? t->then : t->other;
    case TERM_SWITCH: return switch_target(r, f, t);
    case TERM_GOTO_COMPUTED: return computed_target(r, f, t);
    case TERM_NONE:
    case TERM_RETURN:
    case TERM_UNREACHABLE: break;
    }
    interp_error(r, RUN_UNREACHABLE, NULL, "reaches what was said to be unreachable");
}

void interp_loop(Run *r, Frame *until)
{
    while (r->top != until) {
        Frame *f = r->top;
        const Block *b = &f->fn->blocks.data[f->block];
        if (++r->steps > r->limit)
            interp_cannot(r, "more than %llu instructions", (unsigned long long)r->limit);
        if (f->inst == 0 && r->options->trace && !f->is_back)
            trace(r, f);
        if (f->inst < b->insts.len) {
            if (r->options->lines)
                note_line(r, f, &b->insts.data[f->inst]);
            step(r, f, &b->insts.data[f->inst]);
        } else if (b->term.kind == TERM_RETURN) {
            finish(r);
        } else {
            f->block = next_block(r, f, &b->term).i;
            f->inst = 0;
        }
    }
}
