/* checks/format_literal.c - what a call calls, and which operands are texts of the program.
 *
 * What comes in: operands. What goes out: literals, found without following any variable:
 *
 *     printf("%d\n", 1);                                   the string itself
 *     static const char usage[] = "usage: %s\n";           an array that nobody can write to
 *     static const char *const errors[] = {"%s: %s\n"};    an element of a table of pointers */
#include "checks/format.h"

/* ---- small facts ----------------------------------------------------------------------------- */
const Inst *format_definition(const MirFunction *fn, const Operand *o)
{
    const Inst *found = NULL;
    if (o->kind != OPERAND_TEMP)
        return NULL;
    for (uint32_t b = 0; b < fn->blocks.len; b++)
        for (uint32_t i = 0; i < fn->blocks.data[b].insts.len; i++) {
            const Inst *in = &fn->blocks.data[b].insts.data[i];
            if (in->dst.i != o->index)
                continue;
            if (found)
                return NULL;
            found = in;
        }
    return found;
}

const MirFunction *format_body(const FormatCheck *c, const Inst *in)
{
    if (in->op != INST_CALL || in->x.kind != OPERAND_GLOBAL || in->x.sym->kind != SYM_FUNCTION)
        return NULL;
    return engine_definition(c->engine, in->x.sym);
}

const ContractEntry *format_read_entry(const FormatCheck *c, const Inst *in)
{
    bool named = in->op == INST_CALL && in->x.kind == OPERAND_GLOBAL &&
                 in->x.sym->kind == SYM_FUNCTION && !engine_definition(c->engine, in->x.sym);
    return named ? engine_read_contract(c->engine, in->x.sym) : NULL;
}

static const Symbol *model_named(const FormatCheck *c, const char *name)
{
    Names *names = c->engine->program->names;
    return map_get_ptr(&c->engine->models, MAP_KEY_PTR(names_intern(names, name, strlen(name))));
}

const Symbol *format_model(const FormatCheck *c, const Inst *in)
{
    if (in->op == INST_BUILTIN) {
        const char *name = builtin_name((BuiltinId)in->builtin);
        return strncmp(name, "__builtin_", 10) ? NULL : model_named(c, name + 10);
    }
    if (in->op != INST_CALL || in->x.kind != OPERAND_GLOBAL || in->x.sym->kind != SYM_FUNCTION ||
        in->x.sym->linkage != LINK_EXTERNAL || engine_has(c->engine, in->x.sym))
        return NULL;
    return map_get_ptr(&c->engine->models, MAP_KEY_PTR(in->x.sym->name));
}

/* ---- literals -------------------------------------------------------------------------------- */
static const Expr *bare(const Expr *e)
{
    while (e && (e->kind == EXPR_CONVERT || e->kind == EXPR_CAST))
        e = e->u.cast.operand;
    return e;
}

static bool literal_of_expr(const Expr *e, uint64_t offset, Span declared, Literal *out)
{
    e = bare(e);
    uint64_t size = e && e->kind == EXPR_STRING ? e->u.string.elem_size : 0;
    if (!size || offset % size)
        return false;
    uint64_t skip = offset / size;
    if (skip > e->u.string.count)
        return false;
    *out = (Literal){e->u.string.bytes + offset, e->u.string.count - (uint32_t)skip,
                     e->u.string.elem_size, declared};
    return true;
}

bool format_never_written(const Type *t)
{
    while (t->kind == TYPE_ARRAY && !(t->quals & QUAL_CONST))
        t = t->elem;
    return (t->quals & QUAL_CONST) != 0 && (t->quals & QUAL_VOLATILE) == 0;
}

/* The element of a table of pointers, `const char *const names[]`, at this offset. */
static const Expr *table_entry(const Symbol *sym, uint64_t offset)
{
    const Type *t = sym->type;
    const Expr *init = sym->init;
    if (t->kind != TYPE_ARRAY)
        return offset ? NULL : init;
    if (!init || init->kind != EXPR_INIT_LIST || !t->elem->size || offset % t->elem->size)
        return NULL;
    for (uint32_t i = 0; i < init->u.init.entry_count; i++)
        if (init->u.init.entries[i].offset == offset)
            return init->u.init.entries[i].value;
    return NULL;
}

static bool literal_of_global(const Symbol *sym, uint64_t offset, Literal *out)
{
    Span declared = {sym->loc, sym->loc};
    return sym->init && sym->type->kind == TYPE_ARRAY && format_never_written(sym->type) &&
           literal_of_expr(sym->init, offset, declared, out);
}

bool format_constant_load(const MirFunction *fn, const Place *p, Literal *out)
{
    uint64_t offset = 0;
    if (p->base != PLACE_GLOBAL || !p->sym->init || !format_never_written(p->sym->type) ||
        p->type->kind != TYPE_POINTER)
        return false;
    for (uint32_t i = 0; i < p->count; i++) {
        const Projection *j = &fn->projections.data[p->first + i];
        if (j->kind != PROJ_INDEX || j->index.kind != OPERAND_INT)
            return false;
        offset += j->index.u.bits * j->type->size;
    }
    Span declared = {p->sym->loc, p->sym->loc};
    return literal_of_expr(table_entry(p->sym, offset), 0, declared, out);
}

bool format_constant(const MirFunction *fn, const Operand *o, Literal *out)
{
    if (o->kind == OPERAND_GLOBAL)
        return o->sym->kind == SYM_VAR && literal_of_global(o->sym, o->u.bits, out);
    if (o->kind != OPERAND_STRING)
        return false;
    const MirString *s = &fn->strings.data[o->index];
    uint64_t skip = s->elem_size ? o->u.bits / s->elem_size : 0;
    if (skip > s->count)
        return false;
    *out = (Literal){s->bytes + o->u.bits, s->count - (uint32_t)skip, s->elem_size, {0}};
    return true;
}

bool format_literal(const MirFunction *fn, const Operand *o, Literal *out)
{
    if (format_constant(fn, o, out))
        return true;
    const Inst *in = format_definition(fn, o);
    if (in && in->op == INST_LOAD)
        return format_constant_load(fn, mir_place(fn, in->a), out);
    return in && in->op == INST_CONVERT && format_literal(fn, &in->x, out);
}

static bool uses(const Operand *o, LocalId temp)
{
    return o->kind == OPERAND_TEMP && o->index == temp.i;
}

/* Is this address used for anything but an argument? */
static bool is_kept(const MirFunction *f, LocalId temp)
{
    for (uint32_t b = 0; b < f->blocks.len; b++)
        for (uint32_t i = 0; i < f->blocks.data[b].insts.len; i++) {
            const Inst *in = &f->blocks.data[b].insts.data[i];
            if (uses(&in->x, temp) || uses(&in->y, temp))
                return true;
        }
    for (uint32_t i = 0; i < f->places.len; i++)
        if (f->places.data[i].base == PLACE_DEREF && uses(&f->places.data[i].pointer, temp))
            return true;
    return false;
}

/* char format[] = "..." that only this function sees and that nobody writes to: pointers into it
 * may go ways that are not followed, so there must be none. */
bool format_keeps_text(const MirFunction *f, const Inst *init)
{
    const Place *p = mir_place(f, init->a);
    if (p->base != PLACE_LOCAL || p->count)
        return false;
    for (uint32_t b = 0; b < f->blocks.len; b++)
        for (uint32_t i = 0; i < f->blocks.data[b].insts.len; i++) {
            const Inst *in = &f->blocks.data[b].insts.data[i];
            const Place *a = in != init && place_is(in->a) ? mir_place(f, in->a) : NULL;
            if (!a || a->base != PLACE_LOCAL || a->local.i != p->local.i || in->op == INST_LOAD)
                continue;
            if (in->op != INST_ADDR || is_kept(f, in->dst))
                return false;
        }
    return true;
}
