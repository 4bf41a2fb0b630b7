/* engine/members.c - which pointer members of records may be null, by all that a program does.
 *
 *     n->next = NULL;                    null is stored there
 *     while (n->next) n = n->next;       somebody asks, and goes on if it is
 *     assert(n->text);                   somebody asks, and does not: that is no proof
 *
 * What comes in: the instructions of all units. What goes out: the places where such members are
 * declared, for each unit has types of its own, and a header's members are declared once. Objects
 * that are filled with zeros as a whole prove nothing here, nor do initialisers: `= {0}`. */
#include "engine/inferred.h"

uint64_t member_key(const SourceMap *map, Loc declared)
{
    Loc at = source_spelling(map, declared);
    bool written = declared && at == source_show(map, declared); /* not in a macro's body */
    const Inclusion *in = written ? source_inclusion(map, at) : NULL;
    return in ? hash_mix(hash_mix(5, MAP_KEY_PTR(in->file->identity)), at - in->base) : 0;
}

/* The pointer member that the place is; NULL: it is none. */
static const Field *member_of(const MirFunction *f, PlaceId id)
{
    const Place *p = place_is(id) ? mir_place(f, id) : NULL;
    const Projection *last = p && p->count ? &f->projections.data[p->first + p->count - 1] : NULL;
    bool member = last && last->kind == PROJ_FIELD && last->field->type->kind == TYPE_POINTER;
    return member ? last->field : NULL;
}

static void note(const MirFunction *f, const Field *field, Map *out)
{
    uint64_t key = field ? member_key(f->unit->map, field->loc) : 0;
    if (key)
        map_put(out, key, 1);
}

static void look_at(Engine *e, Arena *scratch, const MirFunction *f, Map *out)
{
    const Inst *const *defs = body_definitions(scratch, f);
    const bool *back = body_blocks_that_return(e, scratch, f);
    for (uint32_t b = 0; b < f->blocks.len; b++) {
        const Block *block = &f->blocks.data[b];
        for (uint32_t i = 0; i < block->insts.len; i++) {
            const Inst *in = &block->insts.data[i];
            if (in->op == INST_STORE && in->x.kind == OPERAND_NULL && !(in->flags & INST_INIT))
                note(f, member_of(f, in->a), out);
        }
        uint32_t temp = 0;
        const Term *t = &block->term;
        int test = t->kind == TERM_BRANCH ? body_null_test(defs, &t->x, &temp) : 0;
        const Inst *from = test ? defs[temp] : NULL;
        uint32_t null = test > 0 ? t->other.i : t->then.i;
        if (from && from->op == INST_LOAD && back[null])
            note(f, member_of(f, from->a), out);
    }
}

void members_that_may_be_null(Engine *e, Map *out)
{
    Arena *scratch = arena_new();
    for (uint32_t u = 0; u < e->program->unit_count; u++)
        for (uint32_t i = 0; i < e->program->units[u].function_count; i++)
            if (e->program->units[u].functions[i]) {
                look_at(e, scratch, e->program->units[u].functions[i], out);
                arena_reset(scratch);
            }
    arena_destroy(scratch);
}
