/* engine/strfn.h - lengths of strings and extents of buffers, for those who model library
 * functions. Private to the engine. */
#ifndef CORTEN_ENGINE_STRFN_H
#define CORTEN_ENGINE_STRFN_H

#include "engine/engine.h"

/* Bytes before the first zero at p: a constant, a symbol that stays the same until the string is
 * written, -1 when there is no zero in the object, or unknown. */
Value string_length(Analysis *an, State *s, Value p);
/* What is known of the first bytes in the region tells of the length of its string. */
void string_seen(Analysis *an, State *s, uint32_t region);
/* An answer that may say anything of the length of the string there was given. */
void string_asked(Analysis *an, State *s, Value p);
/* Bytes of the object are read at no fixed place. */
void string_walked(Analysis *an, uint32_t region);
/* Asks that argument i points to so many bytes. False: that is violated, and was reported. */
bool ask_bytes(Analysis *an, State *s, const Inst *in, const Callee *c, uint32_t i, Value bytes,
               bool write);
/* p is wanted as a string: it begins with what was written, and ends within its object. */
void oblige_string(Analysis *an, State *s, Value p, const NumberAsk *ask);
/* Level safe: so many bytes were copied. If the string's end is among them, it is one there. */
void string_copied(Analysis *an, State *s, Value to, Value from, Value bytes);
/* Level safe: there is an end, and p is not behind it. */
bool string_is_proved(Analysis *an, State *s, Value p);
enum { LENGTH_WITHOUT_END = -1, LENGTH_OF_OUTSIDE = -2 };
/* The array that the argument names, when it is one of known size: s->name; NULL. */
const Type *argument_array(const Analysis *an, const Inst *in, uint32_t i);
/* The string that begins there is so long. */
void set_string_length(Analysis *an, State *s, Value p, Value length);
/* The text of a literal, in scratch memory; NULL: it is none, or has null characters in it. */
const char *string_literal(const Analysis *an, Value p);
void effect_scanf(Analysis *an, State *s, const Inst *in, const Callee *c, StateList *out);
/* What a literal format prints by %s must be strings. */
void ask_formatted(Analysis *an, State *s, const Inst *in, const Callee *c);
/* The effects that this file has; false: none of that name. */
bool eval_string_fn(Analysis *an, State *s, const Inst *in, const char *name, const Callee *c,
                    StateList *out);

#endif
