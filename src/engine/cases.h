/* engine/cases.h - summaries as text: what the attribute corten_cases of a prototype says.
 *
 * What comes in: a function's summary, or the text. What goes out: the other. The one idea: a table
 * (cases.def) has a line for each member of the structs that a summary is made of, and printer and
 * reader both walk it, so that what one writes the other reads; everything is said in places of the
 * prototype (`*p`, `p->next`, `result`), never in numbers of ours. docs/contracts.md is the
 * grammar.
 *
 *     int take(struct s *p) { if (p->n > 8) { free(p); return -1; } return 0; }
 *
 *     objects { p; *p } values { p->n, depends, at s.c:3:31 } events { e1: free, at s.c:3:42 }
 *     case { result -1, is negative, at s.c:3:51; *p: freed, nonnull, needed, by e1, at s.c:3:31;
 *            p->n = p->n; p->n >= 9 } ...
 *
 * Private to the engine. */
#ifndef CORTEN_ENGINE_CASES_H
#define CORTEN_ENGINE_CASES_H

#include "engine/summary.h"

enum { CASES_VERSION = 1 }; /* of the text: what another one wrote is not guessed at */

typedef enum FieldKind {
    FIELD_HEAD,
    FIELD_SKIP,
    FIELD_FLAG,    /* bool: the word alone */
    FIELD_COUNT,   /* unsigned, of any width */
    FIELD_NUMBER,  /* int64_t */
    FIELD_BIG,     /* i128 */
    FIELD_WHEN,    /* uint64_t: only the order counts, so it is printed as its rank in the case */
    FIELD_NUMBERS, /* uint64_t: bits, as the list of their numbers */
    FIELD_TEXT,    /* const char *: 'text' */
    FIELD_NAME,    /* Name: 'text' */
    FIELD_PLACE,   /* Span: file:line:column of where it begins */
    FIELD_TYPE,    /* const Type * */
    FIELD_VALUE,   /* Value */
    FIELD_OBJECT,  /* region */
    FIELD_SYM,     /* symbol */
    FIELD_EVENT,   /* event */
    FIELD_LIFE,    /* enumerations: their words, without one before */
    FIELD_NULLNESS,
    FIELD_OWNER,
    FIELD_CONTENT,
    FIELD_FLAGS,   /* bits of RegionState.flags: a word each */
    FIELD_ENDS,    /* Case.outcome: bits, the word before each */
    FIELD_VAGUE,   /* Fact.vague: the same */
    FIELD_GUESSES, /* State.guessed: the same */
    FIELD_OPERATOR /* BinaryOp */
} FieldKind;

typedef enum FieldOwner {
    OWNER_RegionInfo,
    OWNER_SymInfo,
    OWNER_Event,
    OWNER_Case,
    OWNER_State,
    OWNER_RegionState,
    OWNER_Cell,
    OWNER_Fact,
    OWNER_Diff,
    OWNER_Need,
    OWNER_Callback,
    OWNER_FunctionResult
} FieldOwner;

typedef struct CaseField {
    uint8_t owner, kind; /* FieldOwner, FieldKind */
    uint16_t offset, size;
    const char *word;
} CaseField;
extern const CaseField case_fields[];
extern const uint32_t case_field_count;

/* Words of an enumeration or of bits; NULL ends them, "" is not said. */
const char *const *case_words(FieldKind kind);
extern const char *const case_region_words[]; /* by RegionKind */
extern const char *const case_sym_words[];    /* by SymbolKind */
extern const char *const case_event_words[];  /* by EventKind */
extern const char *const case_need_words[];   /* by NeedKind */

/* ---- types of a contracts header (header_types.c) -------------------------------------------- */
/* The records and typedef names that a header must declare, with the names that they get there:
 * two units may each have a `struct node` of their own. */
typedef struct HeaderTypes HeaderTypes;
HeaderTypes *header_types_new(Arena *arena, const Engine *e);
/* The unit whose types come next. */
void header_types_unit(HeaderTypes *h, const Unit *unit);
/* `T name` in C, with what is said of its pointer levels, outermost first, each may be NULL. */
void header_declare(HeaderTypes *h, Text *out, const Type *t, const char *name,
                    const char *const notes[2]);
/* `*const struct buf`: as the text of cases writes types. Asks for the record's definition. */
void header_type_text(HeaderTypes *h, Text *out, const Type *t);
bool header_types_agree(HeaderTypes *h, const Type *a, const Type *b); /* the same text */
/* The unit that a global was declared in. */
const Unit *header_unit_of(const HeaderTypes *h, const Symbol *sym);
/* Names of functions: two units may each have a static `helper`; those asked for are to be
 * declared, one after the other from *at on. */
const char *header_function_name(HeaderTypes *h, const Symbol *fn);
const Symbol *header_next_static(const HeaderTypes *h, uint32_t *at);
void header_use_name(HeaderTypes *h, const char *name);
/* Forward declarations, typedefs, and the definitions that were asked for. */
void header_types_print(HeaderTypes *h, Text *out);

/* ---- places (cases_place.c) ------------------------------------------------------------------ */
/* The path to `size` bytes at `off` of an object of type t: ".len", "[3].x", "" for all of it.
 * *found: the type there. False: there is none. */
bool place_path(Arena *arena, const Type *t, int64_t off, uint64_t size, Text *out,
                const Type **found);
/* A bit-field, or what stands for bit-fields and padding in a header: paths don't lead there. */
bool place_is_gap(const Field *f);
/* The member `name` of t and its offset; NULL: none. */
const Type *place_member(const Type *t, Name name, int64_t *off);

/* ---- print and read -------------------------------------------------------------------------- */
typedef struct CasePrototype {
    const Symbol *sym;
    const Unit *unit;
    const Type *result, *const *types;
    const char *const *names; /* of the parameters, as they will be printed */
    uint32_t count;
    bool noreturn;
} CasePrototype;
/* The text, in lines. */
void cases_print(Arena *arena, HeaderTypes *h, const CasePrototype *f, const FunctionResult *r,
                 Text *out);

typedef struct CasePlaces CasePlaces; /* positions in files that we don't have */
CasePlaces *case_places_new(Arena *arena);
Loc case_places_add(CasePlaces *p, const char *path, uint32_t line, uint32_t column);
/* When all are there: the unit whose map knows them. */
const Unit *case_places_unit(CasePlaces *p);
void case_places_finish(CasePlaces *p, FileStore *files, const char *name);

typedef struct CaseReader {
    Arena *arena;
    Names *names;
    const Unit *unit; /* of the header */
    CasePlaces *places;
    Map *symbols;      /* hash of the text that names a global -> Symbol * */
    Map *symbol_units; /* of those: Symbol * -> Unit * whose map knows their places */
    const Map *tags;   /* Name -> const Type *: records of the header */
} CaseReader;
/* NULL and *error when it is not understood. */
FunctionResult *cases_read(const CaseReader *c, const Symbol *fn, const char *text, size_t len,
                           const char **error);

#endif
