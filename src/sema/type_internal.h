/* sema/type_internal.h - what type.c, layout.c, builtin.c and attr.c share and nobody else sees. */
#ifndef CORTEN_SEMA_TYPE_INTERNAL_H
#define CORTEN_SEMA_TYPE_INTERNAL_H

#include "sema/sema.h"

/* A Type as it is stored: `t` comes first, so that a Type * is a TypeNode *. */
typedef struct TypeNode {
    Type t;
    struct TypeNode *same_hash; /* next node whose key has the same hash */
    struct TypeNode *variants;  /* of a bare type: its variants, through next_variant */
    struct TypeNode *next_variant;
    struct TypeNode *dependents; /* of an incomplete type: arrays of it, through next_dependent */
    struct TypeNode *next_dependent;
    uint32_t forced_align; /* bytes, from aligned() on a typedef; 0: natural */
    uint8_t alias_quals;   /* qualifiers that the typedef name brings along */
    bool user_align;       /* alignment was asked for, here or in a member */
} TypeNode;

typedef struct TextSlot {
    const char *text;
    uint32_t id;
} TextSlot; /* text NULL: free */

struct Types {
    Arena *arena; /* of the unit */
    const Target *target;
    Names *names;
    const Type *basic[TYPE_KIND_COUNT];
    Map cons; /* hash of a key -> TypeNode, chained by same_hash */
    uint32_t next_id, next_record, next_enum;
    bool tags_by_content; /* C23: equal tags and content make compatible types */
    uint32_t inside;      /* nested comparisons of contents */
    const Type *va_list;        /* made on first need */
    const Type **builtin_types; /* by BuiltinId, made on first need */
    TextSlot *builtin_slots;    /* open hash tables over const texts, made on first need */
    TextSlot *attr_slots;
};

static inline TypeNode *type_node(const Type *t)
{
    return (TypeNode *)(uintptr_t)t;
}

/* The type without typedef name, notes, forced alignment and nullability. */
const Type *type_clean(Types *ts, const Type *t);
/* Passes size and alignment of a just completed bare type on to its variants and arrays. */
void type_completed(const Types *ts, const Type *bare);

/* A table in another arena, with nothing in it yet; nodes moved there are taken up as if they had
 * been made there. */
Types *types_for(Arena *to, const Types *from);
void types_take(Types *ts, TypeNode *n);

/* A hash table over texts of a .def table. slots: a power of two, at least twice the entries. */
void text_slots_add(TextSlot *slots, uint32_t cap, const char *text, uint32_t id);
uint32_t text_slots_find(const TextSlot *slots, uint32_t cap, const char *text, size_t len);

#endif
