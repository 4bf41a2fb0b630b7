/* sema/scope.c - which entity a name means here.
 *
 * What comes in: names, in the order of the source. What goes out: symbols and tags.
 *
 * The one idea: names are dense numbers, so the innermost meaning of each stands in a table
 * that is indexed by them; entering a scope remembers the length of an undo list, leaving it
 * plays the list back. A look-up is two loads.
 *
 *     int x;            x -> global            undo: -
 *     { char x; x; }    x -> local, then back  undo: (x, global)
 *
 * C23 6.2.1 (scopes), 6.2.3 (name spaces: labels live in stmt.c, members in their record). */
#include "sema/sema_internal.h"

NameSlot *scope_slot(Sema *s, Name n)
{
    uint32_t page = n->id / NAME_PAGE;
    if (page >= s->page_count) {
        uint32_t count = s->page_count ? s->page_count * 2 : 64;
        while (count <= page)
            count *= 2;
        NameSlot **pages = ARENA_ARRAY(s->tree, NameSlot *, count);
        if (s->page_count)
            memcpy(pages, s->pages, s->page_count * sizeof *pages);
        s->pages = pages;
        s->page_count = count;
    }
    if (!s->pages[page])
        s->pages[page] = ARENA_ARRAY(s->tree, NameSlot, NAME_PAGE);
    return &s->pages[page][n->id % NAME_PAGE];
}

void scope_push(Sema *s)
{
    VEC_PUSH(s->tree, &s->scope_starts, s->undo.len);
}

void scope_pop(Sema *s)
{
    uint32_t start = VEC_LAST(&s->scope_starts);
    while (s->undo.len > start) {
        Undo u = s->undo.data[--s->undo.len];
        if (u.is_tag) {
            u.slot->tag = u.old;
            u.slot->tag_depth = u.old_depth;
        } else {
            u.slot->sym = (Symbol *)(uintptr_t)u.old;
            u.slot->sym_depth = u.old_depth;
        }
    }
    s->scope_starts.len--;
}

SavedScope scope_pop_save(Sema *s)
{
    uint32_t start = VEC_LAST(&s->scope_starts);
    SavedScope saved = {ARENA_ARRAY(s->tree, SavedName, s->undo.len - start + 1),
                        s->undo.len - start};
    for (uint32_t i = 0; i < saved.count; i++) {
        const Undo *u = &s->undo.data[start + i];
        saved.names[i] = (SavedName){
            u->slot, u->is_tag ? (const void *)u->slot->tag : (const void *)u->slot->sym,
            u->is_tag};
    }
    scope_pop(s);
    return saved;
}

static void bind_slot(Sema *s, NameSlot *slot, Symbol *sym)
{
    if (s->scope_starts.len)
        VEC_PUSH(s->tree, &s->undo, ((Undo){slot, slot->sym, slot->sym_depth, false}));
    slot->sym = sym;
    slot->sym_depth = scope_depth(s);
}

static void bind_tag_slot(Sema *s, NameSlot *slot, const Type *t)
{
    if (s->scope_starts.len)
        VEC_PUSH(s->tree, &s->undo, ((Undo){slot, slot->tag, slot->tag_depth, true}));
    slot->tag = t;
    slot->tag_depth = scope_depth(s);
}

void scope_reenter(Sema *s, SavedScope saved)
{
    for (uint32_t i = 0; i < saved.count; i++) {
        if (saved.names[i].is_tag)
            bind_tag_slot(s, saved.names[i].slot, saved.names[i].what);
        else
            bind_slot(s, saved.names[i].slot, (Symbol *)(uintptr_t)saved.names[i].what);
    }
}

Symbol *scope_find(Sema *s, Name n)
{
    return scope_slot(s, n)->sym;
}

Symbol *scope_find_here(Sema *s, Name n)
{
    NameSlot *slot = scope_slot(s, n);
    return slot->sym && slot->sym_depth == scope_depth(s) ? slot->sym : NULL;
}

const Type *scope_find_tag(Sema *s, Name n)
{
    return scope_slot(s, n)->tag;
}

const Type *scope_find_tag_here(Sema *s, Name n)
{
    NameSlot *slot = scope_slot(s, n);
    return slot->tag && slot->tag_depth == scope_depth(s) ? slot->tag : NULL;
}

void scope_bind(Sema *s, Name n, Symbol *sym)
{
    if (!n)
        return;
    bind_slot(s, scope_slot(s, n), sym);
    if (!s->scope_starts.len)
        VEC_PUSH(s->tree, &s->file_names, sym);
}

void scope_bind_tag(Sema *s, Name n, const Type *t)
{
    if (n)
        bind_tag_slot(s, scope_slot(s, n), t);
}

Symbol *symbol_new(Sema *s, SymbolKind k, Name n, const Type *t, Loc loc)
{
    Symbol *sym = ARENA_NEW(s->arena, Symbol);
    sym->kind = k;
    sym->name = n;
    sym->type = t;
    sym->loc = loc;
    sym->id = s->next_symbol++;
    sym->scope_depth = scope_depth(s);
    sym->owner = s->fs ? s->fs->fn : NULL;
    return sym;
}

/* ---- did you mean -------------------------------------------------------------------------- */

/* Damerau-Levenshtein distance, given up above `limit`. Names longer than 63 never match. */
static uint32_t edit_distance(Name a, Name b, uint32_t limit)
{
    enum { LONGEST = 64 };
    uint8_t rows[3][LONGEST];
    if (a->len >= LONGEST || b->len >= LONGEST)
        return limit + 1;
    uint32_t gap = a->len > b->len ? a->len - b->len : b->len - a->len;
    if (gap > limit)
        return limit + 1;
    for (uint32_t j = 0; j <= b->len; j++)
        rows[0][j] = (uint8_t)j;
    for (uint32_t i = 1; i <= a->len; i++) {
        uint8_t *row = rows[i % 3], *above = rows[(i - 1) % 3], *above2 = rows[(i + 1) % 3];
        row[0] = (uint8_t)i;
        for (uint32_t j = 1; j <= b->len; j++) {
            char x = a->text[i - 1], y = b->text[j - 1];
            uint8_t best = (uint8_t)(above[j - 1] + (x != y));
            if (above[j] + 1 < best)
                best = (uint8_t)(above[j] + 1);
            if (row[j - 1] + 1 < best)
                best = (uint8_t)(row[j - 1] + 1);
            if (i > 1 && j > 1 && x == b->text[j - 2] && y == a->text[i - 2] &&
                above2[j - 2] + 1 < best)
                best = (uint8_t)(above2[j - 2] + 1);
            row[j] = best;
        }
    }
    return rows[a->len % 3][b->len];
}

/* Keeps the closest so far; the first one of equals, so that the order of the source decides. */
static void consider(Name wrong, Name candidate, Name *best, uint32_t *distance)
{
    if (!candidate || candidate == wrong)
        return;
    uint32_t limit = wrong->len < 3 ? 0 : (wrong->len + 2) / 3;
    if (*distance <= limit)
        limit = *distance - 1;
    uint32_t d = edit_distance(wrong, candidate, limit);
    if (d <= limit) {
        *best = candidate;
        *distance = d;
    }
}

Name scope_suggest(Sema *s, Name wrong)
{
    Name best = NULL;
    uint32_t distance = UINT32_MAX;
    if (wrong->len < 3)
        return NULL;
    distance = (wrong->len + 2) / 3 + 1;
    for (uint32_t i = s->undo.len; i-- > 0 && distance > 1;) {
        const Undo *u = &s->undo.data[i];
        if (!u->is_tag && u->slot->sym)
            consider(wrong, u->slot->sym->name, &best, &distance);
    }
    for (uint32_t i = 0; i < s->file_names.len && distance > 1; i++) {
        Name n = s->file_names.data[i]->name;
        if (n && n->text[0] == '_' && wrong->text[0] != '_')
            continue;
        consider(wrong, n, &best, &distance);
    }
    return best;
}

const char *suggest_tag(Sema *s, const Type *t)
{
    while (t->kind == TYPE_ARRAY)
        t = t->elem;
    Name wrong = type_is_record(t)      ? t->canon->u.record->tag
                 : t->kind == TYPE_ENUM ? t->canon->u.enum_info->tag
                                        : NULL;
    Name best = NULL;
    if (!wrong || wrong->len < 3)
        return "";
    uint32_t distance = (wrong->len + 2) / 3 + 1;
    for (uint32_t i = 0; i < s->unit->tags.len && distance > 1; i++) {
        const Type *c = s->unit->tags.data[i];
        if (c->kind == t->kind && type_is_complete(c))
            consider(wrong, c->kind == TYPE_ENUM ? c->u.enum_info->tag : c->u.record->tag, &best,
                     &distance);
    }
    if (!best)
        return "";
    return arena_printf(s->arena, "; did you mean `%s %s`?",
                        t->kind == TYPE_STRUCT  ? "struct"
                        : t->kind == TYPE_UNION ? "union"
                                                : "enum",
                        best->text);
}

Name suggest_field(Sema *s, const Record *r, Name wrong)
{
    Name best = NULL;
    uint32_t distance = (wrong->len + 2) / 3 + 1;
    (void)s;
    if (wrong->len < 3)
        return NULL;
    for (uint32_t i = 0; i < r->field_count; i++)
        consider(wrong, r->fields[i].name, &best, &distance);
    return best;
}
