/* sema/attr.h - attributes by kind.
 *
 * What comes in: the parser's Attr lists, names without their underscores. What goes out: the
 * same lists with Attr.known set, so that everybody else compares numbers. All spellings of a
 * fact have one kind: corten_own, [[corten::own]] are ATTR_CORTEN_OWN. */
#ifndef CORTEN_SEMA_ATTR_H
#define CORTEN_SEMA_ATTR_H

#include "sema/sema.h"

/* Sets `known` of every attribute in the list. */
void attr_classify(Types *ts, Attr *list);
AttrKind attr_kind(Types *ts, Name scope, Name name);
const char *attr_name(AttrKind k); /* "corten_own" */
/* Contract facts, those that a type keeps in Type.notes or a declaration in its attrs: corten_*,
 * nonnull, malloc, counted_by, guarded_by ... */
bool attr_is_contract(AttrKind k);
/* Contract facts that describe the pointer level or object they are written at (corten_own,
 * counted_by), not the function or the declaration: go into Type.notes. */
bool attr_is_note(AttrKind k);
/* Bytes of the strictest aligned(n) in the list, 0 when there is none; aligned without an argument
 * is the target's largest. The arguments must have been completed by sema. */
uint32_t attr_alignment(const Types *ts, const Attr *list);
/* Value of integer argument i, false when it's absent or no constant. */
bool attr_int(const Attr *a, uint32_t i, i128 *value);
/* Identifier or string argument i as a text: mode(__DI__), format(printf), cleanup(f); NULL. */
const char *attr_text(Arena *arena, const Attr *a, uint32_t i);
/* A list that has a's attributes first, then copies of b's; either may be NULL. */
const Attr *attr_join(Arena *arena, const Attr *a, const Attr *b);

#endif
