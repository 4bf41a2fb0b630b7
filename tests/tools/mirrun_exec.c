/* tests/tools/mirrun_exec.c - frames, places, instructions.
 *
 * What LIVE begins is filled with 0xAA and what DEAD ends with 0xDD, so that a lowering that gets
 * lifetimes wrong changes what the program prints. */
#include "mirrun.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- frames --------------------------------------------------------------------------------- */

static bool in_memory(const Local *l)
{
    return l->kind != LOCAL_TEMP || l->aggregate_temp;
}

static uint64_t room(const Local *l)
{
    uint64_t size = type_is_void(l->type) ? 16 : l->type->size;
    return (size + 63) / 32 * 32; /* vectors want their alignment */
}

static void own(Frame *f, void *p)
{
    if (f->owned_count == f->owned_cap) {
        f->owned_cap = f->owned_cap ? f->owned_cap * 2 : 8;
        f->owned = realloc(f->owned, f->owned_cap * sizeof *f->owned);
    }
    f->owned[f->owned_count++] = p;
}

static void frame_begin(Frame *f)
{
    const MirFunction *fn = f->fn;
    uint64_t bytes = 64;
    for (uint32_t i = 0; i < fn->locals.len; i++)
        if (in_memory(&fn->locals.data[i]))
            bytes += room(&fn->locals.data[i]);
    f->temps = aligned_alloc(64, sizeof(Value) * fn->locals.len);
    f->memory = malloc(sizeof(char *) * fn->locals.len);
    char *block = aligned_alloc(64, (bytes + 63) / 64 * 64), *at = block;
    memset(block, 0xAA, bytes);
    own(f, block);
    for (uint32_t i = 0; i < fn->locals.len; i++) {
        const Local *l = &fn->locals.data[i];
        f->memory[i] = in_memory(l) ? at : NULL;
        if (in_memory(l))
            at += room(l);
    }
}

static void frame_end(Frame *f)
{
    Run *r = f->run;
    while (r->jumps.len && VEC_LAST(&r->jumps).frame == f)
        r->jumps.len--;
    for (uint32_t i = 0; i < f->owned_count; i++)
        free(f->owned[i]);
    free(f->owned);
    free(f->temps);
    free(f->memory);
    free(f->varargs);
    r->top = f->caller;
}

/* ---- operands and places -------------------------------------------------------------------- */

static Value operand(Frame *f, const Operand *o)
{
    Run *r = f->run;
    Value v;
    memset(&v, 0, sizeof v);
    switch ((OperandKind)o->kind) {
    case OPERAND_NONE:
    case OPERAND_PLACE:
    case OPERAND_UNDEF: break;
    case OPERAND_TEMP: return f->temps[o->index];
    case OPERAND_INT:
        v.i = o->u.bits;
        if (type_is_integer(o->type))
            v.i = type_wrap(o->type, v.i);
        break;
    case OPERAND_WIDE: v.i = f->fn->wide.data[o->index]; break;
    case OPERAND_FLOAT: {
        long double x = f->fn->floats.data[o->index];
        if (o->type->kind == TYPE_FLOAT || o->type->kind == TYPE_FLOAT32)
            v.f = (float)x;
        else if (o->type->kind == TYPE_LDOUBLE || o->type->kind == TYPE_FLOAT64X)
            v.ld = x;
        else if (o->type->kind == TYPE_FLOAT128)
            v.q = x;
        else
            v.d = (double)x;
        if (o->type->kind == TYPE_COMPLEX || o->type->kind == TYPE_VECTOR) {
            Operand part = *o;
            Value zero;
            memset(&zero, 0, sizeof zero);
            part.type = o->type->elem;
            Value e = operand(f, &part);
            v = zero;
            uint64_t n = o->type->kind == TYPE_COMPLEX ? 1 : o->type->u.array.count;
            for (uint64_t i = 0; i < n; i++)
                run_write(part.type, (char *)v.bytes + i * part.type->size, e);
        }
        break;
    }
    case OPERAND_NULL: break;
    case OPERAND_GLOBAL: {
        bool fn = o->sym->kind != SYM_VAR;
        v.i = (uintptr_t)(fn ? run_function_address(r, o->sym) : run_object(r, o->sym)) + o->u.bits;
        break;
    }
    case OPERAND_STRING: {
        const MirString *s = &f->fn->strings.data[o->index];
        v.i = (uintptr_t)run_string(r, s->bytes, s->count, s->elem_size, s->type) + o->u.bits;
        break;
    }
    case OPERAND_BLOCK: v.i = (uintptr_t)&f->fn->blocks.data[o->index]; break;
    }
    return v;
}

static char *up_variable(Frame *f, Symbol *sym)
{
    for (Frame *i = f->caller; i; i = i->caller) {
        if (i->fn->source != sym->owner)
            continue;
        for (uint32_t k = 0; k < i->fn->locals.len; k++)
            if (i->fn->locals.data[k].sym == sym)
                return i->memory[k];
    }
    run_die(f->run, "no frame has the variable %s", NAME_TEXT(sym->name));
}

/* Where a place is; of a bit-field: its record, and the field in *bits. */
static char *place(Frame *f, PlaceId id, const Field **bits)
{
    const Place *p = mir_place(f->fn, id);
    char *at = NULL;
    *bits = NULL;
    switch ((PlaceBase)p->base) {
    case PLACE_LOCAL: at = f->memory[p->local.i]; break;
    case PLACE_GLOBAL: at = run_object(f->run, p->sym); break;
    case PLACE_UPVAR: at = up_variable(f, p->sym); break;
    case PLACE_DEREF: at = (char *)(uintptr_t)operand(f, &p->pointer).i; break;
    }
    const Type *t = p->base_type;
    for (uint32_t i = 0; i < p->count; i++) {
        const Projection *s = &f->fn->projections.data[p->first + i];
        if (s->kind == PROJ_FIELD && s->field->is_bit_field)
            *bits = s->field;
        else if (s->kind == PROJ_FIELD)
            at += s->field->offset;
        else if (s->kind == PROJ_INDEX)
            at += (int64_t)operand(f, &s->index).i * (int64_t)s->type->size;
        else if (s->kind == PROJ_IMAG)
            at += t->elem->size;
        t = s->type;
    }
    return at;
}

static void define(Frame *f, LocalId dst, Value v)
{
    f->temps[dst.i] = v;
}

/* ---- calls ---------------------------------------------------------------------------------- */

static char *argument(Frame *f, const Operand *o, char *room_for_scalar)
{
    const Field *bits;
    if (o->kind == OPERAND_PLACE)
        return place(f, (PlaceId){o->index}, &bits);
    if (o->kind != OPERAND_NONE)
        run_write(o->type, room_for_scalar, operand(f, o));
    return room_for_scalar;
}

static bool sets_jump(const Inst *in)
{
    return (in->flags & INST_RETURNS_TWICE) && in->x.kind == OPERAND_GLOBAL &&
           strstr(in->x.sym->name->text, "setjmp");
}

static void call(Frame *f, const Inst *in)
{
    Run *r = f->run;
    char *result = NULL, scalar[64];
    const Field *bits;
    char **args = alloca((in->arg_count + 1) * sizeof *args);
    const Type **types = alloca((in->arg_count + 1) * sizeof *types);
    char *values = alloca((in->arg_count + 1) * 64);
    for (uint32_t i = 0; i < in->arg_count; i++) {
        types[i] = in->args[i].type;
        args[i] = argument(f, &in->args[i], values + i * 64);
    }
    if (place_is(in->a))
        result = place(f, in->a, &bits);
    else if (local_is(in->dst))
        result = scalar;
    if (in->op == INST_BUILTIN) {
        host_builtin(f, in, args, types, result);
    } else if (sets_jump(in)) {
        int back = f->is_back ? f->back_value : 0;
        SetJump j = {*(void **)args[0], f, f->block, f->inst};
        if (!f->is_back)
            VEC_PUSH(r->arena, &r->jumps, j);
        f->is_back = false;
        memcpy(scalar, &back, sizeof back);
    } else {
        char *fn = (char *)(uintptr_t)operand(f, &in->x).i;
        const MirFunction *m = map_get_ptr(&r->code, MAP_KEY_PTR(fn));
        char *whole = NULL; /* the result may overlap what the call reads */
        const Type *type = in->type->elem;
        if (result && is_aggregate(type))
            whole = malloc(type->size + 1);
        char *into = whole ? whole : result;
        if (m)
            run_call(r, m, args, types, in->arg_count, into);
        else
            host_call(r, fn, args, types, in->arg_count, type, into);
        if (whole)
            memcpy(result, whole, type->size);
        free(whole);
    }
    if (local_is(in->dst))
        define(f, in->dst, run_read(mir_local(f->fn, in->dst)->type, scalar));
}

/* ---- instructions --------------------------------------------------------------------------- */

static void load(Frame *f, const Inst *in)
{
    const Field *bits;
    const char *at = place(f, in->a, &bits);
    define(f, in->dst,
           bits ? run_read_bits(bits, at) : run_read(mir_place(f->fn, in->a)->type, at));
}

static void store(Frame *f, const Inst *in)
{
    const Field *bits;
    char *at = place(f, in->a, &bits);
    const Type *t = mir_place(f->fn, in->a)->type;
    if (in->x.kind == OPERAND_UNDEF)
        return;
    if (bits)
        run_write_bits(bits, at, operand(f, &in->x));
    else
        run_write(t, at, operand(f, &in->x));
}

static void string(Frame *f, const Inst *in)
{
    const Field *bits;
    char *at = place(f, in->a, &bits);
    uint64_t size = mir_place(f->fn, in->a)->type->size;
    const MirString *s = &f->fn->strings.data[in->x.index];
    uint64_t n = (uint64_t)s->count * s->elem_size;
    memset(at, 0, size);
    memcpy(at, s->bytes, n < size ? n : size);
}

static int64_t element_size(Frame *f, const Inst *in)
{
    if (in->arg_count)
        return (int64_t)operand(f, &in->args[0]).i;
    return in->type->size ? (int64_t)in->type->size : 1;
}

static void storage(Frame *f, const Inst *in)
{
    const Local *l = mir_local(f->fn, in->dst);
    if (in->op == INST_VLA) {
        uint64_t n = (uint64_t)operand(f, &in->x).i;
        f->memory[in->dst.i] = aligned_alloc(64, (n + 127) / 64 * 64);
        memset(f->memory[in->dst.i], 0xAA, n);
        own(f, f->memory[in->dst.i]);
        return;
    }
    memset(f->memory[in->dst.i], in->op == INST_LIVE ? 0xAA : 0xDD, l->type->size);
}

/* Only empty asm: an input tied to an output ("0") is moved there. */
static void assembler(Frame *f, const Inst *in)
{
    const Expr *text = in->asm_->stmt->text;
    for (uint32_t i = 0; text && i < text->u.string.count; i++)
        if (!strchr(" \t\n#", text->u.string.bytes[i]))
            run_die(f->run, "an asm statement: %.40s", text->u.string.bytes);
    for (uint32_t i = 0; i < in->arg_count; i++) {
        const Expr *c = in->asm_->stmt->inputs[i].constraint;
        unsigned k = (unsigned)(c->u.string.count ? c->u.string.bytes[0] - '0' : 10);
        const Field *bits;
        if (k < in->asm_->out_count)
            run_write(mir_place(f->fn, in->asm_->outs[k])->type, place(f, in->asm_->outs[k], &bits),
                      operand(f, &in->args[i]));
    }
}

static void step(Frame *f, const Inst *in)
{
    const Field *bits;
    const Type *dst = local_is(in->dst) ? mir_local(f->fn, in->dst)->type : NULL;
    switch ((InstOp)in->op) {
    case INST_LOAD: load(f, in); break;
    case INST_ADDR: define(f, in->dst, (Value){.i = (uintptr_t)place(f, in->a, &bits)}); break;
    case INST_STORE: store(f, in); break;
    case INST_COPY: {
        char *to = place(f, in->a, &bits);
        memmove(to, place(f, in->b, &bits), mir_place(f->fn, in->a)->type->size);
        break;
    }
    case INST_ZERO: memset(place(f, in->a, &bits), 0, mir_place(f->fn, in->a)->type->size); break;
    case INST_STRING: string(f, in); break;
    case INST_ASSIGN: define(f, in->dst, operand(f, &in->x)); break;
    case INST_UNARY:
        define(f, in->dst,
               run_unary(f->run, (UnaryOp)in->sub, in->x.type, dst, operand(f, &in->x)));
        break;
    case INST_BINARY:
        define(f, in->dst,
               run_binary(f->run, (BinaryOp)in->sub, in->x.type, dst, operand(f, &in->x),
                          operand(f, &in->y), in->y.type));
        break;
    case INST_PTRADD: {
        int64_t n = (int64_t)operand(f, &in->y).i * element_size(f, in);
        define(f, in->dst, (Value){.i = (uint64_t)((uint64_t)operand(f, &in->x).i + (uint64_t)n)});
        break;
    }
    case INST_PTRSUB: {
        int64_t n = (int64_t)((uint64_t)operand(f, &in->x).i - (uint64_t)operand(f, &in->y).i);
        define(f, in->dst, (Value){.i = (u128)(i128)(n / element_size(f, in))});
        break;
    }
    case INST_CONVERT:
        define(f, in->dst, run_convert(f->run, in->x.type, dst, operand(f, &in->x)));
        break;
    case INST_CALL:
    case INST_BUILTIN: call(f, in); break;
    case INST_VA_ARG: {
        char *list = (char *)(uintptr_t)operand(f, &in->x).i;
        if (place_is(in->a))
            host_va_arg(list, in->type, place(f, in->a, &bits));
        else
            define(f, in->dst, host_va_arg(list, in->type, NULL));
        break;
    }
    case INST_LIVE:
    case INST_DEAD:
    case INST_VLA: storage(f, in); break;
    case INST_CHECK:
        if (!run_truth(in->x.type, operand(f, &in->x)))
            run_die(f->run, "a check failed");
        break;
    case INST_ASM: assembler(f, in); break;
    case INST_OP_COUNT: break;
    }
}

/* ---- control -------------------------------------------------------------------------------- */

static BlockId switch_target(Frame *f, const Term *t)
{
    u128 bits = operand(f, &t->x).i;
    i128 v = (i128)bits;
    for (uint32_t i = 0; i < t->case_count; i++)
        if (v >= t->cases[i].lo && v <= t->cases[i].hi)
            return t->cases[i].target;
    return t->other;
}

static BlockId next_block(Frame *f, const Term *t)
{
    switch ((TermKind)t->kind) {
    case TERM_GOTO:
    case TERM_ASM_GOTO: return t->then;
    case TERM_BRANCH: return run_truth(t->x.type, operand(f, &t->x)) ? t->then : t->other;
    case TERM_SWITCH: return switch_target(f, t);
    case TERM_GOTO_COMPUTED: {
        const Block *b = (const Block *)(uintptr_t)operand(f, &t->x).i;
        for (uint32_t i = 0; i < t->target_count; i++) {
            BlockId k = t->targets[i]; /* an edge block leads on to the label's */
            const Block *to = &f->fn->blocks.data[k.i];
            if (to == b ||
                (to->term.kind == TERM_GOTO && &f->fn->blocks.data[to->term.then.i] == b))
                return k;
        }
        run_die(f->run, "a computed goto to nowhere");
    }
    case TERM_NONE:
    case TERM_RETURN:
    case TERM_UNREACHABLE: break;
    }
    return NO_BLOCK;
}

static void execute(Frame *f)
{
    Run *r = f->run;
    (void)setjmp(f->resume);
    for (;;) {
        const Block *b = &f->fn->blocks.data[f->block];
        while (f->inst < b->insts.len) {
            if (++r->steps > r->limit)
                run_die(r, "too many steps");
            step(f, &b->insts.data[f->inst]);
            f->inst++;
        }
        if (++r->steps > r->limit)
            run_die(r, "too many steps");
        if (b->term.kind == TERM_RETURN)
            return;
        if (b->term.kind == TERM_UNREACHABLE)
            run_die(r, "reached the unreachable");
        f->block = next_block(f, &b->term).i;
        f->inst = 0;
    }
}

void run_call(Run *r, const MirFunction *fn, char **args, const Type **types, uint32_t count,
              char *result)
{
    Frame frame = {.caller = r->top, .run = r, .fn = fn};
    if (r->trace)
        fprintf(stderr, "%s\n", NAME_TEXT(fn->sym->name));
    frame_begin(&frame);
    for (uint32_t i = 0; i < fn->param_count && i < count; i++) {
        const Type *t = fn->locals.data[i + 1].type;
        if (is_aggregate(t) || t->size == types[i]->size) {
            memcpy(frame.memory[i + 1], args[i], t->size);
        } else { /* without a prototype: promoted arguments */
            Value v = run_convert(r, types[i], t, run_read(types[i], args[i]));
            run_write(t, frame.memory[i + 1], v);
        }
    }
    if (count > fn->param_count)
        frame.varargs = host_varargs(r, args + fn->param_count, types + fn->param_count,
                                     count - fn->param_count);
    r->top = &frame;
    execute(&frame);
    if (result && !type_is_void(fn->locals.data[0].type))
        memcpy(result, frame.memory[0], fn->locals.data[0].type->size);
    frame_end(&frame);
}
