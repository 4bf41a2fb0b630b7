/* checks/format.h - what the files of rule format share.
 *
 *   format_spec.c     a format string -> what each of its conversions wants
 *   format_literal.c  texts that stand in the program
 *   format_flow.c     where the text comes from that is used as a format, function by function
 *   format.c          which calls take formats, and which of them are wrong
 *   format_contract.c what contracts say of that
 *   format_explain.c  how that is told
 *
 *     void say(const char *f, ...)    vprintf(f, ap) makes `say` a function that takes a format:
 *                                     FormatUse {format 0, first 1, TAKES_ARGUMENTS}
 *     say("%s\n", 1);                 Slot {%s, argument 0, WANT_TEXT} against an int */
#ifndef CORTEN_CHECKS_FORMAT_H
#define CORTEN_CHECKS_FORMAT_H

#include "checks/checks.h"

/* ---- formats --------------------------------------------------------------------------------- */
typedef enum FormatFamily { FAMILY_PRINTF, FAMILY_SCANF, FAMILY_STRFTIME } FormatFamily;

typedef enum WantKind {
    WANT_ANYTHING,   /* one argument, of a type that is not held against it */
    WANT_INTEGER,    /* of the size of `type` */
    WANT_FLOATING,   /* double, or long double */
    WANT_POINTER,    /* any object */
    WANT_TEXT, WANT_WIDE_TEXT,
    WANT_TO_INTEGER, WANT_TO_FLOATING, WANT_TO_POINTER, WANT_TO_TEXT /* of scanf, and %n */
} WantKind;

typedef enum SlotRole { SLOT_VALUE, SLOT_WIDTH, SLOT_PRECISION } SlotRole;

/* One argument that a format asks for. */
typedef struct Slot {
    uint32_t begin, end;   /* of the whole conversion, in elements of the format, % included */
    uint32_t length_at;    /* where its length modifier and its letter stand */
    uint32_t letter_at;
    uint32_t arg;          /* from 0, among the arguments that belong to the format */
    uint8_t role;          /* SlotRole */
    uint8_t want;          /* WantKind */
    uint8_t type;          /* TypeKind of the number wanted, or pointed to */
    char letter;
    const char *wanted;    /* "`long`", "a `char *`" */
} Slot;

typedef enum FlawKind {
    FLAW_NONE, FLAW_UNKNOWN, FLAW_UNFINISHED, FLAW_OPEN_SET, FLAW_MIXED
} FlawKind;

typedef struct Literal {
    const char *bytes; /* little endian elements */
    uint32_t count;
    uint8_t elem_size; /* 0: no literal */
    Span declared;     /* of the variable that holds it; nothing: the text stands in the call */
} Literal;

typedef struct Format {
    VEC(Slot) slots;   /* those of a flawed format are the ones before the flaw */
    uint32_t arguments; /* how many belong to it */
    bool positional;
    FlawKind flaw;
    uint32_t flaw_begin, flaw_end;
} Format;

uint32_t literal_at(const Literal *l, uint32_t i); /* 0 at and past the end */
void format_parse(Arena *a, const Target *t, FormatFamily family, const Literal *text, Format *out);
/* False: certainly of another kind or size. */
bool format_fits(const Target *t, const Slot *s, const Type *arg);
/* The conversion that an argument of this type would fit, from its % on, or NULL. */
const char *format_suggest(Arena *a, const Target *t, FormatFamily family, const Literal *text,
                           const Slot *s, const Type *arg);

/* ---- functions that take formats ------------------------------------------------------------- */
typedef enum FormatTake {
    TAKES_ARGUMENTS, /* the call's arguments from `first` on belong to the format */
    TAKES_LIST,      /* a va_list does */
    TAKES_FIXED,     /* those of the call inside `by` do */
    TAKES_TEXT,      /* a format is made of it, but what belongs to it is not known */
    TAKES_INSIDE     /* a text that is reached through it is a format */
} FormatTake;

#define NO_OFFSET UINT32_MAX
#define NO_ARGUMENT UINT32_MAX

typedef struct FormatUse {
    uint8_t family;        /* FormatFamily */
    uint8_t take;          /* FormatTake */
    uint32_t format;       /* argument, from 0 */
    uint32_t inside;       /* TAKES_INSIDE: offset in what the argument points to; or NO_OFFSET */
    uint32_t first;        /* argument; of TAKES_LIST the list, or NO_ARGUMENT */
    const MirFunction *by; /* inferred: the function that uses it; NULL: declared so, or read */
    const char *who;       /* inferred: its name, ... */
    const char *where;     /* ... and the place of the call; NULL: declared so */
    const Inst *call;      /* in `by`; FIXED: whose arguments they are */
    const char *callee;    /* called there */
    const struct FormatUse *there; /* TAKES_INSIDE: how that call takes the text */
} FormatUse;
typedef VEC(FormatUse) FormatUses;

/* ---- where a text comes from ----------------------------------------------------------------- */
/* A place where data from outside enters a function. */
typedef struct Source {
    Span span;          /* of the call, or of main's parameter; nothing: not in this function */
    const char *what;   /* "read by `fgets` here"; NULL: nothing comes from outside */
    const char *inner;  /* place inside the callee, or NULL */
} Source;

/* What a function finds when it begins: a parameter, what a parameter points to, a global. */
typedef enum InputKind { INPUT_PARAM, INPUT_POINTEE, INPUT_GLOBAL } InputKind;
typedef struct Input {
    uint8_t kind;      /* InputKind */
    uint32_t param;
    uint32_t offset;   /* POINTEE: bytes in the pointee */
    const Symbol *sym; /* GLOBAL */
} Input;

/* What the text is, or is made of, that a pointer points to. */
typedef struct Origin {
    uint64_t literals; /* of Flow.literals */
    uint64_t inputs;   /* of Flow.inputs */
    uint64_t points;   /* of Flow.inputs: parameters that it may be, whatever the text is now */
    uint32_t source;   /* of Flow.sources, 0: nothing from outside */
    uint32_t root;     /* slot whose bytes it points to, or ID_NONE */
    bool unknown;      /* it may be something else, too */
    bool exact;        /* the literal or input itself, not a part, a copy or a pointee */
    bool start;        /* points to where the root begins */
} Origin;

typedef struct FlowArgument {
    const Inst *call;
    uint32_t arg;
    uint32_t inside; /* offset in what it points to; NO_OFFSET: the argument itself */
    Origin from;
} FlowArgument;

/* At its end, a function leaves this in what parameter `param` points to, or in a global. */
typedef struct Output {
    const Symbol *sym;  /* NULL: a parameter's pointee */
    uint32_t param;
    uint32_t offset;    /* NO_OFFSET: the text that the parameter points to */
    Origin from;
} Output;

typedef struct Flow {
    const MirFunction *fn;
    VEC(Literal) literals;
    VEC(Source) sources;         /* [0] is unused */
    VEC(Input) inputs;           /* at most 64 */
    VEC(FlowArgument) arguments; /* pointers with an origin, in the order of the blocks */
    VEC(Output) outputs;
    Origin result;
    bool looks_for_percent;      /* compares something with '%': takes care of its formats */
    bool running;
} Flow;

struct FormatCheck {
    Engine *engine;
    Arena *arena;    /* of the whole check */
    Arena *scratch;  /* of judging one call */
    Map flows;       /* MirFunction * -> Flow *, NULL: too large */
    Map uses;        /* Symbol * -> FormatUses *: what declarations and models say */
    Map inferred;    /* MirFunction * -> FormatUses * */
    Map callers;     /* MirFunction * -> FormatSites * */
    Map outside;     /* Name of a library's variable -> 1: comes from outside */
    Map filled;      /* Name or Symbol * of a global -> Source *: who fills it from outside */
    Map judged;      /* calls and uses */
    uint32_t depth;  /* of flows being made */
    bool telling;    /* false: only finds out which functions take formats */
};

/* The flow of a function; NULL: it is being made, or the function is too large. */
const Flow *format_flow(FormatCheck *c, const MirFunction *fn);
/* Of what a call certainly reaches: its flow, from its body or from a contract; NULL: nothing is
 * known. */
const Flow *format_callee_flow(FormatCheck *c, const Inst *in);
/* What was read of the function; NULL: nothing. */
const ContractEntry *format_read_entry(const FormatCheck *c, const Inst *in);
/* format_contract.c: NULL: nothing is known. `uses` may be NULL. */
const Flow *format_contract_read(FormatCheck *c, const ContractEntry *entry, FormatUses *uses);
void format_contract_print(FormatCheck *c, const MirFunction *fn, const FormatUses *uses,
                           Text *out);
/* The definition that a call certainly reaches, or NULL; the model of what it calls, or NULL. */
const MirFunction *format_body(const FormatCheck *c, const Inst *in);
const Symbol *format_model(const FormatCheck *c, const Inst *in);
/* A literal that needs no flow: a string, a constant array, one element of a constant table. */
bool format_literal(const MirFunction *fn, const Operand *o, Literal *out);
/* The constants among them: a string or an array; a load of a constant pointer. */
bool format_constant(const MirFunction *fn, const Operand *o, Literal *out);
bool format_constant_load(const MirFunction *fn, const Place *p, Literal *out);
bool format_never_written(const Type *t); /* an object of this type */
/* Of a local array with a text as its initialiser: nobody can change it. */
bool format_keeps_text(const MirFunction *fn, const Inst *init);
/* The only instruction that writes a temp; NULL: none or several. */
const Inst *format_definition(const MirFunction *fn, const Operand *o);

/* ---- telling --------------------------------------------------------------------------------- */
typedef struct FormatSite {
    const MirFunction *fn;
    const Inst *call;
} FormatSite;
typedef VEC(FormatSite) FormatSites;

typedef struct FormatStory {
    FormatCheck *check;
    FormatSite at;
    const FormatUse *use;
    const char *callee;
    const Literal *text;
    const Format *format;
    const Inst *given;         /* call whose arguments belong to the format */
    uint32_t first, given_count;
} FormatStory;

void format_tell_flaw(const FormatStory *s);
void format_tell_type(const FormatStory *s, const Slot *slot, const Type *arg);
void format_tell_missing(const FormatStory *s, const Slot *slot);
void format_tell_list(const FormatStory *s, uint32_t arg);
void format_tell_surplus(const FormatStory *s, uint32_t used);
/* entered_in: the function that `from` speaks of, when it is another. */
void format_tell_outside(const FormatStory *s, const Source *from, const MirFunction *entered_in);

#endif
