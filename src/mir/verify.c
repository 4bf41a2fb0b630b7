/* mir/verify.c - the invariants of mir.h, checked after each lowering in debug builds.
 *
 * In: a function, lowered or read. Out: nothing, or a BUG that names the function, the block and
 * the instruction. What is checked: targets exist and blocks end; each temp is written before it is
 * read, on every path (a forward dataflow over "surely written" temps, joined by intersection);
 * places start at what they may start at and each projection fits what it is applied to;
 * operands have the types that the instruction needs; LIVE and DEAD name variables.
 *
 *     bb0: branch _1 ? bb1 : bb2     _1: fine if written before
 *     bb1: _2 = 1:int; goto bb3
 *     bb2: goto bb3                  _2 in bb3: BUG, bb2 came without it
 *
 * Types are compared loosely where C itself is loose: qualifiers, and what pointers point to. */
#include "mir/graph_internal.h"

typedef struct Verify {
    Arena *arena;
    const MirFunction *f;
    uint32_t block;
    const Inst *in;      /* NULL: the terminator */
    const uint32_t *bit; /* by local: its bit in `written`, ID_NONE for temps of one block */
    BitSet written;      /* surely written here */
    uint32_t *here;      /* by local: block + 1 where it was last written */
} Verify;

static bool is_written(const Verify *v, uint32_t local)
{
    if (v->here[local] == v->block + 1)
        return true;
    return v->bit[local] != ID_NONE && bitset_has(v->written, v->bit[local]);
}

NORETURN static void fail(const Verify *v, const char *what)
{
    Text t;
    text_init(&t, v->arena);
    if (v->in)
        mir_print_inst(v->f, v->in, &t);
    else
        mir_print_term(v->f, &v->f->blocks.data[v->block].term, &t);
    BUG(v->arena, "MIR of %s, bb%u: %s: %.300s", NAME_TEXT(v->f->sym->name), v->block, what,
        t.data);
}

/* ---- types ---------------------------------------------------------------------------------- */

static bool is_pointer(const Type *t)
{
    return t->kind == TYPE_POINTER || t->kind == TYPE_NULLPTR;
}

/* Same representation, as far as C tells types apart at all. */
static bool fits(const Type *a, const Type *b)
{
    if (a == b || a->canon == b->canon)
        return true;
    if (is_pointer(a) && is_pointer(b))
        return true;
    if (a->kind == TYPE_ENUM && type_is_integer(b))
        return a->size == b->size;
    if (b->kind == TYPE_ENUM && type_is_integer(a))
        return a->size == b->size;
    if (a->kind != b->kind)
        return false;
    if (a->kind == TYPE_ARRAY || a->kind == TYPE_VECTOR || a->kind == TYPE_COMPLEX)
        return fits(a->elem, b->elem);
    /* C23 6.2.7: the same tag and content, declared twice, is compatible. */
    if (type_is_record(a))
        return a->u.record->tag == b->u.record->tag;
    return a->kind == TYPE_FUNCTION;
}

static bool is_aggregate(const Type *t)
{
    return t->kind == TYPE_STRUCT || t->kind == TYPE_UNION || t->kind == TYPE_ARRAY;
}

/* ---- operands and places -------------------------------------------------------------------- */

static void check_place(const Verify *v, PlaceId id);

static void check_operand(const Verify *v, const Operand *o)
{
    const MirFunction *f = v->f;
    if (o->kind == OPERAND_NONE)
        return;
    if (!o->type)
        fail(v, "an operand has no type");
    if (o->kind == OPERAND_TEMP) {
        if (o->index >= f->locals.len)
            fail(v, "no such temp");
        const Local *l = &f->locals.data[o->index];
        if (l->kind != LOCAL_TEMP || l->aggregate_temp)
            fail(v, "an operand is no temp");
        if (!is_written(v, o->index))
            fail(v, "a temp is read before it is written");
        if (!fits(o->type, l->type))
            fail(v, "a temp is used with another type");
    } else if (o->kind == OPERAND_PLACE) {
        check_place(v, (PlaceId){o->index});
    } else if (o->kind == OPERAND_GLOBAL) {
        if (!o->sym)
            fail(v, "an address has no symbol");
    } else if (o->kind == OPERAND_STRING) {
        if (o->index >= f->strings.len)
            fail(v, "no such string");
    } else if (o->kind == OPERAND_BLOCK) {
        if (o->index >= f->blocks.len)
            fail(v, "no such block");
    }
}

static void check_value(const Verify *v, const Operand *o)
{
    if (o->kind == OPERAND_NONE)
        fail(v, "an operand is missing");
    if (o->kind == OPERAND_PLACE)
        fail(v, "an aggregate where a scalar is due");
    check_operand(v, o);
}

static void check_projection(const Verify *v, const Projection *s, const Type *of)
{
    if (!s->type)
        fail(v, "a projection has no type");
    if (s->kind == PROJ_FIELD) {
        if (!s->field || !type_is_record(of))
            fail(v, "a field of what is no record");
        /* Records may be declared twice; only those with fields at hand can be compared. */
        if (s->field->owner && of->u.record != s->field->owner &&
            of->u.record->tag != s->field->owner->tag)
            fail(v, "a field of another record");
        if (!fits(s->type, s->field->type))
            fail(v, "a field with another type");
    } else if (s->kind == PROJ_INDEX) {
        if (of->kind != TYPE_ARRAY && of->kind != TYPE_VECTOR)
            fail(v, "an index into no array");
        check_value(v, &s->index);
        if (!type_is_integer(s->index.type))
            fail(v, "an index is no integer");
        if (!fits(s->type, of->elem))
            fail(v, "an element with another type");
    } else if (of->kind != TYPE_COMPLEX || !fits(s->type, of->elem)) {
        fail(v, "a part of what is not complex");
    }
}

static void check_place(const Verify *v, PlaceId id)
{
    const MirFunction *f = v->f;
    if (id.i >= f->places.len)
        fail(v, "no such place");
    const Place *p = mir_place(f, id);
    if (!p->type || !p->base_type)
        fail(v, "a place has no type");
    if (p->base == PLACE_LOCAL) {
        if (p->local.i >= f->locals.len)
            fail(v, "no such local");
        const Local *l = mir_local(f, p->local);
        if (l->kind == LOCAL_TEMP && !l->aggregate_temp)
            fail(v, "a place in a scalar temp");
        if (!fits(p->base_type, l->type))
            fail(v, "a local with another type");
    } else if (p->base == PLACE_DEREF) {
        check_value(v, &p->pointer);
        if (p->pointer.type->kind != TYPE_POINTER)
            fail(v, "a dereference of no pointer");
    } else if (!p->sym) {
        fail(v, "a place without symbol");
    }
    const Type *t = p->base_type;
    for (uint32_t i = 0; i < p->count; i++) {
        const Projection *s = &f->projections.data[p->first + i];
        check_projection(v, s, t);
        t = s->type;
    }
    if (!fits(t, p->type))
        fail(v, "the place and its last step differ in type");
}

/* ---- instructions --------------------------------------------------------------------------- */

static const Type *dst_type(const Verify *v)
{
    return local_is(v->in->dst) ? mir_local(v->f, v->in->dst)->type : NULL;
}

static void need_dst(const Verify *v)
{
    if (!local_is(v->in->dst))
        fail(v, "the result goes nowhere");
}

static void check_storage(const Verify *v)
{
    need_dst(v);
    const Local *l = mir_local(v->f, v->in->dst);
    if (l->kind != LOCAL_VAR && !l->aggregate_temp)
        fail(v, "not a variable");
}

static void check_same(const Verify *v, const Type *a, const Type *b)
{
    if (!a || !b || !fits(a, b))
        fail(v, "types differ");
}

static void check_binary(const Verify *v)
{
    const Inst *in = v->in;
    bool shift = in->sub == BIN_SHL || in->sub == BIN_SHR;
    need_dst(v);
    if (in->sub >= BIN_LAND)
        fail(v, "no arithmetic operator");
    if (!shift && !fits(in->x.type, in->y.type))
        fail(v, "operands differ in type");
    if ((in->sub < BIN_LT || in->sub > BIN_NE) && !fits(dst_type(v), in->x.type))
        fail(v, "the result has another type than the operands");
}

static void check_call(const Verify *v)
{
    const Inst *in = v->in;
    if (!in->type || in->type->kind != TYPE_FUNCTION)
        fail(v, "no function type");
    if (!in->x.type || in->x.type->kind != TYPE_POINTER)
        fail(v, "no pointer to a function");
    const Type *result = in->type->elem;
    if (local_is(in->dst) && place_is(in->a))
        fail(v, "two results");
    if (local_is(in->dst))
        check_same(v, dst_type(v), result);
    if (place_is(in->a))
        check_same(v, mir_place(v->f, in->a)->type, result);
}

static void check_types(const Verify *v)
{
    const Inst *in = v->in;
    const MirFunction *f = v->f;
    const Type *a = place_is(in->a) ? mir_place(f, in->a)->type : NULL;
    const Type *b = place_is(in->b) ? mir_place(f, in->b)->type : NULL;
    switch ((InstOp)in->op) {
    case INST_LOAD:
        need_dst(v);
        check_same(v, dst_type(v), a);
        break;
    case INST_ADDR:
        need_dst(v);
        if (!a || dst_type(v)->kind != TYPE_POINTER)
            fail(v, "no address");
        break;
    case INST_STORE:
        if (in->x.kind == OPERAND_UNDEF)
            break;
        if (a && is_aggregate(a))
            fail(v, "a scalar store of an aggregate");
        check_same(v, a, in->x.type);
        break;
    case INST_COPY: check_same(v, a, b); break;
    case INST_ZERO:
        if (!a)
            fail(v, "nothing to fill");
        break;
    case INST_STRING:
        if (!a || a->kind != TYPE_ARRAY || in->x.kind != OPERAND_STRING)
            fail(v, "no array");
        break;
    case INST_ASSIGN:
        need_dst(v);
        check_same(v, dst_type(v), in->x.type);
        break;
    case INST_UNARY:
        need_dst(v);
        if (in->sub != UN_LNOT && in->sub != UN_REAL && in->sub != UN_IMAG)
            check_same(v, dst_type(v), in->x.type);
        break;
    case INST_BINARY: check_binary(v); break;
    case INST_PTRADD:
        need_dst(v);
        if (dst_type(v)->kind != TYPE_POINTER || in->x.type->kind != TYPE_POINTER || !in->type)
            fail(v, "no pointer");
        if (!type_is_integer(in->y.type))
            fail(v, "no integer");
        break;
    case INST_PTRSUB:
        need_dst(v);
        if (in->x.type->kind != TYPE_POINTER || in->y.type->kind != TYPE_POINTER)
            fail(v, "no pointers");
        break;
    case INST_CONVERT: need_dst(v); break;
    case INST_CALL: check_call(v); break;
    case INST_BUILTIN: break;
    case INST_VA_ARG:
        if (!in->type)
            fail(v, "no type");
        break;
    case INST_LIVE:
    case INST_DEAD:
    case INST_VLA: check_storage(v); break;
    case INST_CHECK: break;
    case INST_ASM:
        if (!in->asm_)
            fail(v, "no asm");
        break;
    case INST_OP_COUNT: fail(v, "no such instruction");
    }
}

static bool needs_x(InstOp op)
{
    return op == INST_STORE || op == INST_STRING || op == INST_ASSIGN || op == INST_UNARY ||
           op == INST_BINARY || op == INST_PTRADD || op == INST_PTRSUB || op == INST_CONVERT ||
           op == INST_CALL || op == INST_VA_ARG || op == INST_VLA || op == INST_CHECK;
}

static void check_inst(Verify *v)
{
    const Inst *in = v->in;
    if (needs_x((InstOp)in->op))
        check_value(v, &in->x);
    if (in->op == INST_BINARY || in->op == INST_PTRADD || in->op == INST_PTRSUB)
        check_value(v, &in->y);
    if (place_is(in->a))
        check_place(v, in->a);
    if (place_is(in->b))
        check_place(v, in->b);
    for (uint32_t i = 0; i < in->arg_count; i++)
        check_operand(v, &in->args[i]);
    for (uint32_t i = 0; in->asm_ && i < in->asm_->out_count; i++)
        check_place(v, in->asm_->outs[i]);
    if (local_is(in->dst) && in->dst.i >= v->f->locals.len)
        fail(v, "no such local");
    check_types(v);
    bool storage = in->op == INST_LIVE || in->op == INST_DEAD || in->op == INST_VLA;
    if (local_is(in->dst) && !storage) {
        const Local *l = mir_local(v->f, in->dst);
        if (l->kind != LOCAL_TEMP || l->aggregate_temp)
            fail(v, "the result is no temp");
        v->here[in->dst.i] = v->block + 1;
    }
}

static void check_term(Verify *v)
{
    const Term *t = &v->f->blocks.data[v->block].term;
    v->in = NULL;
    if (t->kind == TERM_NONE)
        fail(v, "the block doesn't end");
    if (t->kind == TERM_BRANCH || t->kind == TERM_SWITCH || t->kind == TERM_GOTO_COMPUTED) {
        check_value(v, &t->x);
        bool scalar = type_is_integer(t->x.type) || is_pointer(t->x.type);
        if (!scalar)
            fail(v, "the condition is neither integer nor pointer");
    }
    uint32_t n = mir_successors(t, NULL, 0);
    BlockId *to = ARENA_ARRAY(v->arena, BlockId, n);
    mir_successors(t, to, n);
    for (uint32_t i = 0; i < n; i++) {
        if (to[i].i >= v->f->blocks.len)
            fail(v, "no such block");
        if (to[i].i == 0)
            fail(v, "a jump to the entry");
    }
    for (uint32_t i = 0; t->kind == TERM_SWITCH && i < t->case_count; i++)
        if (t->cases[i].lo > t->cases[i].hi)
            fail(v, "an empty range");
}

/* ---- temps are written before they are read ------------------------------------------------- */

static void add_written(const Block *b, const uint32_t *bit, BitSet set)
{
    for (uint32_t i = 0; i < b->insts.len; i++) {
        LocalId dst = b->insts.data[i].dst;
        if (local_is(dst) && bit[dst.i] != ID_NONE)
            bitset_add(set, bit[dst.i]);
    }
}

/* Sets of temps written on all ways to a block; the start is "all" but for the entry. */
static BitSet *surely_written(Arena *a, const MirFunction *f, const MirGraph *g,
                              const uint32_t *bit, uint32_t bits)
{
    uint32_t n = f->blocks.len, words = (bits + 63) / 64;
    BitSet *in = ARENA_ARRAY(a, BitSet, n), *out = ARENA_ARRAY(a, BitSet, n);
    for (uint32_t i = 0; i < n; i++) {
        in[i] = bitset_new(a, bits);
        out[i] = bitset_new(a, bits);
        memset(out[i].words, 0xff, words * sizeof *out[i].words);
        if (i)
            memset(in[i].words, 0xff, words * sizeof *in[i].words);
    }
    BitSet now = bitset_new(a, bits);
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = 0; i < n; i++) {
            uint32_t b = g->rpo[i].i;
            for (uint32_t k = 0; k < g->pred_count[b]; k++)
                for (uint32_t w = 0; w < words; w++)
                    in[b].words[w] &= out[g->preds[b][k].i].words[w];
            memcpy(now.words, in[b].words, words * sizeof *now.words);
            add_written(&f->blocks.data[b], bit, now);
            if (memcmp(now.words, out[b].words, words * sizeof *now.words)) {
                memcpy(out[b].words, now.words, words * sizeof *now.words);
                changed = true;
            }
        }
    }
    return in;
}

/* What the graph and the dataflow rely on: targets and results exist. */
static void check_ids(Verify *v)
{
    const MirFunction *f = v->f;
    for (uint32_t i = 0; i < f->blocks.len; i++) {
        const Block *b = &f->blocks.data[i];
        v->block = i;
        uint32_t n = mir_successors(&b->term, NULL, 0);
        BlockId *to = ARENA_ARRAY(v->arena, BlockId, n);
        mir_successors(&b->term, to, n);
        for (uint32_t k = 0; k < n; k++)
            if (to[k].i >= f->blocks.len)
                fail(v, "no such block");
        for (uint32_t k = 0; k < b->insts.len; k++) {
            const Inst *in = v->in = &b->insts.data[k];
            if (local_is(in->dst) && in->dst.i >= f->locals.len)
                fail(v, "no such local");
            if (place_is(in->a) && in->a.i >= f->places.len)
                fail(v, "no such place");
            if (place_is(in->b) && in->b.i >= f->places.len)
                fail(v, "no such place");
        }
        v->in = NULL;
    }
}

void mir_verify(Arena *scratch, const MirFunction *f)
{
    Verify v = {.arena = scratch, .f = f};
    if (!f->blocks.len || !f->locals.len)
        BUG(scratch, "an empty function");
    check_ids(&v);
    uint32_t *bit = ARENA_ARRAY(scratch, uint32_t, f->locals.len);
    uint32_t bits = graph_follow(scratch, f, bit) + 1;
    v.bit = bit;
    v.here = ARENA_ARRAY(scratch, uint32_t, f->locals.len);
    BitSet *in = surely_written(scratch, f, graph_shape(scratch, f), bit, bits);
    for (uint32_t i = 0; i < f->blocks.len; i++) {
        const Block *b = &f->blocks.data[i];
        v.block = i;
        v.written = in[i];
        for (uint32_t k = 0; k < b->insts.len; k++) {
            v.in = &b->insts.data[k];
            check_inst(&v);
        }
        check_term(&v);
    }
}
