/* checks/safe_explain.c - the words of level safe: what is refused, and what is not proved.
 *
 *     error[out-of-bounds]: `v[i]` is not known to be within `v`
 *     error[use-after-move]: `m` is used after ownership moved into `message_send`
 *
 * What comes in: a violation. What goes out: a message that says what is missing and a help that
 * says what would do: a test, an annotation, __checked, or __unsafe. */
#include "checks/story.h"

static void help(Story *t, const char *text)
{
    Help h = {text, NULL, 0};
    VEC_PUSH(t->arena, &t->f->helps, h);
}

static const Event *cause_event(const Story *t)
{
    return t->v->cause ? &t->an->events.data[t->v->cause] : NULL;
}

static void tell_taken(Story *t)
{
    const Violation *v = t->v;
    const Event *e = cause_event(t);
    const char *who = e && e->who ? e->who : "a callee";
    story_primary(t,
                  v->argument && v->callee
                      ? arena_printf(t->arena,
                                     "`%s` is passed to `%s` after ownership moved into `%s`",
                                     t->subject, v->callee, who)
                      : arena_printf(t->arena, "`%s` is used after ownership moved into `%s`",
                                     t->subject, who),
                  "used here after the move");
    story_origin(t);
    if (e)
        story_label(t, LABEL_EVENT, e->span,
                    arena_printf(t->arena, "ownership moves into `%s` here", who));
    story_branches(t, v->cause);
}

static void tell_outlives(Story *t)
{
    const Violation *v = t->v;
    const char *name = v->region ? story_variable(t, v->region) : NULL;
    const char *what = name ? arena_printf(t->arena, "`%s`", name) : "what it borrows from";
    story_primary(t,
                  arena_printf(t->arena, "the borrow may be kept for longer than %s lives", what),
                  "stored here");
    if (name)
        story_label(t, LABEL_SECONDARY, region_info(t->an, v->region)->span,
                    arena_printf(t->arena, "%s is declared here", what));
    help(t, v->argument ? "declare it before what keeps it, in the same scope or an outer one"
                        : "say `__captured_by(...)` on the parameter that it comes from");
}

/* By WhyRefused: message, label, help. */
typedef struct Words {
    const char *message, *label, *help;
} Words;

static Words words_of(const Story *t, WhyRefused why)
{
    const char *callee = t->v->callee ? t->v->callee : "it";
    switch (why) {
    case WHY_NONE: break;
    case WHY_INT_TO_POINTER:
        return (Words){"an integer is made a pointer", "nothing is known of what it points to",
                       "put it into `__unsafe { ... }` and say why it is right"};
    case WHY_CONST_LOST:
        return (Words){"the conversion drops `const`", "what it points to could be written",
                       "keep the `const`, or put it into `__unsafe { ... }`"};
    case WHY_OPAQUE:
        return (Words){"`void *` is made a pointer to an object",
                       "nothing says which type the object has",
                       "put it into `__unsafe { ... }` and say why it is right"};
    case WHY_CAST:
        return (Words){"a pointer to one type is made a pointer to another",
                       "the object may not be of that type",
                       "put it into `__unsafe { ... }` and say why it is right"};
    case WHY_UNTAGGED:
        return (Words){"a member of a union without a tag is read",
                       "nothing says which member was written",
                       "say `__tagged_by(field, value)` on the members, or read it in `__unsafe`"};
    case WHY_UNSAFE_CALLEE:
        return (Words){arena_printf(t->arena, "`%s` is `__unsafe`", callee), "called here",
                       "call it in `__unsafe { ... }` and say why what it wants holds"};
    case WHY_UNKNOWN_CALLEE:
        return (Words){arena_printf(t->arena, "nothing is known of what `%s` does", callee),
                       "it has no contract",
                       "declare what it does in safe code, give a model (`--model`), or call it in "
                       "`__unsafe { ... }`"};
    case WHY_ASM:
        return (Words){"inline assembly is not checked", "outside `__unsafe`",
                       "put it into `__unsafe { ... }`"};
    case WHY_INVARIANT:
        return (Words){arena_printf(t->arena, "the invariant of `%s` is not known to hold",
                                    t->v->wanted && t->v->wanted->canon->u.record->tag
                                        ? NAME_TEXT(t->v->wanted->canon->u.record->tag)
                                        : "the record"),
                       t->v->argument ? "where others look at it" : "at this return",
                       "restore it on this path, or check it with `__checked(...)`"};
    case WHY_UNFILLED:
        return (Words){"not everything that `__inits` promises is initialised", "at this return",
                       "set every member on the path that says it did"};
    case WHY_MOVED_OUT:
        return (Words){"a member no longer owns what its type says",
                       t->v->argument ? "where a callee can look at it" : "at this return",
                       "give it a new owner's value, or null where it is `_Nullable`"};
    case WHY_NOT_OWNED:
        return (Words){"what is given as owned is not owned here", "only borrowed",
                       "make a copy, or take the parameter as `__own`"};
    case WHY_OTHER_ORIGIN:
        return (Words){"the result borrows from something that the declaration does not name",
                       "returned here",
                       "say `__lifetimebound` on the parameter that it comes from"};
    case WHY_UNSAID:
        return (Words){"the declaration does not say where the result borrows from",
                       "there is not exactly one pointer parameter",
                       "say `__lifetimebound` on a parameter, or `__static` on the result"};
    case WHY_RESULT:
    case WHY_MEMBER:
    case WHY_DISAGREE: break; /* told below */
    case WHY_INVALIDATES:
        return (Words){"`__noinvalidate` is promised, and this ends what others may point to",
                       t->v->callee ? "may be released or moved by this call" : "released here",
                       "drop the annotation"};
    }
    return (Words){"not proved", "here", NULL};
}

static void tell_refused(Story *t)
{
    Words w = words_of(t, (WhyRefused)t->v->why);
    const Event *e = cause_event(t);
    story_primary(t, w.message, w.label);
    if (e && e->who)
        story_label(t, LABEL_EVENT, e->span,
                    arena_printf(t->arena, "it went to `%s` here", e->who));
    story_branches(t, 0);
    if (w.help)
        help(t, w.help);
}

/* A null, or a pointer to what is gone, in a result or a member that promises otherwise. */
static void tell_kept(Story *t)
{
    const Violation *v = t->v;
    const char *what = v->why == WHY_RESULT ? "the result" : "a member";
    const char *may = v->maybe || v->unproved ? "may be" : "is";
    if (v->kind == VIOLATION_NULL) {
        story_primary(t,
                      arena_printf(t->arena, "%s that is declared never null %s null", what, may),
                      v->argument ? "where others look at it" : "at this return");
        help(t, "test it first, or declare it `_Nullable`");
    } else {
        const Event *e = cause_event(t);
        story_primary(t,
                      arena_printf(t->arena, "%s %s a pointer to what no longer exists", what,
                                   v->unproved ? "may be left as" : "is left as"),
                      v->argument ? "where others look at it" : "at this return");
        if (e)
            story_label(t, LABEL_EVENT, e->span, "it ended here");
    }
    story_branches(t, v->cause);
}

static void tell_unproved_bounds(Story *t)
{
    const Violation *v = t->v;
    const char *name = v->region ? story_variable(t, v->region) : NULL;
    if (v->text) {
        story_primary(
            t, arena_printf(t->arena, "`%s` is not known to be a terminated string", t->subject),
            v->callee ? arena_printf(t->arena, "`%s` needs one", v->callee) : "one is needed here");
        help(t, "end it with '\\0', or declare it `__null_terminated`");
    } else if (v->argument && v->callee) {
        story_primary(t,
                      arena_printf(t->arena, "`%s` is not known to be as large as `%s` needs",
                                   t->subject, v->callee),
                      "passed here");
        help(t, "compare its size first, or check it with `__checked(...)`");
    } else {
        story_primary(t,
                      arena_printf(t->arena, "`%s` is not known to be within %s", t->subject,
                                   name ? arena_printf(t->arena, "`%s`", name) : "its object"),
                      "may be out of bounds");
        help(t, "compare the index with the size first, or check it with `__checked(...)`");
    }
    story_branches(t, 0);
}

bool safe_explain(Story *t)
{
    const Violation *v = t->v;
    switch (v->kind) {
    case VIOLATION_TAKEN_USE: tell_taken(t); return true;
    case VIOLATION_OUTLIVES: tell_outlives(t); return true;
    case VIOLATION_CONTRACT:
    case VIOLATION_UNSAFE: tell_refused(t); return true;
    case VIOLATION_GAVE_UP:
        story_primary(t, "this function is too large for its budget, and not proved",
                      "not analysed to the end");
        help(t, "split it, or give it more with `--budget`");
        return true;
    case VIOLATION_BOUNDS:
        if (!v->unproved)
            return false;
        tell_unproved_bounds(t);
        return true;
    case VIOLATION_NULL:
    case VIOLATION_FREED_USE:
    case VIOLATION_MOVED_USE:
    case VIOLATION_SCOPE_USE:
        if (v->why != WHY_RESULT && v->why != WHY_MEMBER)
            return false;
        tell_kept(t);
        return true;
    case VIOLATION_TYPE:
        if (v->why == WHY_DISAGREE) {
            story_primary(t, "the tag names another member than the one that was written last",
                          v->argument ? "where others look at it" : "at this return");
            help(t, "set both on every path");
            return true;
        }
        if (!v->why)
            return false;
        story_primary(
            t, arena_printf(t->arena, "the tag does not say that `%s` may be read", t->subject),
            "another member may have been written");
        help(t, "compare the tag first");
        return true;
    case VIOLATION_RELEASE_INVALID:
        if (!v->why)
            return false;
        story_primary(t,
                      arena_printf(t->arena, "`%s` is only borrowed, and `%s` releases it",
                                   t->subject, v->callee),
                      "somebody else owns it");
        help(t, "take it as `__own`, or leave its release to its owner");
        return true;
    case VIOLATION_SCOPE_ESCAPE:
    case VIOLATION_UNINIT:
    case VIOLATION_RELEASED_TWICE:
    case VIOLATION_RELEASE_FAMILY:
    case VIOLATION_LOST:
    case VIOLATION_OVERFLOW:
    case VIOLATION_DIVISOR:
    case VIOLATION_SHIFT: break;
    }
    return false;
}
