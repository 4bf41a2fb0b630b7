/* mir/program.c - finds the definition of a function across units.
 *
 * What comes in: lowered units. What goes out: a map from name to definition. A name defined
 * twice (a weak function, two programs in one compile database) keeps all of them in unit
 * order, so that the answer does not depend on the threads that lowered them. */
#include "mir/program.h"

static void link_function(Program *p, ProgramUnit *u, MirFunction *f)
{
    if (f->sym->linkage != LINK_EXTERNAL || (f->source && f->source->outer))
        return;
    ProgramFunction *entry = ARENA_NEW(p->arena, ProgramFunction);
    entry->unit = u;
    entry->mir = f;
    ProgramFunction *first = map_get_ptr(&p->functions, MAP_KEY_PTR(f->sym->name));
    if (!first) {
        map_put(&p->functions, MAP_KEY_PTR(f->sym->name), (uintptr_t)entry);
        return;
    }
    while (first->next)
        first = first->next;
    first->next = entry;
}

void program_link(Program *p)
{
    map_init(&p->functions, p->arena);
    for (uint32_t i = 0; i < p->unit_count; i++)
        for (uint32_t k = 0; k < p->units[i].function_count; k++)
            if (p->units[i].functions[k])
                link_function(p, &p->units[i], p->units[i].functions[k]);
}

ProgramFunction *program_function(const Program *p, Name name)
{
    return map_get_ptr(&p->functions, MAP_KEY_PTR(name));
}
