/* mir/lower.c - from the completed tree to the control-flow graph: driver and emitter.
 *
 * In:  a Function of a Unit, all types known, all conversions written out by sema.
 * Out: a MirFunction as mir.h describes it.
 *
 * The one idea: the lowering walks the tree once, left to right, and appends instructions to the
 * *current block*. A jump ends the block; what follows a jump without a label goes into a fresh
 * block that nothing leads to, and such blocks are removed at the end (lower_tidy.c). So
 * no statement needs to ask whether it can be reached.
 *
 *     while (n) n--;             bb0: goto bb1
 *                                bb1: _2 = load _1; branch _2 ? bb2 : bb3
 *                                bb2: _3 = load _1; _4 = sub _3, 1; store _1 = _4; goto bb1
 *                                bb3: ...
 *
 * Gotos are finished last: only then is it known which variables live at their label. */
#include "mir/lower_internal.h"

void lower_enter(Lower *l)
{
    if (++l->depth > LOWER_MAX_DEPTH)
        BUG(l->arena, "function %s is nested too deeply", NAME_TEXT(l->source->sym->name));
}

/* ---- blocks --------------------------------------------------------------------------------- */

BlockId lower_new_block(Lower *l)
{
    BlockId id = {l->f->blocks.len};
    Block b = {.unsafe = l->unsafe};
    VEC_PUSH(l->arena, &l->f->blocks, b);
    return id;
}

/* Moves what was emitted into its block, which has instructions already only when a goto that was
 * left pending is finished. */
static void flush(Lower *l, Block *b)
{
    uint32_t old = b->insts.len, n = l->open.len;
    if (n) {
        Inst *all = ARENA_ARRAY(l->arena, Inst, old + n);
        if (old)
            memcpy(all, b->insts.data, old * sizeof *all);
        memcpy(all + old, l->open.data, n * sizeof *all);
        b->insts.data = all;
        b->insts.len = b->insts.cap = old + n;
    }
    l->open.len = 0;
}

void lower_end(Lower *l, Term t)
{
    if (l->cur.i == ID_NONE)
        l->cur = lower_new_block(l);
    Block *b = &l->f->blocks.data[l->cur.i];
    flush(l, b);
    b->term = t;
    l->cur = NO_BLOCK;
}

BlockId lower_suspend(Lower *l)
{
    BlockId id = l->cur;
    if (id.i == ID_NONE)
        id = lower_new_block(l);
    flush(l, &l->f->blocks.data[id.i]);
    l->cur = NO_BLOCK;
    return id;
}

void lower_goto(Lower *l, BlockId to, Span span)
{
    if (l->cur.i == ID_NONE)
        return;
    lower_end(l, (Term){.kind = TERM_GOTO, .then = to, .other = NO_BLOCK, .span = span});
}

void lower_start(Lower *l, BlockId b)
{
    lower_goto(l, b, (Span){0, 0});
    l->cur = b;
}

Inst *lower_emit(Lower *l, InstOp op, Span span)
{
    Inst in = {.op = (uint8_t)op, .dst = NO_LOCAL, .a = NO_PLACE, .b = NO_PLACE, .span = span};
    if (l->unsafe)
        in.flags |= INST_UNSAFE;
    if (l->cur.i == ID_NONE)
        l->cur = lower_new_block(l);
    VEC_PUSH(l->arena, &l->open, in);
    return &VEC_LAST(&l->open);
}

/* ---- locals and constants ------------------------------------------------------------------- */

LocalId lower_local(Lower *l, LocalKind kind, const Type *type, Symbol *sym, Span span)
{
    LocalId id = {l->f->locals.len};
    Local loc = {.kind = (uint8_t)kind,
                 .type = type,
                 .sym = sym,
                 .span = span,
                 .scope = kind == LOCAL_VAR ? l->scope : 0};
    if (sym) {
        loc.address_taken = sym->captured;
        map_put(&l->locals, MAP_KEY_PTR(sym), (uintptr_t)id.i + 1);
    }
    VEC_PUSH(l->arena, &l->f->locals, loc);
    return id;
}

LocalId lower_temp(Lower *l, const Type *type, Span span)
{
    return lower_local(l, LOCAL_TEMP, type_unqualified(l->unit->types, type), NULL, span);
}

Operand lower_temp_operand(const Lower *l, LocalId t)
{
    return (Operand){.kind = OPERAND_TEMP, .index = t.i, .type = mir_local(l->f, t)->type};
}

Operand lower_int(Lower *l, const Type *type, i128 value)
{
    u128 v = type_is_integer(type) ? type_wrap(type, (u128)value) : (u128)value;
    if (type_is_integer(type) && type->width > 64) {
        VEC_PUSH(l->arena, &l->f->wide, v);
        return (Operand){.kind = OPERAND_WIDE, .index = l->f->wide.len - 1, .type = type};
    }
    return (Operand){.kind = OPERAND_INT, .type = type, .u.bits = (uint64_t)v};
}

Operand lower_float(Lower *l, const Type *type, long double value)
{
    VEC_PUSH(l->arena, &l->f->floats, value);
    return (Operand){.kind = OPERAND_FLOAT, .index = l->f->floats.len - 1, .type = type};
}

Operand lower_zero(Lower *l, const Type *type)
{
    if (type->kind == TYPE_POINTER || type->kind == TYPE_NULLPTR)
        return (Operand){.kind = OPERAND_NULL, .type = type};
    if (type_is_floating(type) || type->kind == TYPE_COMPLEX)
        return lower_float(l, type, 0.0L);
    return lower_int(l, type, 0);
}

const Type *lower_size_type(const Lower *l)
{
    return type_basic(l->unit->types, (TypeKind)l->unit->target->size_t_kind);
}

const Type *lower_ptrdiff_type(const Lower *l)
{
    return type_basic(l->unit->types, (TypeKind)l->unit->target->ptrdiff_kind);
}

/* ---- the function --------------------------------------------------------------------------- */

static void lower_params(Lower *l)
{
    Function *fn = l->source;
    const Type *type = fn->sym->type, *own = fn->type ? fn->type : type;
    lower_local(l, LOCAL_RETURN, type->elem, NULL, (Span){fn->sym->loc, fn->sym->loc});
    for (uint32_t i = 0; i < fn->param_count; i++) {
        Symbol *p = fn->params[i];
        Loc loc = p->loc ? p->loc : fn->sym->loc;
        lower_local(l, LOCAL_PARAM, p->type, p, (Span){loc, loc});
    }
    l->f->param_count = fn->param_count;
    /* C23 6.9.2p10: on entry the size expressions of variably modified parameters are evaluated. */
    for (uint32_t i = 0; i < fn->param_count; i++) {
        const Type *written = i < own->u.fn.count ? own->u.fn.params[i].written : NULL;
        if (written && written->kind == TYPE_ARRAY && written->vla && written->u.array.size_expr)
            lower_void(l, written->u.array.size_expr); /* int a[n++]: only n++ is left of it */
        lower_vla_type(l, fn->params[i]->type);
    }
}

/* The closing brace. C23 5.1.2.3.4: main returns 0 there; other functions an indeterminate value,
 * which is harmless unless the caller looks at it (C23 6.9.2p13). */
static void lower_function_end(Lower *l)
{
    Span end = l->f->end;
    const Type *result = l->f->locals.data[0].type;
    if (l->cur.i == ID_NONE)
        return;
    if (!type_is_void(result)) {
        Name name = l->source->sym->name;
        bool is_main = name && !strcmp(name->text, "main") && !l->source->outer;
        PlaceId r = lower_local_place(l, (LocalId){0}, end);
        if (is_main && type_is_integer(result)) {
            lower_store(l, r, lower_int(l, result, 0), INST_IMPLICIT, end);
        } else {
            Operand undef = {.kind = OPERAND_UNDEF, .type = result};
            lower_store(l, r, undef, INST_IMPLICIT, end);
        }
    }
    lower_end(l, (Term){.kind = TERM_RETURN,
                        .then = NO_BLOCK,
                        .other = NO_BLOCK,
                        .span = end,
                        .implicit = true});
}

MirFunction *mir_lower(Arena *arena, const Unit *unit, Function *fn)
{
    if (fn->broken || !fn->body)
        return NULL;
    Lower *l = ARENA_NEW(arena, Lower);
    l->arena = arena;
    l->unit = unit;
    l->source = fn;
    l->f = ARENA_NEW(arena, MirFunction);
    l->f->arena = arena;
    l->f->sym = fn->sym;
    l->f->source = fn;
    l->f->unit = unit;
    l->f->end = (Span){fn->body->end, fn->body->end};
    map_init(&l->locals, arena);
    map_init(&l->vla_sizes, arena);
    map_init(&l->labels, arena);
    l->cur = lower_new_block(l);
    lower_params(l);
    lower_escape_begin(l);
    lower_stmt(l, fn->body);
    lower_function_end(l);
    lower_finish_jumps(l);
    lower_finish(l);
    return l->f;
}
