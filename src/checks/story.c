/* checks/story.c - the parts of a story that all explanations tell alike.
 *
 * What comes in: a violation and the events of its path. What goes out: labels in a Finding: where
 * the object was made, and which way the branches went:
 *
 *     p = malloc(n);     allocated here
 *     if (verbose)       taking the true branch */
#include "checks/story.h"

enum { MAX_BRANCHES = 4 };

Story story_begin(Arena *arena, const Analysis *an, const Violation *v, Finding *f)
{
    const char *text = diag_source_text(arena, an->fn->unit->map, v->subject, 48);
    Story t = {arena, an, v, f, text ? text : "this pointer"};
    f->subject = t.subject;
    return t;
}

void story_label(Story *t, LabelKind kind, Span span, const char *text)
{
    finding_label(t->arena, t->f, kind, span, text);
}

void story_note(Story *t, const char *text)
{
    finding_note(t->arena, t->f, text);
}

void story_primary(Story *t, const char *message, const char *label)
{
    t->f->message = message;
    story_label(t, LABEL_PRIMARY, t->v->span, label);
}

const char *story_variable(const Story *t, uint32_t region)
{
    const RegionInfo *i = region_info(t->an, region);
    if (i->kind == REGION_LOCAL && t->an->fn->locals.data[i->index].sym)
        return NAME_TEXT(t->an->fn->locals.data[i->index].sym->name);
    if (i->kind == REGION_GLOBAL)
        return NAME_TEXT(i->sym->name);
    return NULL;
}

static bool same_line(const Story *t, Span a, Span b)
{
    const SourceMap *m = t->an->fn->unit->map;
    Position x = source_position(m, a.begin), y = source_position(m, b.begin);
    return x.file == y.file && x.line == y.line;
}

void story_branches(Story *t, uint32_t from)
{
    const Event *found[MAX_BRANCHES];
    uint32_t n = 0;
    for (uint32_t i = t->v->event; i && i != from && n < MAX_BRANCHES;
         i = t->an->events.data[i].prev) {
        const Event *e = &t->an->events.data[i];
        if (e->kind != EVENT_BRANCH)
            continue;
        bool told = same_line(t, e->span, t->v->span);
        for (uint32_t k = 0; k < n; k++)
            told |= same_line(t, e->span, found[k]->span);
        if (!told)
            found[n++] = e;
    }
    while (n) {
        const Event *e = found[--n];
        story_label(t, LABEL_EVENT, e->span,
                    e->taken ? "taking the true branch" : "taking the false branch");
    }
}

void story_origin(Story *t)
{
    if (!t->v->region)
        return;
    const RegionInfo *i = region_info(t->an, t->v->region);
    if (i->kind != REGION_HEAP && i->kind != REGION_HANDLE)
        return;
    const char *what = i->kind == REGION_HANDLE ? "opened" : "allocated";
    story_label(t, LABEL_EVENT, i->span, arena_printf(t->arena, "%s here", what));
    if (i->inner)
        story_note(t, arena_printf(t->arena, "it was %s in %s", what, i->inner));
}
