/* checks/fence.c - level safe: the address of an `__unsafe` function does not leave its fence.
 *
 *     each_register(poke);                 poke is __unsafe: whoever gets it calls it as any other
 *     __unsafe { each_register(poke); }    somebody has looked at what is called with
 *
 * What comes in: the functions of safe code, lowered. What goes out: `unsafe-operation` where such
 * an address is passed, stored or returned outside `__unsafe`; calls by name are the engine's
 * (engine/safe_call.c). What initialises a variable at file scope is not looked at. */
#include "checks/checks.h"

static bool is_fenced(const Operand *o)
{
    const Symbol *f = o->kind == OPERAND_GLOBAL ? o->sym : NULL;
    return f && f->kind == SYM_FUNCTION &&
           (attr_find(f->attrs, ATTR_CORTEN_UNSAFE) || (f->function && f->function->unsafe));
}

static void report(const Program *p, const MirFunction *fn, const Symbol *f, Span at)
{
    Arena *a = p->arena;
    Finding *finding = ARENA_NEW(a, Finding);
    finding->rule = RULE_UNSAFE_OPERATION;
    finding->severity = SEVERITY_ERROR;
    finding->function = NAME_TEXT(fn->sym->name);
    finding->subject = f->name->text;
    finding->message = arena_printf(a,
                                    "the address of `%s`, which is `__unsafe`, gets to where "
                                    "anybody may call it",
                                    f->name->text);
    finding_label(a, finding, LABEL_PRIMARY, at, "outside `__unsafe`");
    finding_help(a, finding,
                 "put it into `__unsafe { ... }` and say why whoever calls it does as "
                 "it wants",
                 NULL);
    diag_add(p->diag, fn->unit->map, finding);
}

static void check_inst(const Program *p, const MirFunction *fn, const Inst *in)
{
    if (in->op != INST_CALL && is_fenced(&in->x))
        report(p, fn, in->x.sym, in->span);
    for (uint32_t i = 0; i < in->arg_count; i++)
        if (is_fenced(&in->args[i]))
            report(p, fn, in->args[i].sym, in->arg_spans ? in->arg_spans[i] : in->span);
}

static void check_function(const Program *p, const MirFunction *fn)
{
    for (uint32_t b = 0; b < fn->blocks.len; b++) {
        const Block *block = &fn->blocks.data[b];
        for (uint32_t i = 0; i < block->insts.len && !block->unsafe; i++)
            check_inst(p, fn, &block->insts.data[i]);
    }
}

void fence_run(const Program *p)
{
    for (uint32_t i = 0; i < p->unit_count; i++)
        for (uint32_t k = 0; k < p->units[i].function_count; k++) {
            const MirFunction *fn = p->units[i].functions[k];
            if (fn && fn->source && fn->source->safe)
                check_function(p, fn);
        }
}
