/* engine/state_print.c - a state as text, for `corten dump states` and `dump cases`.
 *
 * What comes in: a state, and the tables that say what its numbers mean. What goes out: a line for
 * each region, cell, need and fact:
 *
 *     R3(*R2+0): live non-null entry needed
 *     [R2 +0, 8] = &R3+0 */
#include "engine/state.h"

void value_print(Value v, Text *out)
{
    switch ((ValueKind)v.kind) {
    case VAL_UNKNOWN: text_add(out, "?"); break;
    case VAL_UNINIT: text_add(out, "uninit"); break;
    case VAL_INT: text_addf(out, "%lld", (long long)v.num); break;
    case VAL_SYM: text_addf(out, "s%u%+lld", v.id, (long long)v.num); break;
    case VAL_PTR:
        text_addf(out, "&R%u%+lld", v.id, (long long)v.num);
        if (v.off_sym)
            text_addf(out, "+s%u", v.off_sym);
        break;
    }
}

static void print_region_name(const Analysis *an, uint32_t r, Text *out)
{
    const RegionInfo *i = region_info(an, r);
    text_addf(out, "R%u", r);
    if (i->kind == REGION_LOCAL) {
        const Symbol *sym = an->fn->locals.data[i->index].sym;
        text_addf(out, "(%s)", sym ? NAME_TEXT(sym->name) : i->index ? "temp" : "result");
    } else if (i->kind == REGION_GLOBAL) {
        text_addf(out, "(%s)", NAME_TEXT(i->sym->name));
    } else if (i->kind == REGION_HEAP) {
        text_addf(out, "(heap by %s)", i->maker ? i->maker : "?");
    } else if (i->kind == REGION_ENTRY) {
        text_addf(out, "(*R%u%+lld)", i->parent, (long long)i->off);
    }
}

/* Of callers. */
static void print_asked(const State *s, Text *out)
{
    for (uint32_t i = 0; i < s->need_count; i++) {
        static const char *const need[] = {"extent of", "index",     "shift",
                                           "divisor",   "string of", "fits"};
        const Need *n = &s->needs[i];
        text_addf(out, "    needs %s%s R%u: ", n->unsure ? "perhaps " : "", need[n->kind],
                  n->region);
        value_print(n->x, out);
        text_add(out, ", ");
        value_print(n->y, out);
        text_addf(out, ", limit %llu\n", (unsigned long long)n->limit);
    }
    for (uint32_t i = 0; i < s->callback_count; i++) {
        const Callback *c = &s->callbacks[i];
        text_add(out, "    calls ");
        value_print(c->function, out);
        for (uint32_t k = 0; k < c->count; k++) {
            text_add(out, k ? ", " : " with ");
            value_print(c->args[k], out);
        }
        text_add_char(out, '\n');
    }
}

void state_print(const Analysis *an, const State *s, Text *out)
{
    static const char *const life[] = {"live", "freed", "moved", "out-of-scope", "life?", "taken"};
    static const char *const null[] = {"null?", "maybe-null", "non-null", "null"};
    static const char *const own[] = {"", " owned", " given"};
    static const char *const content[] = {"entry", "uninit", "zero", "any"};
    text_addf(out, "  state%s%s\n", s->weak ? " weak" : "", s->generalised ? " joined" : "");
    for (uint32_t i = 0; i < s->region_count; i++) {
        const RegionState *r = &s->regions[i];
        text_add(out, "    ");
        print_region_name(an, r->region, out);
        text_addf(out, ": %s %s%s %s%s", life[r->life], null[r->null], own[r->own],
                  content[r->content], r->flags & REGION_NEEDED ? " needed" : "");
        if (r->flags & REGION_VETTED)
            text_add(out, " vetted");
        if (r->size.kind != VAL_UNKNOWN) {
            text_add(out, " size ");
            value_print(r->size, out);
        }
        if (r->length.kind != VAL_UNKNOWN) {
            text_add(out, " length ");
            value_print(r->length, out);
        }
        text_add_char(out, '\n');
    }
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const Cell *c = &s->cells[i];
        text_add(out, "    [");
        print_region_name(an, c->region, out);
        text_addf(out, " %+lld", (long long)c->off);
        if (c->off_sym)
            text_addf(out, "+s%u", c->off_sym);
        text_addf(out, ", %llu] = ", (unsigned long long)c->size);
        value_print(c->value, out);
        text_add(out, c->sometimes ? " (sometimes)\n" : "\n");
    }
    print_asked(s, out);
    for (uint32_t i = 0; i < s->diff_count; i++) {
        text_addf(out, "    s%u - s%u <= ", s->diffs[i].a, s->diffs[i].b);
        text_add_i128(out, s->diffs[i].most);
        text_add_char(out, '\n');
    }
    for (uint32_t i = 0; i < s->fact_count; i++) {
        const Fact *f = &s->facts[i];
        text_addf(out, "    s%u in [", f->sym);
        text_add_i128(out, f->lo);
        text_add(out, ", ");
        text_add_i128(out, f->hi);
        text_add(out, "]");
        if (f->has_ne) {
            text_add(out, " but ");
            text_add_i128(out, f->ne);
        }
        text_add(out, f->vague ? " or so\n" : "\n");
    }
}
