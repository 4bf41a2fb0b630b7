/* sema/move.h - moves of a unit what is still needed into another arena, so that the rest can go.
 *
 * What comes in: a unit whose functions are lowered, and, one by one, the types, symbols and
 * positions that somebody still refers to. What goes out: copies of them and of what they refer to
 * themselves, in the other arena, and a Unit that knows only these.
 *
 *     Mover *m = mover_new(scratch, to, unit);
 *     local->type = move_type(m, local->type);
 *     move_span(m, local->span);
 *     unit = mover_finish(m);
 *
 * Whoever adds a pointer to Type, Record, Field, EnumInfo, Attr, Symbol or Function adds it in
 * move.c; a Loc in them, too. */
#ifndef CORTEN_SEMA_MOVE_H
#define CORTEN_SEMA_MOVE_H

#include "sema/sema.h"

typedef struct Mover Mover;

Mover *mover_new(Arena *scratch, Arena *to, const Unit *from);
/* Where the copy will be, which mover_finish fills; the same place for the same thing. NULL for
 * NULL. */
const Type *move_type(Mover *m, const Type *t);
Symbol *move_symbol(Mover *m, Symbol *s);
const Field *move_field(Mover *m, const Field *f);
Function *move_function(Mover *m, Function *f);
/* The position stays valid. */
void move_loc(Mover *m, Loc l);
void move_span(Mover *m, Span s);
/* Where mover_finish will put the unit. */
const Unit *mover_unit(const Mover *m);
/* Completes everything. The functions of the unit are those moved by then that `kept` holds; they
 * are numbered anew. */
Unit *mover_finish(Mover *m, Function *const *kept, uint32_t count);

#endif
