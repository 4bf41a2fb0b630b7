/* mir/read_body.c - reads the function itself: locals, blocks, instructions, places, operands.
 *
 * In: a Reader that stands at `fn`. Out: Reader.f filled. Types that the text leaves out are those
 * of the declaration: of the local, the symbol, the member; print.c leaves out only those. */
#include "mir/read_internal.h"
#include "sema/builtin.h"

#include <stdlib.h>

static Operand read_operand(Reader *r);

/* {type} where it is not the expected one. */
static const Type *annotated(Reader *r, const Type *expected)
{
    if (!read_is(r, "{")) {
        if (!expected)
            read_fail(r, "a type is missing");
        return expected ? expected : type_basic(r->types, TYPE_ERROR);
    }
    read_next(r);
    const Type *t = read_type(r);
    read_expect(r, "}");
    return t;
}

static LocalId read_local_id(Reader *r)
{
    LocalId id = {read_numbered(r, "_")};
    if (!r->error && id.i >= r->f->locals.len)
        read_fail(r, "no such local");
    return id;
}

/* ---- places --------------------------------------------------------------------------------- */

static const Field *read_field(Reader *r, const Type *of)
{
    if (!type_is_record(of)) {
        read_fail(r, "a member of what is no record");
        return NULL;
    }
    const Record *rec = of->u.record;
    if (read_accept(r, "#")) {
        uint64_t i = (uint64_t)read_integer(r);
        if (i < rec->field_count)
            return &rec->fields[i];
    } else {
        Name n = read_name(r);
        for (uint32_t i = 0; i < rec->field_count; i++)
            if (rec->fields[i].name == n)
                return &rec->fields[i];
    }
    if (!r->error)
        read_fail(r, "no such member");
    return NULL;
}

static Projection read_projection(Reader *r, const Type *of)
{
    Projection s = {.type = of};
    if (read_accept(r, ".")) {
        s.kind = PROJ_FIELD;
        s.field = read_field(r, of);
        if (s.field)
            s.type = annotated(r, s.field->type);
    } else if (read_accept(r, ".%")) {
        s.kind = read_is(r, "re") ? PROJ_REAL : PROJ_IMAG;
        read_next(r);
        s.type = annotated(r, of->kind == TYPE_COMPLEX ? of->elem : NULL);
    } else {
        read_expect(r, "[");
        s.kind = PROJ_INDEX;
        s.index = read_operand(r);
        read_expect(r, "]");
        bool fits = of->kind == TYPE_ARRAY || of->kind == TYPE_VECTOR;
        s.type = annotated(r, fits ? of->elem : NULL);
    }
    return s;
}

static void read_base(Reader *r, Place *p)
{
    const Type *expected = NULL;
    p->local = NO_LOCAL;
    if (read_accept(r, "(")) {
        read_expect(r, "*");
        p->base = PLACE_DEREF;
        p->pointer = read_operand(r);
        read_expect(r, ")");
        if (p->pointer.type && p->pointer.type->kind == TYPE_POINTER)
            expected = p->pointer.type->elem;
    } else if (read_is(r, "^") || read_is(r, "@")) {
        p->base = read_accept(r, "^") ? PLACE_UPVAR : PLACE_GLOBAL;
        read_expect(r, "@");
        p->sym = read_symbol(r);
        if (p->sym)
            expected = p->sym->type;
    } else {
        p->base = PLACE_LOCAL;
        p->local = read_local_id(r);
        if (!r->error)
            expected = mir_local(r->f, p->local)->type;
    }
    p->base_type = p->type = annotated(r, expected);
}

static PlaceId read_place(Reader *r)
{
    Place p = {0};
    VEC(Projection) steps = {0};
    if (read_accept(r, "none"))
        return NO_PLACE;
    read_base(r, &p);
    while (!r->error && (read_is(r, ".") || read_is(r, ".%") || read_is(r, "["))) {
        Projection s = read_projection(r, p.type);
        p.type = s.type;
        VEC_PUSH(r->arena, &steps, s);
    }
    p.first = r->f->projections.len;
    p.count = steps.len;
    for (uint32_t i = 0; i < steps.len; i++)
        VEC_PUSH(r->arena, &r->f->projections, steps.data[i]);
    VEC_PUSH(r->arena, &r->f->places, p);
    return (PlaceId){r->f->places.len - 1};
}

/* ---- operands ------------------------------------------------------------------------------- */

static const Type *colon_type(Reader *r)
{
    read_expect(r, ":");
    return read_type(r);
}

static Operand number(Reader *r)
{
    Operand o = {0};
    const char *begin = r->begin;
    bool negative = read_accept(r, "-");
    bool floating = read_is(r, "inf") || read_is(r, "nan") ||
                    (r->kind == WORD_NUMBER && r->len > 1 && r->text[1] == 'x');
    if (floating) {
        char *end;
        long double v = strtold(begin, &end);
        if (end != r->at)
            read_fail(r, "no number");
        read_next(r);
        VEC_PUSH(r->arena, &r->f->floats, v);
        o.kind = OPERAND_FLOAT;
        o.index = r->f->floats.len - 1;
        o.type = colon_type(r);
        return o;
    }
    i128 v = read_integer(r);
    if (negative)
        v = (i128) - (u128)v;
    o.type = colon_type(r);
    if (type_is_integer(o.type) && o.type->width > 64) {
        VEC_PUSH(r->arena, &r->f->wide, (u128)v);
        o.kind = OPERAND_WIDE;
        o.index = r->f->wide.len - 1;
        return o;
    }
    o.kind = OPERAND_INT;
    o.u.bits = (uint64_t)v;
    return o;
}

static uint64_t offset(Reader *r)
{
    if (!read_is(r, "+") && !read_is(r, "-"))
        return 0;
    return (uint64_t)read_integer(r);
}

/* A `+` after an address may be an operator: `@g + 1:int` has a blank before its number. */
static uint64_t close_offset(Reader *r)
{
    bool sign = read_is(r, "+") || read_is(r, "-");
    bool close = sign && r->at < r->end && *r->at >= '0' && *r->at <= '9';
    return close ? offset(r) : 0;
}

static Operand global(Reader *r)
{
    Operand o = {.kind = OPERAND_GLOBAL};
    o.sym = read_symbol(r);
    o.u.bits = close_offset(r);
    if (read_is(r, ":"))
        o.type = colon_type(r);
    else
        o.type = o.sym && o.sym->type ? type_pointer(r->types, o.sym->type)
                                      : type_basic(r->types, TYPE_ERROR);
    return o;
}

static Operand string(Reader *r)
{
    Operand o = {.kind = OPERAND_STRING};
    MirString s = {.bytes = r->text};
    size_t bytes = r->len;
    read_next(r);
    s.type = annotated(r, NULL);
    s.elem_size =
        s.type->kind == TYPE_ARRAY && s.type->elem->size ? (uint8_t)s.type->elem->size : 1;
    s.count = (uint32_t)(bytes / s.elem_size);
    o.u.bits = close_offset(r);
    o.type = colon_type(r);
    VEC_PUSH(r->arena, &r->f->strings, s);
    o.index = r->f->strings.len - 1;
    return o;
}

static Operand read_bare_operand(Reader *r)
{
    Operand o = {0};
    if (r->kind == WORD_TEXT)
        return string(r);
    if (read_accept(r, "@"))
        return global(r);
    if (read_accept(r, "none"))
        return o;
    if (r->kind == WORD_NUMBER || read_is(r, "-") || read_is(r, "inf") || read_is(r, "nan"))
        return number(r);
    if (read_accept(r, "null")) {
        o.kind = OPERAND_NULL;
    } else if (read_accept(r, "undef")) {
        o.kind = OPERAND_UNDEF;
    } else if (read_accept(r, "&")) {
        o.kind = OPERAND_BLOCK;
        o.index = read_numbered(r, "bb");
    } else if (read_accept(r, "{")) {
        o.kind = OPERAND_PLACE;
        o.index = read_place(r).i;
        if (o.index == ID_NONE)
            read_fail(r, "a place is missing");
        read_expect(r, "}");
    } else {
        LocalId id = read_local_id(r);
        o.kind = OPERAND_TEMP;
        o.index = id.i;
        if (r->error)
            return (Operand){.type = type_basic(r->types, TYPE_ERROR)};
        o.type = read_is(r, ":") ? colon_type(r) : mir_local(r->f, id)->type;
        return o;
    }
    o.type = colon_type(r);
    return o;
}

static Operand read_operand(Reader *r)
{
    if (!read_enter(r))
        return (Operand){.type = type_basic(r->types, TYPE_ERROR)};
    Operand o = read_bare_operand(r);
    r->depth--;
    return o;
}

/* ---- instructions --------------------------------------------------------------------------- */

static void read_args(Reader *r, Inst *in)
{
    VEC(Operand) args = {0};
    read_expect(r, "(");
    while (!r->error && !read_is(r, ")")) {
        Operand o = read_operand(r);
        VEC_PUSH(r->arena, &args, o);
        if (!read_accept(r, ","))
            break;
    }
    read_expect(r, ")");
    in->args = args.data;
    in->arg_count = args.len;
}

/* Is there a `<-` later in this line? Then a place comes first. */
static bool has_arrow(const Reader *r)
{
    bool text = false;
    for (const char *p = r->begin; p + 1 < r->end && *p != '\n'; p++) {
        if (*p == '\\')
            p++;
        else if (*p == '"')
            text = !text;
        else if (!text && p[0] == '<' && p[1] == '-')
            return true;
    }
    return false;
}

static void read_target(Reader *r, Inst *in)
{
    if (!has_arrow(r))
        return;
    in->a = read_place(r);
    read_expect(r, "<-");
}

static const Type *pointee_or_as(Reader *r, const Operand *x)
{
    if (read_accept(r, "as"))
        return read_type(r);
    if (x->type && x->type->kind == TYPE_POINTER)
        return x->type->elem;
    read_fail(r, "a type is missing");
    return type_basic(r->types, TYPE_ERROR);
}

static BuiltinId builtin_by_name(Reader *r)
{
    Name n = read_name(r);
    BuiltinId b = n ? builtin_lookup(r->types, n) : BUILTIN_NONE;
    if (b == BUILTIN_NONE && !r->error)
        read_fail(r, "no such built-in");
    return b;
}

static Expr *asm_text(Reader *r)
{
    Expr *e = ARENA_NEW(r->arena, Expr);
    e->kind = EXPR_STRING;
    e->type = type_basic(r->types, TYPE_ERROR);
    if (r->kind != WORD_TEXT) {
        read_fail(r, "expected a text");
        return e;
    }
    e->u.string.bytes = r->text;
    e->u.string.count = (uint32_t)r->len;
    e->u.string.elem_size = 1;
    read_next(r);
    return e;
}

static void read_asm(Reader *r, Inst *in)
{
    VEC(AsmOperand) outputs = {0}, inputs = {0};
    VEC(PlaceId) outs = {0};
    VEC(Operand) args = {0};
    AsmStmt *stmt = ARENA_NEW(r->arena, AsmStmt);
    AsmInfo *info = ARENA_NEW(r->arena, AsmInfo);
    stmt->text = asm_text(r);
    read_expect(r, "[");
    while (!r->error && !read_is(r, "]")) {
        AsmOperand o = {.constraint = asm_text(r)};
        PlaceId p = read_place(r);
        VEC_PUSH(r->arena, &outputs, o);
        VEC_PUSH(r->arena, &outs, p);
        if (!read_accept(r, ","))
            break;
    }
    read_expect(r, "]");
    read_expect(r, "(");
    while (!r->error && !read_is(r, ")")) {
        AsmOperand o = {.constraint = asm_text(r)};
        Operand x = read_operand(r);
        VEC_PUSH(r->arena, &inputs, o);
        VEC_PUSH(r->arena, &args, x);
        if (!read_accept(r, ","))
            break;
    }
    read_expect(r, ")");
    info->clobbers_memory = read_accept(r, "memory");
    stmt->outputs = outputs.data;
    stmt->output_count = outputs.len;
    stmt->inputs = inputs.data;
    stmt->input_count = inputs.len;
    info->stmt = stmt;
    info->outs = outs.data;
    info->out_count = outs.len;
    in->asm_ = info;
    in->args = args.data;
    in->arg_count = args.len;
}

static void read_ptr(Reader *r, Inst *in)
{
    in->x = read_operand(r);
    read_expect(r, ",");
    in->y = read_operand(r);
    if (read_accept(r, ",")) {
        Operand size = read_operand(r);
        in->args = arena_copy(r->arena, &size, sizeof size);
        in->arg_count = 1;
    }
    in->type = pointee_or_as(r, &in->x);
}

static void read_convert(Reader *r, Inst *in)
{
    int k = read_word_of(r, mir_convert_words, MIR_CONVERT_COUNT);
    if (k < 0) {
        read_fail(r, "no such conversion");
        return;
    }
    read_next(r);
    in->sub = (uint8_t)k;
    in->x = read_operand(r);
}

static void read_builtin(Reader *r, Inst *in)
{
    read_target(r, in);
    if (read_accept(r, "@")) {
        in->builtin = BUILTIN_TARGET;
        in->x = (Operand){.kind = OPERAND_GLOBAL, .sym = read_symbol(r)};
        in->x.type = type_pointer(r->types, type_basic(r->types, TYPE_VOID));
    } else {
        in->builtin = builtin_by_name(r);
    }
    read_args(r, in);
}

/* What begins with the word of its operation, which has been read. */
static void read_operation(Reader *r, Inst *in)
{
    switch ((InstOp)in->op) {
    case INST_LOAD:
    case INST_ADDR:
    case INST_ZERO: in->a = read_place(r); break;
    case INST_STORE:
    case INST_STRING:
        in->a = read_place(r);
        read_expect(r, "=");
        in->x = read_operand(r);
        break;
    case INST_COPY:
        in->a = read_place(r);
        read_expect(r, "=");
        in->b = read_place(r);
        break;
    case INST_ASSIGN:
    case INST_CHECK: in->x = read_operand(r); break;
    case INST_PTRADD:
    case INST_PTRSUB: read_ptr(r, in); break;
    case INST_CONVERT: read_convert(r, in); break;
    case INST_CALL:
        read_target(r, in);
        in->x = read_operand(r);
        read_args(r, in);
        in->type = pointee_or_as(r, &in->x);
        break;
    case INST_BUILTIN: read_builtin(r, in); break;
    case INST_VA_ARG:
        read_target(r, in);
        in->x = read_operand(r);
        read_expect(r, "as");
        in->type = read_type(r);
        break;
    case INST_LIVE:
    case INST_DEAD: in->dst = read_local_id(r); break;
    case INST_VLA:
        in->dst = read_local_id(r);
        read_expect(r, ",");
        in->x = read_operand(r);
        break;
    case INST_ASM: read_asm(r, in); break;
    case INST_UNARY:
    case INST_BINARY:
    case INST_OP_COUNT: read_fail(r, "no such instruction"); break;
    }
}

static void read_flags(Reader *r, Inst *in)
{
    while (!r->error && read_accept(r, "!")) {
        int k = read_word_of(r, mir_flag_words, MIR_FLAG_COUNT);
        if (k < 0) {
            read_fail(r, "no such flag");
            return;
        }
        in->flags |= (uint8_t)(1u << k);
        read_next(r);
    }
}

static void read_inst(Reader *r, Block *b)
{
    Inst in = {.dst = NO_LOCAL, .a = NO_PLACE, .b = NO_PLACE};
    if (r->kind == WORD_NAME && r->text[0] == '_') {
        in.dst = read_local_id(r);
        read_expect(r, "=");
    }
    int op = read_word_of(r, mir_inst_words, INST_OP_COUNT);
    int unary = read_word_of(r, mir_unary_words, MIR_UNARY_COUNT);
    if (op >= 0) {
        in.op = (uint8_t)op;
        read_next(r);
        read_operation(r, &in);
    } else if (unary >= 0) {
        in.op = INST_UNARY;
        in.sub = (uint8_t)unary;
        read_next(r);
        in.x = read_operand(r);
    } else {
        in.op = INST_BINARY;
        in.x = read_operand(r);
        int k = read_word_of(r, mir_binary_words, MIR_BINARY_COUNT);
        if (k < 0)
            read_fail(r, "no such instruction");
        in.sub = (uint8_t)(k < 0 ? 0 : k);
        read_next(r);
        in.y = read_operand(r);
    }
    read_flags(r, &in);
    VEC_PUSH(r->arena, &b->insts, in);
    r->f->inst_count++;
}

/* ---- terminators ---------------------------------------------------------------------------- */

static BlockId read_block_id(Reader *r)
{
    return (BlockId){read_numbered(r, "bb")};
}

static void read_targets(Reader *r, Term *t)
{
    VEC(BlockId) to = {0};
    read_expect(r, "[");
    while (!r->error && !read_is(r, "]")) {
        BlockId b = read_block_id(r);
        VEC_PUSH(r->arena, &to, b);
        if (!read_accept(r, ","))
            break;
    }
    read_expect(r, "]");
    t->targets = to.data;
    t->target_count = to.len;
}

static void read_switch(Reader *r, Term *t)
{
    VEC(SwitchCase) cases = {0};
    t->kind = TERM_SWITCH;
    t->x = read_operand(r);
    read_expect(r, "{");
    while (!r->error && !read_accept(r, "else")) {
        SwitchCase c = {0};
        c.lo = c.hi = read_integer(r);
        if (read_accept(r, ".."))
            c.hi = read_integer(r);
        read_expect(r, ":");
        c.target = read_block_id(r);
        read_expect(r, ",");
        VEC_PUSH(r->arena, &cases, c);
    }
    t->other = read_block_id(r);
    read_expect(r, "}");
    t->cases = cases.data;
    t->case_count = cases.len;
}

/* False when the word begins no terminator. */
static bool read_term(Reader *r, Block *b)
{
    Term *t = &b->term;
    t->then = t->other = NO_BLOCK;
    if (read_accept(r, "goto")) {
        t->kind = TERM_GOTO;
        t->then = read_block_id(r);
    } else if (read_accept(r, "branch")) {
        t->kind = TERM_BRANCH;
        t->x = read_operand(r);
        read_expect(r, "?");
        t->then = read_block_id(r);
        read_expect(r, ":");
        t->other = read_block_id(r);
    } else if (read_accept(r, "switch")) {
        read_switch(r, t);
    } else if (read_accept(r, "return")) {
        t->kind = TERM_RETURN;
    } else if (read_accept(r, "unreachable")) {
        t->kind = TERM_UNREACHABLE;
    } else if (read_accept(r, "computed")) {
        t->kind = TERM_GOTO_COMPUTED;
        t->x = read_operand(r);
        read_targets(r, t);
    } else if (read_accept(r, "asm_goto")) {
        t->kind = TERM_ASM_GOTO;
        t->then = read_block_id(r);
        read_targets(r, t);
        if (b->insts.len)
            t->asm_ = VEC_LAST(&b->insts).asm_;
    } else {
        return false;
    }
    if (read_accept(r, "!")) {
        read_expect(r, "implicit");
        t->implicit = true;
    }
    return true;
}

/* ---- the function --------------------------------------------------------------------------- */

static void read_local(Reader *r)
{
    static const char *const kinds[] = {[LOCAL_RETURN] = "return",
                                        [LOCAL_PARAM] = "param",
                                        [LOCAL_VAR] = "var",
                                        [LOCAL_TEMP] = "temp"};
    Local l = {0};
    if (read_numbered(r, "_") != r->f->locals.len)
        read_fail(r, "locals are out of order");
    read_expect(r, ":");
    int k = read_word_of(r, kinds, COUNT_OF(kinds));
    if (k < 0)
        read_fail(r, "no such kind of local");
    else
        read_next(r);
    l.kind = (uint8_t)(k < 0 ? LOCAL_TEMP : k);
    l.type = read_type(r);
    if (r->kind == WORD_TEXT) {
        Symbol *s = ARENA_NEW(r->arena, Symbol);
        s->kind = l.kind == LOCAL_PARAM ? SYM_PARAM : SYM_VAR;
        s->name = names_intern(r->names, r->text, r->len);
        s->type = l.type;
        s->id = r->unit->symbol_count++;
        l.sym = s;
        read_next(r);
    }
    if (read_accept(r, "scope"))
        l.scope = (uint32_t)read_integer(r);
    while (read_accept(r, "!")) {
        if (read_accept(r, "address"))
            l.address_taken = true;
        else if (read_accept(r, "object"))
            l.aggregate_temp = true;
        else
            read_fail(r, "no such flag");
    }
    VEC_PUSH(r->arena, &r->f->locals, l);
}

static bool at_block(const Reader *r)
{
    return r->kind == WORD_NAME && r->len > 2 && !memcmp(r->text, "bb", 2);
}

static void read_block(Reader *r)
{
    Block b = {0};
    if (read_numbered(r, "bb") != r->f->blocks.len)
        read_fail(r, "blocks are out of order");
    read_expect(r, ":");
    if (read_accept(r, "!")) {
        read_expect(r, "unsafe");
        b.unsafe = true;
    }
    while (!r->error && !read_term(r, &b))
        read_inst(r, &b);
    VEC_PUSH(r->arena, &r->f->blocks, b);
}

static void check_targets(Reader *r)
{
    for (uint32_t i = 0; i < r->f->blocks.len && !r->error; i++) {
        const Term *t = &r->f->blocks.data[i].term;
        uint32_t n = mir_successors(t, NULL, 0);
        BlockId *to = ARENA_ARRAY(r->arena, BlockId, n);
        mir_successors(t, to, n);
        for (uint32_t k = 0; k < n; k++)
            if (to[k].i >= r->f->blocks.len)
                read_fail(r, "no such block");
    }
}

void read_body(Reader *r)
{
    MirFunction *f = r->f;
    read_expect(r, "fn");
    read_expect(r, "@");
    f->sym = read_symbol(r);
    read_expect(r, "params");
    f->param_count = (uint32_t)read_integer(r);
    read_expect(r, "{");
    while (!r->error && r->kind == WORD_NAME && r->text[0] == '_')
        read_local(r);
    while (!r->error && at_block(r))
        read_block(r);
    read_expect(r, "}");
    if (!r->error && (!f->locals.len || !f->blocks.len))
        read_fail(r, "an empty function");
    if (!r->error && f->param_count >= f->locals.len)
        read_fail(r, "too few locals");
    if (!r->error)
        check_targets(r);
}
