/* checks/own_explain.c - tells the story of a memory or resource finding.
 *
 * What comes in: a violation and the path's events. What goes out: a message that names the
 * expression as the user wrote it, the place of the finding, where the pointer was made, freed,
 * moved or found null, and which way the branches between went, in the order it happens:
 *
 *     free(node);        freed here: ownership moves into `free`
 *     if (verbose)       taking the true branch
 *     log_key(node->key) `node` points to freed memory */
#include "checks/story.h"

static const Event *cause_event(const Story *t)
{
    return t->v->cause ? &t->an->events.data[t->v->cause] : NULL;
}

static void tell_cause(Story *t, const char *done, const char *moves)
{
    const Event *e = cause_event(t);
    if (!e)
        return;
    const char *text = !e->who    ? done
                       : e->inner ? arena_printf(t->arena, "%s in this call", done)
                       : moves    ? arena_printf(t->arena, "%s here: %s `%s`", done, moves, e->who)
                                  : arena_printf(t->arena, "%s here", done);
    story_label(t, LABEL_EVENT, e->span, text);
    if (e->inner)
        story_note(
            t, arena_printf(t->arena, "%s by `%s` in %s", done, e->who ? e->who : "it", e->inner));
}

/* ---- one function a kind --------------------------------------------------------------------- */
static void explain_dead(Story *t, const char *was, const char *memory)
{
    const Violation *v = t->v;
    if (v->reached && v->callee)
        story_primary(t, arena_printf(t->arena, "`%s` uses memory that was %s", v->callee, was),
                      arena_printf(t->arena, "reaches %s", memory));
    else if (v->argument && v->callee)
        story_primary(t,
                      arena_printf(t->arena, "`%s` is passed to `%s` after it was %s", t->subject,
                                   v->callee, was),
                      arena_printf(t->arena, "points to %s", memory));
    else
        story_primary(t, arena_printf(t->arena, "`%s` is used after it was %s", t->subject, was),
                      arena_printf(t->arena, "`%s` points to %s", t->subject, memory));
    story_origin(t);
    tell_cause(t, was, "ownership moves into");
    story_branches(t, v->cause);
}

static void explain_scope(Story *t, bool escapes)
{
    const Violation *v = t->v;
    const char *name = v->region ? story_variable(t, v->region) : NULL;
    const RegionInfo *info = v->region ? region_info(t->an, v->region) : NULL;
    bool automatic = info && info->automatic;
    const char *who = name        ? arena_printf(t->arena, "`%s`", name)
                      : automatic ? arena_printf(t->arena, "memory from `%s`", info->maker)
                                  : "a local variable";
    if (escapes)
        story_primary(t, arena_printf(t->arena, "the address of %s outlives it", who),
                      "its storage ends when the function returns");
    else
        story_primary(
            t, arena_printf(t->arena, "`%s` points to %s, whose scope has ended", t->subject, who),
            "the variable no longer exists here");
    if (info)
        story_label(t, LABEL_SECONDARY, info->span,
                    automatic ? "allocated here"
                              : arena_printf(t->arena, "%s is declared here", who));
    if (!escapes && cause_event(t))
        story_label(t, LABEL_EVENT, cause_event(t)->span, "its scope ends here");
}

static void explain_null(Story *t)
{
    const Violation *v = t->v;
    const bool error = v->number.kind == VAL_INT && v->number.num < 0;
    const char *null =
        error ? arena_printf(t->arena, "the error number %lld", (long long)v->number.num) : "null";
    const char *is = arena_printf(t->arena, "%s %s", v->maybe ? "may be" : "is", null);
    const Event *e = cause_event(t);
    if (v->reached && v->callee)
        story_primary(
            t, arena_printf(t->arena, "`%s` dereferences a pointer that %s here", v->callee, is),
            "reached from this call's arguments");
    else if (v->argument && v->callee)
        story_primary(
            t,
            arena_printf(t->arena, "`%s` %s, and `%s` needs an object", t->subject, is, v->callee),
            arena_printf(t->arena, "%s here", is));
    else
        story_primary(t, arena_printf(t->arena, "`%s` %s and is dereferenced", t->subject, is),
                      arena_printf(t->arena, "%s here", is));
    if (e && e->who) {
        story_label(t, LABEL_EVENT, e->span,
                    arena_printf(t->arena, "`%s` may return %s", e->who, null));
        if (e->inner && e->inner[0])
            story_note(t, arena_printf(t->arena, "%s comes from %s",
                                       error ? "the number" : "the null", e->inner));
    } else if (e) {
        story_label(t, LABEL_EVENT, e->span, "found to be null here");
    }
    if (error)
        story_note(t, "help: ask whether it is an error number (`IS_ERR`), not whether it is null");
    if (v->inner)
        story_note(t, arena_printf(t->arena, "it is dereferenced in %s", v->inner));
    story_branches(t, v->cause);
}

static void explain_uninit(Story *t)
{
    const Violation *v = t->v;
    const char *name = v->region ? story_variable(t, v->region) : NULL;
    if (v->argument && v->callee) {
        const char *what = name ? arena_printf(t->arena, "`%s`", name) : "memory";
        story_primary(t,
                      arena_printf(t->arena, "`%s` reads a part of %s that was never initialised",
                                   v->callee, what),
                      "it is read in this call");
        if (v->inner)
            story_note(t, arena_printf(t->arena, "read in %s", v->inner));
    } else {
        story_primary(t,
                      arena_printf(t->arena, "`%s` is used before it is initialised", t->subject),
                      "holds an indeterminate value");
    }
    if (name)
        story_label(t, LABEL_SECONDARY, region_info(t->an, v->region)->span,
                    arena_printf(t->arena, "`%s` is declared here", name));
    story_origin(t);
    story_branches(t, 0);
}

static void explain_released_twice(Story *t)
{
    story_primary(t, arena_printf(t->arena, "`%s` is released twice", t->subject),
                  t->v->inner ? "released again in this call" : "released again here");
    if (t->v->inner)
        story_note(t, arena_printf(t->arena, "the second release is in %s", t->v->inner));
    story_origin(t);
    tell_cause(t, "released", "ownership moves into");
    story_branches(t, t->v->cause);
}

static void explain_release_invalid(Story *t)
{
    const Violation *v = t->v;
    const RegionInfo *i = region_info(t->an, v->region);
    const char *name = story_variable(t, v->region);
    if (i->kind == REGION_HEAP) {
        story_primary(
            t,
            arena_printf(t->arena, "`%s` does not point to the start of its allocation",
                         t->subject),
            arena_printf(t->arena, "`%s` needs the pointer that was allocated", v->callee));
        story_origin(t);
    } else {
        const char *what = i->kind == REGION_STRING ? "a string literal"
                           : i->is_static ? arena_printf(t->arena, "memory of `%s`", i->maker)
                           : name         ? arena_printf(t->arena, "`%s`", name)
                                          : "a variable";
        story_primary(t,
                      arena_printf(t->arena, "`%s` points to %s, which was never allocated",
                                   t->subject, what),
                      arena_printf(t->arena, "released by `%s`", v->callee));
        if (i->kind != REGION_STRING)
            story_label(t, LABEL_SECONDARY, i->span,
                        i->is_static ? "comes from here"
                                     : arena_printf(t->arena, "%s is declared here", what));
    }
    story_branches(t, 0);
}

static void explain_family(Story *t)
{
    const Violation *v = t->v;
    const RegionInfo *i = region_info(t->an, v->region);
    const char *wanted = i->family ? NAME_TEXT(i->family) : "free";
    story_primary(t,
                  arena_printf(t->arena, "`%s` comes from `%s` and is released by `%s`", t->subject,
                               i->maker ? i->maker : "an allocation", v->callee),
                  arena_printf(t->arena, "must be released by `%s`", wanted));
    story_origin(t);
    Help h = {arena_printf(t->arena, "release it with `%s`", wanted), NULL, 0};
    VEC_PUSH(t->arena, &t->f->helps, h);
}

/* Level safe: what a parameter, or a member, is declared to own. */
static const char *declared_owner(const Story *t, const RegionInfo *i)
{
    const RegionInfo *holder = region_info(t->an, i->parent);
    if (i->maker || !i->parent)
        return NULL;
    if (holder->kind == REGION_LOCAL || holder->kind == REGION_GLOBAL)
        return story_variable(t, i->parent);
    const Type *r = holder->type;
    for (uint32_t k = 0; r && r->kind == TYPE_STRUCT && k < r->canon->u.record->field_count; k++) {
        const Field *f = &r->canon->u.record->fields[k];
        if ((int64_t)f->offset == i->off && f->name)
            return f->name->text;
    }
    return NULL;
}

static void explain_lost(Story *t)
{
    const RegionInfo *i = region_info(t->an, t->v->region);
    const char *owner = declared_owner(t, i);
    if (owner) {
        story_primary(t, arena_printf(t->arena, "what `%s` owns is never released", owner),
                      "the last pointer to it is lost here");
        story_branches(t, 0);
        Help release = {arena_printf(t->arena, "release it with `%s` on this path",
                                     i->family ? NAME_TEXT(i->family) : "free"),
                        NULL, 0};
        VEC_PUSH(t->arena, &t->f->helps, release);
        return;
    }
    const char *what = i->kind == REGION_HANDLE ? "the handle" : "the memory";
    if (i->family && i->kind == REGION_HEAP)
        what = "the resource";
    story_primary(t,
                  arena_printf(t->arena, "%s from `%s` is never released", what,
                               i->maker ? i->maker : "an allocation"),
                  "the last pointer to it is lost here");
    if (i->kind == REGION_HANDLE)
        t->f->labels.data[0].text = "nothing holds it any more";
    story_origin(t);
    story_branches(t, 0);
    Help h = {arena_printf(t->arena, "release it with `%s` on this path",
                           i->family ? NAME_TEXT(i->family) : "free"),
              NULL, 0};
    VEC_PUSH(t->arena, &t->f->helps, h);
}

void own_explain(Arena *arena, const Analysis *an, const Violation *v, RuleId rule, Finding *out)
{
    Story t = story_begin(arena, an, v, out);
    (void)rule;
    if (safe_explain(&t))
        return;
    switch (v->kind) {
    case VIOLATION_FREED_USE: explain_dead(&t, "freed", "freed memory"); return;
    case VIOLATION_MOVED_USE: explain_dead(&t, "moved", "memory that was moved"); return;
    case VIOLATION_SCOPE_USE: explain_scope(&t, false); return;
    case VIOLATION_SCOPE_ESCAPE: explain_scope(&t, true); return;
    case VIOLATION_NULL: explain_null(&t); return;
    case VIOLATION_UNINIT: explain_uninit(&t); return;
    case VIOLATION_RELEASED_TWICE: explain_released_twice(&t); return;
    case VIOLATION_RELEASE_INVALID: explain_release_invalid(&t); return;
    case VIOLATION_RELEASE_FAMILY: explain_family(&t); return;
    case VIOLATION_LOST: explain_lost(&t); return;
    case VIOLATION_BOUNDS:
    case VIOLATION_TYPE:
    case VIOLATION_OVERFLOW:
    case VIOLATION_DIVISOR:
    case VIOLATION_SHIFT: number_explain(&t); return;
    case VIOLATION_TAKEN_USE:
    case VIOLATION_OUTLIVES:
    case VIOLATION_CONTRACT:
    case VIOLATION_UNSAFE:
    case VIOLATION_GAVE_UP: break;
    }
}
