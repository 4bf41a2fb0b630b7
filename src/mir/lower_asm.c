/* mir/lower_asm.c - asm statements: an instruction that reads its inputs, writes its outputs, and
 * may change memory. asm goto is followed by a terminator that lists its labels.
 *
 *     asm("incl %0" : "+r"(x) : : "memory");       asm [x] () memory
 *
 * The constraints stay in the AsmStmt; here it only matters which operands are memory: an input
 * that can only be memory is passed by its address. */
#include "mir/lower_internal.h"

/* Constraints like "m", "o", "=m": no register, no constant. */
static bool memory_only(const Expr *constraint)
{
    bool memory = false;
    if (!constraint || constraint->kind != EXPR_STRING)
        return false;
    for (uint32_t i = 0; i < constraint->u.string.count; i++) {
        char c = constraint->u.string.bytes[i];
        if (strchr("moV<>Q", c))
            memory = true;
        else if (c != '=' && c != '+' && c != '&' && c != '%' && c != ',')
            return false;
    }
    return memory;
}

static const Expr *unread(const Expr *e)
{
    while ((e->kind == EXPR_CONVERT || e->kind == EXPR_CAST) &&
           (e->op == CONVERT_LVALUE || e->op == CONVERT_DECAY) && e->u.cast.operand->is_lvalue)
        e = e->u.cast.operand;
    return e;
}

static Operand input(Lower *l, const AsmOperand *o)
{
    const Expr *x = unread(o->value);
    bool object = x->is_lvalue && x->type->kind != TYPE_FUNCTION && !type_is_void(x->type);
    bool by_address = object && (memory_only(o->constraint) || lower_is_aggregate(x->type));
    if (by_address && x->type->kind == TYPE_ARRAY && !memory_only(o->constraint))
        return lower_value(l, o->value);
    if (by_address)
        return lower_address(l, lower_place(l, x), type_pointer(l->unit->types, x->type),
                             span_of(x));
    if (type_is_void(o->value->type)) {
        lower_void(l, o->value);
        return (Operand){0};
    }
    if (o->value->type->kind == TYPE_STRUCT || o->value->type->kind == TYPE_UNION) {
        PlaceId p = lower_aggregate(l, o->value, NO_PLACE);
        return lower_address(l, p, type_pointer(l->unit->types, o->value->type), span_of(o->value));
    }
    return lower_value(l, o->value);
}

static bool clobbers_memory(const AsmStmt *a)
{
    if (a->is_basic)
        return true;
    for (uint32_t i = 0; i < a->clobber_count; i++) {
        const Expr *c = a->clobbers[i];
        if (c->kind == EXPR_STRING && c->u.string.count == 6 &&
            !memcmp(c->u.string.bytes, "memory", 6))
            return true;
    }
    return false;
}

static void end_with_labels(Lower *l, const AsmStmt *a, AsmInfo *info, Span span)
{
    BlockId next = lower_new_block(l);
    MirLabel **labels = ARENA_ARRAY(l->arena, MirLabel *, a->label_count);
    Term t = {.kind = TERM_ASM_GOTO,
              .then = next,
              .other = NO_BLOCK,
              .asm_ = info,
              .span = span,
              .target_count = a->label_count};
    t.targets = ARENA_ARRAY(l->arena, BlockId, a->label_count);
    const Function *owner;
    uint32_t number;
    for (uint32_t i = 0; i < a->label_count; i++) {
        if (!lower_escape_label(l, a->labels[i], &owner, &number))
            labels[i] = lower_label(l, a->labels[i]);
        t.targets[i] = labels[i] ? labels[i]->block : lower_new_block(l);
    }
    PendingAsm p = {.from = l->cur, .state = l->live, .labels = labels, .span = span};
    VEC_PUSH(l->arena, &l->asm_gotos, p);
    lower_end(l, t);
    for (uint32_t i = 0; i < a->label_count; i++) {
        if (!lower_escape_label(l, a->labels[i], &owner, &number))
            continue;
        l->cur = t.targets[i];
        lower_escape_goto(l, owner, number, span);
    }
    lower_start(l, next);
}

void lower_asm(Lower *l, const Stmt *s)
{
    AsmStmt *a = s->u.asm_;
    Span span = {s->begin, s->end};
    uint32_t mark = l->temps.len;
    AsmInfo *info = ARENA_NEW(l->arena, AsmInfo);
    info->stmt = a;
    info->clobbers_memory = clobbers_memory(a);
    info->outs = ARENA_ARRAY(l->arena, PlaceId, a->output_count);
    info->out_count = a->output_count;
    for (uint32_t i = 0; i < a->output_count; i++)
        info->outs[i] = lower_place(l, unread(a->outputs[i].value));
    Operand *args = ARENA_ARRAY(l->arena, Operand, a->input_count);
    for (uint32_t i = 0; i < a->input_count; i++)
        args[i] = input(l, &a->inputs[i]);
    Inst *in = lower_emit(l, INST_ASM, span);
    in->args = args;
    in->arg_count = a->input_count;
    in->asm_ = info;
    if (a->is_volatile || a->is_basic || !a->output_count)
        in->flags |= INST_VOLATILE;
    lower_end_temps(l, mark, span);
    if (a->is_goto)
        end_with_labels(l, a, info, span);
}
