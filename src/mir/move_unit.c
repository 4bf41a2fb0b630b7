/* mir/move_unit.c - a lowered unit, cut down to what checks need.
 *
 * What comes in: a unit whose arenas hold everything that its headers declare, and its functions as
 * they are lowered, each with what vectors outgrew and the rest of lowering. What goes out: the
 * same functions in an arena of their own, every array at its exact size, with the types and
 * symbols that they refer to (sema/move.h). Functions that were not lowered go. Nothing else
 * changes: not the ids of locals and blocks, not the order of functions, not what a position is
 * called. */
#include "mir/program.h"
#include "sema/move.h"

struct UnitMove {
    Mover *m;
    Arena *scratch, *to;
    VEC(MirFunction *) functions;
    VEC(Function *) sources; /* of each */
};

#define MOVE_ARRAY(v, array, count)                                                                \
    ((array) = arena_copy((v)->to, (array), (size_t)(count) * sizeof *(array)))
#define MOVE_VEC(v, vec) ((void)(MOVE_ARRAY(v, (vec)->data, (vec)->len), (vec)->cap = (vec)->len))

static void move_operand(UnitMove *v, Operand *o)
{
    o->type = move_type(v->m, o->type);
    o->sym = move_symbol(v->m, o->sym);
}

static AsmInfo *move_asm(UnitMove *v, const AsmInfo *a)
{
    AsmInfo *copy = arena_copy(v->to, a, sizeof *a);
    copy->stmt = NULL;
    MOVE_ARRAY(v, copy->outs, copy->out_count);
    return copy;
}

static void move_inst(UnitMove *v, Inst *in)
{
    move_operand(v, &in->x);
    move_operand(v, &in->y);
    MOVE_ARRAY(v, in->args, in->arg_count);
    for (uint32_t i = 0; i < in->arg_count; i++)
        move_operand(v, &in->args[i]);
    if (in->arg_spans)
        MOVE_ARRAY(v, in->arg_spans, in->arg_count);
    for (uint32_t i = 0; in->arg_spans && i < in->arg_count; i++)
        move_span(v->m, in->arg_spans[i]);
    in->type = move_type(v->m, in->type);
    if (in->asm_)
        in->asm_ = move_asm(v, in->asm_);
    move_span(v->m, in->span);
}

static void move_block(UnitMove *v, Block *b)
{
    Term *t = &b->term;
    const AsmInfo *last = b->insts.len ? VEC_LAST(&b->insts).asm_ : NULL;
    MOVE_VEC(v, &b->insts);
    for (uint32_t i = 0; i < b->insts.len; i++)
        move_inst(v, &b->insts.data[i]);
    move_operand(v, &t->x);
    MOVE_ARRAY(v, t->cases, t->case_count);
    for (uint32_t i = 0; i < t->case_count; i++)
        move_span(v->m, t->cases[i].span);
    MOVE_ARRAY(v, t->targets, t->target_count);
    if (t->asm_) /* asm goto: its instruction stands before it */
        t->asm_ = t->asm_ == last ? VEC_LAST(&b->insts).asm_ : move_asm(v, t->asm_);
    move_span(v->m, t->span);
}

static void move_places(UnitMove *v, MirFunction *f)
{
    MOVE_VEC(v, &f->places);
    for (uint32_t i = 0; i < f->places.len; i++) {
        Place *p = &f->places.data[i];
        p->sym = move_symbol(v->m, p->sym);
        move_operand(v, &p->pointer);
        p->base_type = move_type(v->m, p->base_type);
        p->type = move_type(v->m, p->type);
        move_span(v->m, p->span);
    }
    MOVE_VEC(v, &f->projections);
    for (uint32_t i = 0; i < f->projections.len; i++) {
        Projection *p = &f->projections.data[i];
        p->field = move_field(v->m, p->field);
        move_operand(v, &p->index);
        p->type = move_type(v->m, p->type);
    }
}

static MirFunction *move_mir(UnitMove *v, const MirFunction *old)
{
    MirFunction *f = arena_copy(v->to, old, sizeof *old);
    f->arena = v->to;
    f->sym = move_symbol(v->m, f->sym);
    f->source = move_function(v->m, f->source);
    f->unit = mover_unit(v->m);
    MOVE_VEC(v, &f->locals);
    for (uint32_t i = 0; i < f->locals.len; i++) {
        Local *l = &f->locals.data[i];
        l->type = move_type(v->m, l->type);
        l->sym = move_symbol(v->m, l->sym);
        move_span(v->m, l->span);
    }
    MOVE_VEC(v, &f->blocks);
    for (uint32_t i = 0; i < f->blocks.len; i++)
        move_block(v, &f->blocks.data[i]);
    move_places(v, f);
    MOVE_VEC(v, &f->wide);
    MOVE_VEC(v, &f->floats);
    MOVE_VEC(v, &f->strings);
    for (uint32_t i = 0; i < f->strings.len; i++) {
        MirString *s = &f->strings.data[i];
        s->type = move_type(v->m, s->type);
        s->bytes = arena_strndup(v->to, s->bytes, (size_t)s->count * s->elem_size);
    }
    MOVE_VEC(v, &f->labels);
    move_span(v->m, f->end);
    return f;
}

UnitMove *unit_move_begin(Arena *scratch, const ProgramUnit *u)
{
    UnitMove *v = ARENA_NEW(scratch, UnitMove);
    v->scratch = scratch;
    v->to = arena_new();
    v->m = mover_new(scratch, v->to, u->unit);
    return v;
}

void unit_move_function(UnitMove *v, Function *source, const MirFunction *f)
{
    VEC_PUSH(v->scratch, &v->functions, move_mir(v, f));
    VEC_PUSH(v->scratch, &v->sources, source);
}

void unit_move_end(UnitMove *v, ProgramUnit *u)
{
    u->unit = mover_finish(v->m, v->sources.data, v->sources.len);
    u->functions = arena_copy(v->to, v->functions.data, v->functions.len * sizeof *u->functions);
    u->function_count = v->functions.len;
    u->arena = v->to;
    u->mir = NULL;
}
