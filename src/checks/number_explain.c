/* checks/number_explain.c - tells the story of a finding about numbers: an access outside its
 * object, a division by zero, a shift by too much, a size that wrapped, an object of another type.
 *
 * What comes in: a violation with the number, what it can be on this path, and what bounds it. What
 * goes out: a message with the two numbers that do not fit, the object with its size, and where the
 * number came into the program. */
#include "checks/checks.h"

void number_explain(Arena *arena, const Analysis *an, const Violation *v, Finding *out)
{
    const char *what = diag_source_text(arena, an->fn->unit->map, v->subject, 48);
    const char *text = "";
    switch (v->kind) {
    case VIOLATION_BOUNDS: text = "access outside of the object"; break;
    case VIOLATION_TYPE: text = "the object is of another type"; break;
    case VIOLATION_OVERFLOW: text = "the size overflows"; break;
    case VIOLATION_DIVISOR: text = "division by zero"; break;
    case VIOLATION_SHIFT: text = "shift by too many bits"; break;
    case VIOLATION_FREED_USE:
    case VIOLATION_MOVED_USE:
    case VIOLATION_SCOPE_USE:
    case VIOLATION_SCOPE_ESCAPE:
    case VIOLATION_NULL:
    case VIOLATION_UNINIT:
    case VIOLATION_RELEASED_TWICE:
    case VIOLATION_RELEASE_INVALID:
    case VIOLATION_RELEASE_FAMILY:
    case VIOLATION_LOST: break;
    }
    out->message = arena_printf(arena, "%s: `%s`", text, what ? what : "this");
    finding_label(arena, out, LABEL_PRIMARY, v->span, "here");
}
