/* engine/inferred.h - what all cases of a function bear out of its parameters and its result.
 *
 * What comes in: a summary. What goes out: facts that an annotation can say, for those who print
 * them behind prototypes (header.c) or write them into the user's files (annotate/):
 *
 *     int take(struct s *p) { if (p->n > 8) return -1; free(p); return 0; }
 *         parameter 0: owner, own_when "__when(return == 0)", needed
 *
 * A fact stands where every case agrees, or where the result tells the cases apart that do. */
#ifndef CORTEN_ENGINE_INFERRED_H
#define CORTEN_ENGINE_INFERRED_H

#include "engine/engine.h"

/* One pointer level, or an owned number. The conditions are "" where there is none. */
typedef struct Inferred {
    bool looked;           /* parameter: somebody looked at what it points to */
    bool owner;            /* released here; of a result: made here */
    bool handle;           /* result: an owned number */
    Name family;           /* owner: by this function; NULL: free */
    int64_t none;          /* handle: the number that owns nothing */
    const char *own_when;
    bool inits;            /* all of it is set, and nobody looked at it before */
    const char *inits_when;
    bool inner_owner, inner_null; /* inits: an owner is put there, or null */
    Name inner_family;
    bool drops;            /* members were released, not the object itself */
    bool null;             /* it returns with null; of a result: null is returned */
    bool needed, nonnull;  /* it never returns with null; of a result: never null */
    bool spared;           /* parameter: released, without asking if it was null */
    bool kept;             /* parameter: somebody may hold it, or what it leads to, afterwards */
    bool stored;           /* parameter: and for certain: memory that callers see holds it */
    bool unclear;          /* parameter: it, or a member, is released on ways that no condition
                              on the result tells from the others */
    bool is_static;        /* result: the library's own memory */
    bool lasting;          /* result: strings and variables that live as long as the program */
    uint32_t from;         /* result: the parameter that it is reached from; UINT32_MAX */
    bool relinked;         /* result: and pointers that callers see were changed on the way */
} Inferred;

/* t: a pointer. returns_pointer: conditions speak of null. */
Inferred inferred_pointer(const Summary *m, uint32_t param, const Type *t, bool returns_pointer);
Inferred inferred_handle(const Summary *m, uint32_t param, bool returns_pointer);
Inferred inferred_result(const Summary *m, const Type *t);

/* What the summary alone does not carry; NULL and false: not known. */
typedef struct InferredExtent {
    bool known, text; /* text: a string */
    uint32_t param;   /* so many elements: of this parameter's value */
    uint64_t unit;    /* bytes of such an element */
} InferredExtent;
InferredExtent inferred_extent(const Summary *m, uint32_t param);
/* The parameter into whose object this one is stored, and nowhere else; UINT32_MAX: none. */
uint32_t inferred_captor(const Summary *m, uint32_t param);

/* body.c: Is nothing behind the parameter read, or shown to others, before it is set? */
bool body_sets_first(Engine *e, const MirFunction *f, uint32_t param);
/* Does it ask whether the parameter is null, and use it on no way on which it may be? */
bool body_accepts_null(Engine *e, const MirFunction *f, uint32_t param);
/* By temp: the first instruction that writes it, or NULL. */
const Inst **body_definitions(Arena *a, const MirFunction *f);
/* 1: the operand is not 0 only where *temp is not null; -1: only where it is; 0: it asks other
 * things. */
int body_null_test(const Inst *const *defs, const Operand *o, uint32_t *temp);
/* By block: is there a way from it to a return? */
bool *body_blocks_that_return(const Engine *e, Arena *a, const MirFunction *f);
/* Does neither the function nor any that it calls release anything, or call what is not known? */
bool body_releases_nothing(Engine *e, const MirFunction *f);

/* members.c: pointer members of records that may be null: null is stored there, or the program asks
 * and goes on. By the place of their declaration (member_key) -> 1. */
void members_that_may_be_null(Engine *e, Map *out);
uint64_t member_key(const SourceMap *map, Loc declared); /* 0: it comes out of a macro */

#endif
