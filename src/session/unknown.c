/* session/unknown.c - which functions the program calls that nobody says anything about.
 *
 * What comes in: a Program, linked, with its models. What goes out: names with the number of
 * calls, most called first: what a model is worth writing for (`corten check --stats`).
 * Known is what has a body in some unit, a model, or a declaration that promises something; a
 * static function without a body and a call through a pointer have no name that a model could
 * have.
 *
 *     extern int frob(int);  int main(void) { return frob(1) + frob(2); }      frob 2 */
#include <stdlib.h>

#include "contract/contract.h"
#include "session/session.h"

typedef struct Search {
    const Program *program;
    Arena *arena;
    Map known; /* Name: 1 when somebody knows it; absent: not asked yet */
    Map index; /* Name -> its place in `out`, plus one */
    VEC(UnknownCallee) out;
} Search;

static void add_headers(Search *s, const ProgramUnit *units, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const Unit *u = units[i].unit;
        for (uint32_t k = 0; u && k < u->globals.len; k++)
            if (u->globals.data[k]->kind == SYM_FUNCTION && u->globals.data[k]->name)
                map_put(&s->known, MAP_KEY_PTR(u->globals.data[k]->name), 1);
    }
}

static bool somebody_knows(Search *s, const Symbol *fn)
{
    uintptr_t yes;
    if (fn->function || fn->linkage != LINK_EXTERNAL || program_function(s->program, fn->name) ||
        map_get(&s->known, MAP_KEY_PTR(fn->name), &yes))
        return true;
    return contract_of_function(s->arena, fn).known;
}

static void count_call(Search *s, const Inst *in)
{
    if (in->op != INST_CALL || in->x.kind != OPERAND_GLOBAL || !in->x.sym->name ||
        in->x.sym->kind != SYM_FUNCTION)
        return;
    Name name = in->x.sym->name;
    uintptr_t at = 0;
    if (map_get(&s->index, MAP_KEY_PTR(name), &at)) {
        s->out.data[at - 1].calls++;
    } else if (somebody_knows(s, in->x.sym)) {
        map_put(&s->known, MAP_KEY_PTR(name), 1);
    } else {
        VEC_PUSH(s->arena, &s->out, ((UnknownCallee){NAME_TEXT(name), 1}));
        map_put(&s->index, MAP_KEY_PTR(name), s->out.len);
    }
}

static int by_calls(const void *a, const void *b)
{
    const UnknownCallee *x = a, *y = b;
    if (x->calls != y->calls)
        return x->calls < y->calls ? 1 : -1;
    return strcmp(x->name, y->name);
}

const UnknownCallee *session_unknown(Arena *a, const Program *p, uint32_t *count)
{
    Search s = {.program = p, .arena = a};
    map_init(&s.known, a);
    map_init(&s.index, a);
    add_headers(&s, p->models, p->model_count);
    add_headers(&s, p->contracts, p->contract_count);
    for (uint32_t u = 0; u < p->unit_count; u++)
        for (uint32_t f = 0; f < p->units[u].function_count; f++) {
            const MirFunction *fn = p->units[u].functions[f];
            for (uint32_t b = 0; fn && b < fn->blocks.len; b++)
                for (uint32_t i = 0; i < fn->blocks.data[b].insts.len; i++)
                    count_call(&s, &fn->blocks.data[b].insts.data[i]);
        }
    if (s.out.len)
        qsort(s.out.data, s.out.len, sizeof *s.out.data, by_calls);
    *count = s.out.len;
    return s.out.data;
}
