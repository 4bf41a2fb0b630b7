/* mir/print.c - the text form of a function. read.c reads it; print(read(text)) is text.
 *
 *     struct s#0 "s" size 16 align 8 { .n int @0; .next *struct s#0 @8; }
 *     sym @f function external global "f": fn(*struct s#0) int
 *     fn @f params 1 {
 *       _0: return int
 *       _1: param *struct s#0 "p"
 *       _2: temp *struct s#0
 *       _3: temp int
 *       bb0:
 *         _2 = load _1
 *         _3 = load (*_2).n
 *         store _0 = _3
 *         return
 *     }
 *
 * Types read from left to right: `*[4]const char` is a pointer to an array of four
 * constant chars; `fn(int, ...) void`, `[?]int`, `[vla]int`, `<4>float`, `complex
 * double`, `bitint:7`. Records and enumerations are numbered, symbols of the same name get .1 .2 in
 * order of first mention, so that equal functions have equal texts; a record that only members of
 * others point to is `opaque`. Typedef names, positions and attributes are not part of the text.
 *
 * operand   _3   5:int   0x1.8p+0:double   null:*int   @g   @g+8:*int   "abc"{[4]char}:*char
 *           &bb3:*void   {place}   undef:int          a type follows where it can't be known
 * place     _3   @g   ^@outer   (*operand)   then .field  .#2 (unnamed)  [operand]  .%re  .%im,
 *           each followed by {type} where that is not the declared one
 * flags     at the end of an instruction: !volatile !init ...
 *
 * What isn't asked for by dumps of whole functions - single instructions in other dumps - comes
 * without numbers. */
#include "mir/text_internal.h"
#include "sema/builtin.h"

typedef struct Printer {
    const MirFunction *f;
    Arena *arena;
    Text *out;
    bool numbered;
    bool comparing;              /* into a scratch text: tags by identity, numbers untouched */
    bool in_members;             /* what is met now is met only as a member's pointee */
    Map tags;                    /* Record * or EnumInfo * -> number + 1 */
    VEC(const Type *) tag_types; /* by number */
    VEC(bool) whole;             /* by number: members are printed, too */
    Map symbols;                 /* Symbol * -> its text */
    Map names;                   /* Name -> how many symbols have it */
    VEC(Symbol *) symbol_list;
    Text scratch_a, scratch_b; /* for comparing types */
} Printer;

/* ---- types ---------------------------------------------------------------------------------- */

static void print_type(Printer *p, Text *out, const Type *t);

static uint32_t tag_number(Printer *p, const Type *t)
{
    const void *key =
        t->kind == TYPE_ENUM ? (const void *)t->u.enum_info : (const void *)t->u.record;
    uintptr_t number;
    if (!map_get(&p->tags, MAP_KEY_PTR(key), &number)) {
        VEC_PUSH(p->arena, &p->tag_types, t->canon);
        VEC_PUSH(p->arena, &p->whole, !p->in_members);
        number = p->tag_types.len;
        map_put(&p->tags, MAP_KEY_PTR(key), number);
    }
    return (uint32_t)number - 1;
}

static void print_tag(Printer *p, Text *out, const Type *t)
{
    bool is_enum = t->kind == TYPE_ENUM;
    const void *key = is_enum ? (const void *)t->u.enum_info : (const void *)t->u.record;
    Name tag = is_enum ? t->u.enum_info->tag : t->u.record->tag;
    if (!tag)
        tag = is_enum ? t->u.enum_info->typedef_name : t->u.record->typedef_name;
    text_addf(out, "%s %s",
              is_enum                 ? "enum"
              : t->kind == TYPE_UNION ? "union"
                                      : "struct",
              NAME_TEXT(tag));
    if (p->comparing)
        text_addf(out, "#%p", key);
    else if (p->numbered)
        text_addf(out, "#%u", tag_number(p, t));
}

static void print_function_type(Printer *p, Text *out, const Type *t)
{
    text_add(out, "fn(");
    if (!t->u.fn.has_proto)
        text_add(out, "?");
    for (uint32_t i = 0; t->u.fn.has_proto && i < t->u.fn.count; i++) {
        if (i)
            text_add(out, ", ");
        print_type(p, out, t->u.fn.params[i].type);
    }
    if (t->u.fn.has_proto && t->u.fn.variadic)
        text_add(out, t->u.fn.count ? ", ..." : "...");
    text_add(out, ") ");
    print_type(p, out, t->elem);
}

static void print_type(Printer *p, Text *out, const Type *t)
{
    for (;; t = t->elem) {
        if (t->align != t->canon->align)
            text_addf(out, "align(%u) ", t->align);
        for (uint32_t i = 0; i < MIR_QUAL_COUNT && t->kind != TYPE_ARRAY; i++)
            if (t->quals >> i & 1)
                text_addf(out, "%s ", mir_qual_words[i]);
        if (t->kind == TYPE_POINTER) {
            text_add(out, "*");
        } else if (t->kind == TYPE_ARRAY) {
            if (t->vla == 2)
                text_add(out, "[vla]");
            else if (t->incomplete)
                text_add(out, "[?]");
            else
                text_addf(out, "[%llu]", (unsigned long long)t->u.array.count);
        } else if (t->kind == TYPE_VECTOR) {
            text_addf(out, "<%llu>", (unsigned long long)t->u.array.count);
        } else if (t->kind == TYPE_COMPLEX) {
            text_add(out, "complex ");
        } else {
            break;
        }
    }
    if (t->kind == TYPE_FUNCTION)
        print_function_type(p, out, t);
    else if (t->kind == TYPE_BITINT)
        text_addf(out, "%sbitint:%u", t->is_unsigned ? "u" : "", t->width);
    else if (t->kind == TYPE_ENUM || type_is_record(t))
        print_tag(p, out, t);
    else
        text_add(out, mir_basic_words[t->kind]);
}

/* Would both print the same text? */
static bool same(Printer *p, const Type *a, const Type *b)
{
    if (a == b)
        return true;
    if (!a || !b)
        return false;
    p->scratch_a.len = p->scratch_b.len = 0;
    p->comparing = true;
    print_type(p, &p->scratch_a, a);
    print_type(p, &p->scratch_b, b);
    p->comparing = false;
    return p->scratch_a.len == p->scratch_b.len &&
           !memcmp(p->scratch_a.data, p->scratch_b.data, p->scratch_a.len);
}

static void annotate(Printer *p, const Type *is, const Type *expected)
{
    if (same(p, is, expected))
        return;
    text_add(p->out, "{");
    print_type(p, p->out, is);
    text_add(p->out, "}");
}

/* ---- symbols, strings ----------------------------------------------------------------------- */

static void print_symbol(Printer *p, Symbol *sym)
{
    const char *text = map_get_ptr(&p->symbols, MAP_KEY_PTR(sym));
    if (!p->numbered) {
        text_addf(p->out, "@%s", NAME_TEXT(sym->name));
        return;
    }
    if (!text) {
        uintptr_t n = 0;
        map_get(&p->names, MAP_KEY_PTR(sym->name), &n);
        map_put(&p->names, MAP_KEY_PTR(sym->name), n + 1);
        text = n ? arena_printf(p->arena, "@%s.%u", NAME_TEXT(sym->name), (unsigned)n)
                 : arena_printf(p->arena, "@%s", NAME_TEXT(sym->name));
        map_put(&p->symbols, MAP_KEY_PTR(sym), (uintptr_t)text);
        VEC_PUSH(p->arena, &p->symbol_list, sym);
    }
    text_add(p->out, text);
}

static void print_bytes(Text *out, const char *bytes, size_t n)
{
    text_add_char(out, '"');
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c == '"' || c == '\\')
            text_addf(out, "\\%c", c);
        else if (c == '\n')
            text_add(out, "\\n");
        else if (c < 0x20 || c >= 0x7f)
            text_addf(out, "\\x%02x", c);
        else
            text_add_char(out, (char)c);
    }
    text_add_char(out, '"');
}

/* ---- operands and places -------------------------------------------------------------------- */

static void print_operand(Printer *p, const Operand *o);

static void print_projection(Printer *p, const Projection *s, const Type *of)
{
    Text *out = p->out;
    const Type *expected = of->elem;
    if (s->kind == PROJ_FIELD) {
        expected = s->field->type;
        if (s->field->name)
            text_addf(out, ".%s", s->field->name->text);
        else
            text_addf(out, ".#%u", s->field->index);
    } else if (s->kind == PROJ_INDEX) {
        text_add(out, "[");
        print_operand(p, &s->index);
        text_add(out, "]");
    } else {
        text_add(out, s->kind == PROJ_REAL ? ".%re" : ".%im");
    }
    annotate(p, s->type, expected);
}

static void print_place(Printer *p, PlaceId id)
{
    const MirFunction *f = p->f;
    if (!place_is(id)) {
        text_add(p->out, "none");
        return;
    }
    const Place *pl = mir_place(f, id);
    const Type *expected = NULL;
    switch ((PlaceBase)pl->base) {
    case PLACE_LOCAL:
        text_addf(p->out, "_%u", pl->local.i);
        expected = mir_local(f, pl->local)->type;
        break;
    case PLACE_GLOBAL:
        print_symbol(p, pl->sym);
        expected = pl->sym->type;
        break;
    case PLACE_UPVAR:
        text_add(p->out, "^");
        print_symbol(p, pl->sym);
        expected = pl->sym->type;
        break;
    case PLACE_DEREF:
        text_add(p->out, "(*");
        print_operand(p, &pl->pointer);
        text_add(p->out, ")");
        expected = pl->pointer.type->elem;
        break;
    }
    annotate(p, pl->base_type, expected);
    const Type *t = pl->base_type;
    for (uint32_t i = 0; i < pl->count; i++) {
        const Projection *s = &f->projections.data[pl->first + i];
        print_projection(p, s, t);
        t = s->type;
    }
}

static void colon_type(Printer *p, const Type *t)
{
    text_add(p->out, ":");
    print_type(p, p->out, t);
}

/* A type after an operand would be taken for the operand's own. */
static void as_type(Printer *p, const Type *t)
{
    text_add(p->out, " as ");
    print_type(p, p->out, t);
}

static void print_number(Printer *p, const Operand *o)
{
    bool negative = type_is_integer(o->type) && !o->type->is_unsigned;
    if (o->kind == OPERAND_WIDE) {
        u128 v = p->f->wide.data[o->index];
        if (negative)
            text_add_i128(p->out, (i128)v);
        else
            text_add_u128(p->out, v);
    } else if (o->kind == OPERAND_FLOAT) {
        text_addf(p->out, "%La", p->f->floats.data[o->index]);
    } else if (negative) {
        text_addf(p->out, "%lld", (long long)o->u.bits);
    } else {
        text_addf(p->out, "%llu", (unsigned long long)o->u.bits);
    }
    colon_type(p, o->type);
}

static void print_global(Printer *p, const Operand *o)
{
    print_symbol(p, o->sym);
    if (o->u.bits)
        text_addf(p->out, "%+lld", (long long)o->u.bits);
    if (o->type->kind != TYPE_POINTER || !same(p, o->type->elem, o->sym->type) || o->type->quals ||
        o->type->align != o->type->canon->align)
        colon_type(p, o->type);
}

static void print_string(Printer *p, const Operand *o)
{
    const MirString *s = &p->f->strings.data[o->index];
    print_bytes(p->out, s->bytes, (size_t)s->count * s->elem_size);
    text_add(p->out, "{");
    print_type(p, p->out, s->type);
    text_add(p->out, "}");
    if (o->u.bits)
        text_addf(p->out, "%+lld", (long long)o->u.bits);
    colon_type(p, o->type);
}

static void print_operand(Printer *p, const Operand *o)
{
    switch ((OperandKind)o->kind) {
    case OPERAND_NONE: text_add(p->out, "none"); break;
    case OPERAND_TEMP:
        text_addf(p->out, "_%u", o->index);
        if (!same(p, o->type, p->f->locals.data[o->index].type))
            colon_type(p, o->type);
        break;
    case OPERAND_INT:
    case OPERAND_WIDE:
    case OPERAND_FLOAT: print_number(p, o); break;
    case OPERAND_NULL:
        text_add(p->out, "null");
        colon_type(p, o->type);
        break;
    case OPERAND_GLOBAL: print_global(p, o); break;
    case OPERAND_STRING: print_string(p, o); break;
    case OPERAND_BLOCK:
        text_addf(p->out, "&bb%u", o->index);
        colon_type(p, o->type);
        break;
    case OPERAND_PLACE:
        text_add(p->out, "{");
        print_place(p, (PlaceId){o->index});
        text_add(p->out, "}");
        colon_type(p, o->type);
        break;
    case OPERAND_UNDEF:
        text_add(p->out, "undef");
        colon_type(p, o->type);
        break;
    }
}

/* ---- instructions --------------------------------------------------------------------------- */

static void print_args(Printer *p, const Inst *in)
{
    text_add(p->out, "(");
    for (uint32_t i = 0; i < in->arg_count; i++) {
        if (i)
            text_add(p->out, ", ");
        print_operand(p, &in->args[i]);
    }
    text_add(p->out, ")");
}

/* `_3 = call ` or `call _5 <- ` or `call `: the word, and where the result goes. */
static void print_target(Printer *p, const Inst *in, const char *word)
{
    text_addf(p->out, "%s ", word);
    if (!place_is(in->a))
        return;
    print_place(p, in->a);
    text_add(p->out, " <- ");
}

static void print_call(Printer *p, const Inst *in)
{
    print_target(p, in, "call");
    print_operand(p, &in->x);
    print_args(p, in);
    if (!same(p, in->type, in->x.type->elem))
        as_type(p, in->type);
}

static void print_asm_text(Printer *p, const Expr *e)
{
    bool string = e && e->kind == EXPR_STRING;
    print_bytes(p->out, string ? e->u.string.bytes : "", string ? e->u.string.count : 0);
}

static void print_asm(Printer *p, const Inst *in)
{
    const AsmInfo *a = in->asm_;
    text_add(p->out, "asm ");
    print_asm_text(p, a->stmt ? a->stmt->text : NULL);
    text_add(p->out, " [");
    for (uint32_t i = 0; i < a->out_count; i++) {
        if (i)
            text_add(p->out, ", ");
        print_asm_text(p, a->stmt ? a->stmt->outputs[i].constraint : NULL);
        text_add(p->out, " ");
        print_place(p, a->outs[i]);
    }
    text_add(p->out, "] (");
    for (uint32_t i = 0; i < in->arg_count; i++) {
        if (i)
            text_add(p->out, ", ");
        print_asm_text(p, a->stmt ? a->stmt->inputs[i].constraint : NULL);
        text_add(p->out, " ");
        print_operand(p, &in->args[i]);
    }
    text_add(p->out, ")");
    if (a->clobbers_memory)
        text_add(p->out, " memory");
}

static void print_inst_body(Printer *p, const Inst *in)
{
    Text *out = p->out;
    const char *word = mir_inst_words[in->op];
    switch ((InstOp)in->op) {
    case INST_LOAD:
    case INST_ADDR:
        text_addf(out, "%s ", word);
        print_place(p, in->a);
        break;
    case INST_STORE:
    case INST_STRING:
        text_addf(out, "%s ", word);
        print_place(p, in->a);
        text_add(out, " = ");
        print_operand(p, &in->x);
        break;
    case INST_COPY:
        text_add(out, "copy ");
        print_place(p, in->a);
        text_add(out, " = ");
        print_place(p, in->b);
        break;
    case INST_ZERO:
        text_add(out, "zero ");
        print_place(p, in->a);
        break;
    case INST_ASSIGN:
    case INST_CHECK:
        text_addf(out, "%s ", word);
        print_operand(p, &in->x);
        break;
    case INST_UNARY:
        text_addf(out, "%s ", mir_unary_words[in->sub]);
        print_operand(p, &in->x);
        break;
    case INST_BINARY:
        print_operand(p, &in->x);
        text_addf(out, " %s ", mir_binary_words[in->sub]);
        print_operand(p, &in->y);
        break;
    case INST_PTRADD:
    case INST_PTRSUB:
        text_addf(out, "%s ", word);
        print_operand(p, &in->x);
        text_add(out, ", ");
        print_operand(p, &in->y);
        if (in->arg_count) {
            text_add(out, ", ");
            print_operand(p, &in->args[0]);
        }
        if (!same(p, in->type, in->x.type->elem))
            as_type(p, in->type);
        break;
    case INST_CONVERT:
        text_addf(out, "convert %s ", mir_convert_words[in->sub]);
        print_operand(p, &in->x);
        break;
    case INST_CALL: print_call(p, in); break;
    case INST_BUILTIN:
        print_target(p, in, "builtin");
        if (in->x.kind == OPERAND_GLOBAL)
            print_symbol(p, in->x.sym);
        else
            text_add(out, builtin_name((BuiltinId)in->builtin));
        print_args(p, in);
        break;
    case INST_VA_ARG:
        print_target(p, in, "va_arg");
        print_operand(p, &in->x);
        as_type(p, in->type);
        break;
    case INST_LIVE:
    case INST_DEAD: text_addf(out, "%s _%u", word, in->dst.i); break;
    case INST_VLA:
        text_addf(out, "vla _%u, ", in->dst.i);
        print_operand(p, &in->x);
        break;
    case INST_ASM: print_asm(p, in); break;
    case INST_OP_COUNT: break;
    }
}

static void print_inst(Printer *p, const Inst *in)
{
    bool own_dst = in->op == INST_LIVE || in->op == INST_DEAD || in->op == INST_VLA;
    if (local_is(in->dst) && !own_dst)
        text_addf(p->out, "_%u = ", in->dst.i);
    print_inst_body(p, in);
    for (uint32_t i = 0; i < MIR_FLAG_COUNT; i++)
        if (in->flags >> i & 1)
            text_addf(p->out, " !%s", mir_flag_words[i]);
}

static void print_targets(Printer *p, const Term *t)
{
    text_add(p->out, " [");
    for (uint32_t i = 0; i < t->target_count; i++)
        text_addf(p->out, i ? ", bb%u" : "bb%u", t->targets[i].i);
    text_add(p->out, "]");
}

static void print_switch(Printer *p, const Term *t)
{
    text_add(p->out, "switch ");
    print_operand(p, &t->x);
    text_add(p->out, " { ");
    for (uint32_t i = 0; i < t->case_count; i++) {
        const SwitchCase *c = &t->cases[i];
        text_add_i128(p->out, c->lo);
        if (c->hi != c->lo) {
            text_add(p->out, "..");
            text_add_i128(p->out, c->hi);
        }
        text_addf(p->out, ": bb%u, ", c->target.i);
    }
    text_addf(p->out, "else bb%u }", t->other.i);
}

static void print_term(Printer *p, const Term *t)
{
    Text *out = p->out;
    switch ((TermKind)t->kind) {
    case TERM_NONE: text_add(out, "open"); break;
    case TERM_GOTO: text_addf(out, "goto bb%u", t->then.i); break;
    case TERM_BRANCH:
        text_add(out, "branch ");
        print_operand(p, &t->x);
        text_addf(out, " ? bb%u : bb%u", t->then.i, t->other.i);
        break;
    case TERM_SWITCH: print_switch(p, t); break;
    case TERM_RETURN: text_add(out, "return"); break;
    case TERM_UNREACHABLE: text_add(out, "unreachable"); break;
    case TERM_GOTO_COMPUTED:
        text_add(out, "computed ");
        print_operand(p, &t->x);
        print_targets(p, t);
        break;
    case TERM_ASM_GOTO:
        text_addf(out, "asm_goto bb%u", t->then.i);
        print_targets(p, t);
        break;
    }
    if (t->implicit)
        text_add(out, " !implicit");
}

/* ---- the function --------------------------------------------------------------------------- */

static void print_local(Printer *p, uint32_t i)
{
    static const char *const kinds[] = {[LOCAL_RETURN] = "return",
                                        [LOCAL_PARAM] = "param",
                                        [LOCAL_VAR] = "var",
                                        [LOCAL_TEMP] = "temp"};
    const Local *l = &p->f->locals.data[i];
    text_addf(p->out, "  _%u: %s ", i, kinds[l->kind]);
    print_type(p, p->out, l->type);
    if (l->sym && l->sym->name) {
        text_add(p->out, " ");
        print_bytes(p->out, l->sym->name->text, l->sym->name->len);
    }
    if (l->scope)
        text_addf(p->out, " scope %u", l->scope);
    if (l->address_taken)
        text_add(p->out, " !address");
    if (l->aggregate_temp)
        text_add(p->out, " !object");
    text_add(p->out, "\n");
}

static void print_body(Printer *p)
{
    const MirFunction *f = p->f;
    text_add(p->out, "fn ");
    print_symbol(p, f->sym);
    text_addf(p->out, " params %u {\n", f->param_count);
    for (uint32_t i = 0; i < f->locals.len; i++)
        print_local(p, i);
    for (uint32_t i = 0; i < f->blocks.len; i++) {
        const Block *b = &f->blocks.data[i];
        text_addf(p->out, "  bb%u:%s\n", i, b->unsafe ? " !unsafe" : "");
        for (uint32_t k = 0; k < b->insts.len; k++) {
            text_add(p->out, "    ");
            print_inst(p, &b->insts.data[k]);
            text_add(p->out, "\n");
        }
        text_add(p->out, "    ");
        print_term(p, &b->term);
        text_add(p->out, "\n");
    }
    text_add(p->out, "}\n");
}

static void print_symbol_line(Printer *p, Symbol *s)
{
    static const char *const linkage[] = {
        [LINK_NONE] = "none", [LINK_INTERNAL] = "internal", [LINK_EXTERNAL] = "external"};
    text_add(p->out, "sym ");
    print_symbol(p, s);
    text_addf(p->out, " %s %s",
              s->kind == SYM_FUNCTION  ? "function"
              : s->kind == SYM_BUILTIN ? "builtin"
                                       : "var",
              linkage[s->linkage]);
    if (s->is_global)
        text_add(p->out, " global");
    if (s->thread_local_)
        text_add(p->out, " thread");
    if (s->noreturn)
        text_add(p->out, " noreturn");
    if (s->type)
        colon_type(p, s->type);
    text_add(p->out, "\n");
}

static const Type *by_value(const Type *t)
{
    while (t->kind == TYPE_ARRAY)
        t = t->elem;
    return type_is_record(t) && t->u.record->complete ? t : NULL;
}

/* Records inside whole records are whole. */
static void close_whole(Printer *p)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = 0; i < p->tag_types.len; i++) {
            if (p->tag_types.data[i]->kind == TYPE_ENUM || !p->whole.data[i])
                continue;
            const Record *r = p->tag_types.data[i]->u.record;
            for (uint32_t k = 0; k < r->field_count; k++) {
                const Type *t = by_value(r->fields[k].type);
                uint32_t number = t ? tag_number(p, t) : i;
                changed |= !p->whole.data[number];
                p->whole.data[number] = true;
            }
        }
    }
}

static void print_record_line(Printer *p, const Type *t, bool whole)
{
    const Record *r = t->u.record;
    print_type(p, p->out, t);
    if (!r->complete) {
        text_add(p->out, " incomplete\n");
        return;
    }
    text_addf(p->out, " size %llu align %u%s%s", (unsigned long long)r->size, r->align,
              r->packed ? " packed" : "", r->transparent ? " transparent" : "");
    if (!whole) {
        text_add(p->out, " opaque\n");
        return;
    }
    text_add(p->out, " {");
    for (uint32_t i = 0; i < r->field_count; i++) {
        const Field *f = &r->fields[i];
        text_addf(p->out, " .%s ", f->name ? f->name->text : "#");
        print_type(p, p->out, f->type);
        text_addf(p->out, " @%llu", (unsigned long long)f->offset);
        if (f->is_bit_field)
            text_addf(p->out, " bits %u %u", f->bit_offset, f->bit_width);
        if (f->flexible)
            text_add(p->out, " flexible");
        text_add(p->out, ";");
    }
    text_add(p->out, " }\n");
}

static void print_enum_line(Printer *p, const Type *t)
{
    print_type(p, p->out, t);
    if (t->u.enum_info->complete && t->u.enum_info->underlying) {
        text_add(p->out, " ");
        print_type(p, p->out, t->u.enum_info->underlying);
    } else {
        text_add(p->out, " incomplete");
    }
    text_add(p->out, "\n");
}

static void printer_init(Printer *p, const MirFunction *f, Text *out, bool numbered)
{
    memset(p, 0, sizeof *p);
    p->f = f;
    p->out = out;
    p->arena = out->arena;
    p->numbered = numbered;
    map_init(&p->tags, p->arena);
    map_init(&p->symbols, p->arena);
    map_init(&p->names, p->arena);
    text_init(&p->scratch_a, p->arena);
    text_init(&p->scratch_b, p->arena);
}

/* The body comes last in the text but is printed first: it decides what is mentioned, in which
 * order. Symbols mention types, and types further types. */
void mir_print(const MirFunction *f, Text *out)
{
    Printer printer, *p = &printer;
    Text body, symbols, tags;
    printer_init(p, f, out, true);
    text_init(&body, out->arena);
    text_init(&symbols, out->arena);
    text_init(&tags, out->arena);
    p->out = &body;
    print_body(p);
    p->out = &symbols;
    for (uint32_t i = 0; i < p->symbol_list.len; i++)
        print_symbol_line(p, p->symbol_list.data[i]);
    p->out = &tags;
    close_whole(p);
    p->in_members = true;
    for (uint32_t i = 0; i < p->tag_types.len; i++) {
        const Type *t = p->tag_types.data[i];
        if (t->kind == TYPE_ENUM)
            print_enum_line(p, t);
        else
            print_record_line(p, t, p->whole.data[i]);
    }
    text_add_n(out, tags.data ? tags.data : "", tags.len);
    text_add_n(out, symbols.data ? symbols.data : "", symbols.len);
    text_add_n(out, body.data, body.len);
}

void mir_print_inst(const MirFunction *f, const Inst *in, Text *out)
{
    Printer p;
    printer_init(&p, f, out, false);
    print_inst(&p, in);
}

void mir_print_term(const MirFunction *f, const Term *t, Text *out)
{
    Printer p;
    printer_init(&p, f, out, false);
    print_term(&p, t);
}

void mir_print_place(const MirFunction *f, PlaceId id, Text *out)
{
    Printer p;
    printer_init(&p, f, out, false);
    print_place(&p, id);
}

void mir_print_operand(const MirFunction *f, const Operand *o, Text *out)
{
    Printer p;
    printer_init(&p, f, out, false);
    print_operand(&p, o);
}
