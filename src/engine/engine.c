/* engine/engine.c - a program's functions, each once, callees first.
 *
 * A callee is analysed when its first call is met, and with it the functions that it is in a cycle
 * with. The order is that of the units and their functions, whatever the number of threads. */
#include "engine/engine.h"

enum { STEP_BUDGET = 28000 }; /* of one function, unless the user says another */

/* FILE, DIR: types whose every maker names the same release function. A type that one maker leaves
 * to another function keeps NULL here and is nobody's. */
static void learn_type_family(Engine *e, const Symbol *maker)
{
    const Type *result = maker->type->kind == TYPE_FUNCTION ? maker->type->elem : NULL;
    if (!result || result->kind != TYPE_POINTER || !result->elem->alias)
        return;
    Level l = contract_level(result, NULL);
    uintptr_t before;
    if (!l.own)
        return;
    if (map_get(&e->type_families, MAP_KEY_PTR(result->elem->alias), &before) &&
        (Name)before != l.family)
        map_put(&e->type_families, MAP_KEY_PTR(result->elem->alias),
                1); /* no name has this address */
    else
        map_put(&e->type_families, MAP_KEY_PTR(result->elem->alias), (uintptr_t)l.family);
}

static void learn_models(Engine *e)
{
    for (uint32_t i = 0; i < e->program->model_count; i++) {
        const Unit *u = e->program->models[i].unit;
        for (uint32_t k = 0; u && k < u->globals.len; k++) {
            const Symbol *s = u->globals.data[k];
            if (s->kind == SYM_TYPEDEF && contract_level(s->type, s->attrs).outside)
                map_put(&e->outside_types, MAP_KEY_PTR(s->name), 1);
            if (s->kind == SYM_VAR && s->name)
                map_put(&e->model_variables, MAP_KEY_PTR(s->name), (uintptr_t)s);
            if (s->kind != SYM_FUNCTION || !s->name)
                continue;
            map_put(&e->models, MAP_KEY_PTR(s->name), (uintptr_t)s);
            learn_type_family(e, s);
        }
    }
}

bool type_is_told(const Analysis *an, const Type *type)
{
    uintptr_t yes;
    return type->alias && map_get(&an->engine->outside_types, MAP_KEY_PTR(type->alias), &yes);
}

Engine *engine_new(Arena *arena, Program *program)
{
    Engine *e = ARENA_NEW(arena, Engine);
    e->arena = arena;
    e->program = program;
    map_init(&e->results, arena);
    map_init(&e->function_of_symbol, arena);
    map_init(&e->models, arena);
    map_init(&e->model_variables, arena);
    map_init(&e->contracts, arena);
    map_init(&e->read_contracts, arena);
    e->budget = program->budget ? program->budget : STEP_BUDGET;
    map_init(&e->symbol_units, arena);
    map_init(&e->type_families, arena);
    map_init(&e->outside_types, arena);
    map_init(&e->no_return, arena);
    map_init(&e->count_fields, arena);
    map_init(&e->written, arena);
    map_init(&e->hooks, arena);
    map_init(&e->memory_suites, arena);
    map_init(&e->bound, arena);
    map_init(&e->wants, arena);
    map_init(&e->told, arena);
    learn_models(e);
    for (uint32_t i = 0; i < program->unit_count; i++) {
        const ProgramUnit *u = &program->units[i];
        for (uint32_t k = 0; k < u->function_count; k++)
            if (u->functions[k])
                map_put(&e->function_of_symbol, MAP_KEY_PTR(u->unit->functions.data[k]),
                        (uintptr_t)u->functions[k]);
    }
    engine_read_contracts(e);
    engine_find_no_return(e);
    engine_find_counts(e);
    engine_find_cycles(e);
    engine_find_written(e);
    engine_find_hooks(e);
    return e;
}

/* Is it the get or the put of a record of the unit? Their bodies are trusted. */
static bool counts_references(const Unit *u, Name name)
{
    for (uint32_t i = 0; i < u->tags.len; i++) {
        const Type *t = u->tags.data[i];
        const Attr *a =
            t->kind == TYPE_STRUCT ? attr_find(t->u.record->attrs, ATTR_CORTEN_REFCOUNTED) : NULL;
        for (uint32_t k = 0; a && k < a->token_count; k++)
            if (a->tokens[k].kind == TOK_IDENT && a->tokens[k].u.name == name)
                return true;
    }
    return false;
}

bool engine_safe(Engine *e, const MirFunction *f)
{
    if (!f->source || !f->source->safe || counts_references(f->unit, f->sym->name))
        return false;
    FunctionResult *r = ARENA_NEW(e->arena, FunctionResult);
    r->fn = f;
    r->safe = true;
    engine_analyse(e, r);
    return true;
}

/* Functions of safe code, each by itself. */
static void check_safe(Engine *e, const ProgramUnit *u)
{
    for (uint32_t i = 0; i < u->function_count; i++)
        if (u->functions[i])
            (void)engine_safe(e, u->functions[i]);
}

void engine_run(Engine *e)
{
    for (uint32_t i = 0; i < e->program->unit_count; i++) {
        const ProgramUnit *u = &e->program->units[i];
        for (uint32_t k = 0; k < u->function_count; k++)
            if (u->functions[k])
                (void)engine_function(e, u->functions[k]);
    }
    for (uint32_t i = 0; i < e->program->unit_count; i++)
        check_safe(e, &e->program->units[i]);
}
