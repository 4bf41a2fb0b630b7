/* engine/noreturn.c - which functions never come back, found before the analysis starts.
 *
 *     static void die(const char *why) { fputs(why, stderr); exit(1); }      never
 *     void usage(void) { die("usage"); }                                     never, hence
 *
 * The least fixpoint over the call graph: a function comes back if its entry reaches a return on a
 * way without a call to one that does not. It needs no values, so it also knows the functions that
 * are in a cycle or over their budget. */
#include "engine/engine.h"

bool engine_call_returns(const Engine *e, const Inst *in)
{
    if (in->flags & INST_NORETURN)
        return false;
    if (in->op != INST_CALL || in->x.kind != OPERAND_GLOBAL || !in->x.sym->type)
        return true;
    if (in->x.sym->noreturn)
        return false;
    const MirFunction *body = engine_definition(e, in->x.sym);
    uintptr_t yes;
    if (body)
        return !map_get(&e->no_return, MAP_KEY_PTR(body), &yes);
    const ContractEntry *read = engine_read_contract(e, in->x.sym);
    if (read)
        return !read->sym->noreturn;
    const Symbol *model = map_get_ptr(&e->models, MAP_KEY_PTR(in->x.sym->name));
    return !model || !model->noreturn;
}

static bool comes_back(const Engine *e, Arena *scratch, const MirFunction *f)
{
    BitSet seen = bitset_new(scratch, f->blocks.len);
    uint32_t *stack = ARENA_ARRAY(scratch, uint32_t, f->blocks.len), depth = 0;
    stack[depth++] = 0;
    bitset_add(seen, 0);
    while (depth) {
        const Block *b = &f->blocks.data[stack[--depth]];
        bool on = true;
        for (uint32_t i = 0; i < b->insts.len && on; i++)
            on = engine_call_returns(e, &b->insts.data[i]);
        if (!on)
            continue;
        if (b->term.kind == TERM_RETURN)
            return true;
        uint32_t n = mir_successors(&b->term, NULL, 0);
        BlockId *next = ARENA_ARRAY(scratch, BlockId, n + 1);
        (void)mir_successors(&b->term, next, n);
        for (uint32_t i = 0; i < n; i++)
            if (!bitset_has(seen, next[i].i)) {
                bitset_add(seen, next[i].i);
                stack[depth++] = next[i].i;
            }
    }
    return false;
}

void engine_find_no_return(Engine *e)
{
    Arena *scratch = arena_new();
    bool changed = true;
    while (changed) {
        changed = false;
        for (uint32_t u = 0; u < e->program->unit_count; u++)
            for (uint32_t i = 0; i < e->program->units[u].function_count; i++) {
                const MirFunction *f = e->program->units[u].functions[i];
                uintptr_t known;
                if (!f || map_get(&e->no_return, MAP_KEY_PTR(f), &known) ||
                    comes_back(e, scratch, f))
                    continue;
                map_put(&e->no_return, MAP_KEY_PTR(f), 1);
                changed = true;
                arena_reset(scratch);
            }
    }
    arena_destroy(scratch);
}
