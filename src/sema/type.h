/* sema/type.h - types of C with their layout on the target.
 *
 * A Type is immutable once complete. Qualifiers, typedef names and contract attributes make a
 * *variant*: a copy of the type whose `canon` points to the bare type, so identity tests are
 * `a->canon == b->canon` for everything but functions and incomplete arrays (type_compatible
 * knows those). Derived types are hash-consed per unit.
 *
 *     typedef const char *text;   text t;    kind POINTER, alias "text", elem = const char
 *     char *__own p;                         kind POINTER, notes = [corten_own], canon = char * */
#ifndef CORTEN_SEMA_TYPE_H
#define CORTEN_SEMA_TYPE_H

#include "syntax/ast.h"

typedef enum TypeKind {
    TYPE_ERROR, TYPE_VOID, TYPE_BOOL,
    TYPE_CHAR, TYPE_SCHAR, TYPE_UCHAR, TYPE_SHORT, TYPE_USHORT, TYPE_INT, TYPE_UINT,
    TYPE_LONG, TYPE_ULONG, TYPE_LLONG, TYPE_ULLONG, TYPE_INT128, TYPE_UINT128,
    TYPE_BITINT,                       /* width, is_unsigned */
    TYPE_ENUM,                         /* enum_info */
    TYPE_FLOAT16, TYPE_BF16, TYPE_FLOAT, TYPE_DOUBLE, TYPE_LDOUBLE, TYPE_FLOAT128,
    TYPE_FLOAT32, TYPE_FLOAT64, TYPE_FLOAT32X, TYPE_FLOAT64X,
    TYPE_DECIMAL32, TYPE_DECIMAL64, TYPE_DECIMAL128,
    TYPE_COMPLEX,                      /* elem: a floating (GNU: or integer) type */
    TYPE_NULLPTR, TYPE_POINTER, TYPE_ARRAY, TYPE_VECTOR, TYPE_FUNCTION, TYPE_STRUCT, TYPE_UNION,
    TYPE_KIND_COUNT
} TypeKind;

typedef struct Type Type;
typedef struct Record Record;
typedef struct EnumInfo EnumInfo;
typedef struct Field Field;

typedef struct ParamType {
    const Type *type;                  /* adjusted: arrays and functions are pointers */
    const Type *written;               /* as declared (int a[static 3]) */
    Name name;                         /* NULL when unnamed */
    Loc loc;
    const Attr *attrs;                 /* on the declaration (nonnull, corten_inits ...) */
} ParamType;

struct Type {
    uint8_t kind;                      /* TypeKind */
    uint8_t quals;                     /* QUAL_ bits */
    uint8_t is_unsigned;               /* integers: of the value (plain char: by target; enums) */
    uint8_t incomplete;                /* arrays of unknown size; records ask Record.complete */
    uint8_t vla;                       /* 2: the size is a run-time value (arrays; GNU records with
                                          such members); 1: another variably modified type */
    uint8_t gnu_mode_vector;
    /* bytes; 0 when incomplete; an aligned typedef has its own */
    uint32_t align;
    uint64_t size;                     /* bytes; arrays of known size; 0 for void and functions */
    uint32_t width;                    /* integers: bits with the sign (_BitInt(7): 7; bool: 1) */
    uint32_t id;                       /* dense per unit, in creation order */
    const Type *canon;                 /* bare type; itself when bare */
    Name alias;                        /* typedef name this variant was spelled with, or NULL */
    const Attr *notes;                 /* contract attributes of this level (corten_own ...) */
    const Type *elem;                  /* POINTER, ARRAY, VECTOR, COMPLEX; FUNCTION: result */
    union {
        struct { uint64_t count; Expr *size_expr; /* VLA; NULL for [*] */ } array; /* and vector */
        struct {
            ParamType *params; uint32_t count;
            bool variadic, has_proto;
            const Attr *attrs;         /* noreturn, nonnull, format, corten_... of the type */
        } fn;
        Record *record;
        EnumInfo *enum_info;
    } u;
};

struct Field {
    Name name;                         /* NULL: anonymous member or unnamed bit-field */
    const Type *type;
    uint64_t offset;                   /* bytes; of a bit-field: of its unit, see bit_offset;
                                          from the beginning of the segment */
    uint32_t segment;                  /* 0: of the record; n: of Record.segments[n - 1] */
    uint32_t bit_offset;               /* bit-fields: from offset * 8, little end first */
    uint32_t bit_width;                /* bit-fields: 0 allowed (unnamed) */
    bool is_bit_field;
    bool flexible;                     /* the trailing [] or [0] member */
    bool embedded;                     /* Plan 9: anonymous, and named by its typedef as well */
    uint32_t index;                    /* in Record.fields */
    Loc loc;
    const Attr *attrs;
    Record *owner;
    uint32_t align;                    /* bytes, from _Alignas, set before record_layout; 0: none.
                                          aligned(n) in attrs counts as well */
};

/* GNU: behind a member of variable size offsets count from a place known at run time only: the
 * beginning of the segment before, `bytes`, the size of `after` (may be NULL), rounded up. */
typedef struct Segment { uint64_t bytes; const Field *after; uint32_t align; } Segment;

struct Record {
    bool is_union, complete, packed, transparent, has_flexible, has_const_member;
    bool being_defined;
    bool safe;                         /* defined in safe code: its members have defaults */
    bool too_large;                    /* for the target's ptrdiff_t; size is 0 */
    Name tag;                          /* NULL: anonymous */
    Name typedef_name;                 /* typedef struct {..} T: T, for messages */
    Loc loc;
    Field *fields; uint32_t field_count;
    Segment *segments; uint32_t segment_count; /* of a struct of variable size: where the last
                                                  one begins is the size */
    uint64_t size; uint32_t align;
    const Attr *attrs;
    const Type *type;                  /* its bare type */
    uint32_t id;                       /* dense per unit */
};

struct EnumInfo {
    bool complete, fixed;
    Name tag;
    Name typedef_name;
    Loc loc;
    const Type *underlying;            /* compatible integer type */
    const Attr *attrs;
    struct Symbol **constants; uint32_t constant_count;
    const Type *type;
    uint32_t id;
};

/* What sizes and alignments are; from the compiler's predefined macros. */
typedef struct TargetType { uint8_t size, align; } TargetType;
typedef struct Target {
    TargetType by_kind[TYPE_KIND_COUNT]; /* scalar kinds; POINTER; ENUM unused */
    bool char_unsigned, big_endian, wchar_unsigned;
    uint8_t size_t_kind, ptrdiff_kind, wchar_kind, wint_kind, char16_kind, char32_kind,
        intmax_kind; /* TypeKind */
    uint32_t max_align;                /* __BIGGEST_ALIGNMENT__ */
    uint8_t mantissa[TYPE_KIND_COUNT]; /* digits of floating kinds: 24, 53, 64, 113, 11, 8 */
    bool ms_bit_fields;
    bool i386_align;                   /* 64-bit scalars aligned to 4 inside records */
    bool mmx;                          /* i386: vectors of 8 bytes are no integers to GCC */
    bool clang;                        /* where its layout differs from GCC's: __clang__ */
    bool x86_64, i386, aarch64, arm, riscv;
    uint32_t va_list_kind;             /* 0: char *; 1: x86-64 struct[1]; 2: aarch64 struct */
} Target;
/* From text of #define lines (the compiler's -E -dM). False: macros essential to C are missing. */
bool target_from_macros(Target *t, const char *predefined, const char **missing);

/* Types of one unit. */
typedef struct Types Types;
Types *types_new(Arena *tu, const Target *target, Names *names);
const Target *types_target(const Types *ts);
const Type *type_basic(const Types *ts, TypeKind k); /* scalar kinds, VOID, ERROR, NULLPTR */
const Type *type_pointer(Types *ts, const Type *to);
const Type *type_array(Types *ts, const Type *elem, uint64_t count);
const Type *type_array_unknown(Types *ts, const Type *elem);
const Type *type_array_vla(Types *ts, const Type *elem, Expr *size);   /* never shared */
const Type *type_vector(Types *ts, const Type *elem, uint64_t count);
const Type *type_complex(Types *ts, const Type *elem);
const Type *type_bitint(Types *ts, uint32_t width, bool is_unsigned);
const Type *type_function(Types *ts, const Type *result, const ParamType *params, uint32_t count,
                          bool variadic, bool has_proto, const Attr *attrs);
const Type *type_record(Types *ts, bool is_union, Name tag, Loc loc);  /* incomplete, new */
const Type *type_enum(Types *ts, Name tag, Loc loc);                   /* incomplete, new */
/* Adds qualifiers; to the elements of an array as well. */
const Type *type_qualified(Types *ts, const Type *t, uint32_t quals);
const Type *type_unqualified(Types *ts, const Type *t); /* the bare type */
const Type *type_variant(Types *ts, const Type *t, Name alias, const Attr *notes, uint32_t align);

/* Finishes a record: computes offsets, size, alignment (System V and GNU rules, packed, pack(n),
 * aligned, bit-fields, flexible arrays, zero-width, -mms-bitfields off). */
void record_layout(Types *ts, Record *r, Field *fields, uint32_t count, uint32_t pack);
/* Finishes an enum: its type gets size and sign of `underlying`, an integer type. Sets complete. */
void enum_layout(Types *ts, EnumInfo *e, const Type *underlying);
/* _Alignof(t) (standard: what a member of that type would get), or GNU __alignof__(t). */
uint32_t type_alignof(const Types *ts, const Type *t, bool standard);
Arena *types_arena(const Types *ts);
Names *types_names(const Types *ts);

static inline bool type_is_integer(const Type *t) /* bool, chars, enums, _BitInt included */
{
    return t->kind >= TYPE_BOOL && t->kind <= TYPE_ENUM;
}
bool type_is_floating(const Type *t);    /* real */
bool type_is_arithmetic(const Type *t);  /* complex included */
bool type_is_scalar(const Type *t);      /* arithmetic, pointer, nullptr_t */
bool type_is_record(const Type *t);
bool type_is_signed(const Type *t);      /* integers */
bool type_is_complete(const Type *t);
bool type_is_void(const Type *t);
bool type_is_variably_modified(const Type *t);
bool type_is_vla(const Type *t);         /* its size is a run-time value */
bool type_equal(const Type *a, const Type *b);        /* same canonical type and qualifiers */
/* C23 6.2.7; qualifiers at the top are ignored. */
bool type_compatible(Types *ts, const Type *a, const Type *b);
/* Two complete records or enumerations of one kind: the same members or constants? */
bool type_same_content(Types *ts, const Type *a, const Type *b);
/* C23: types of equal tag and content are compatible as well. */
void types_compare_by_content(Types *ts);
const Type *type_composite(Types *ts, const Type *a, const Type *b);
const Type *type_promote(Types *ts, const Type *t);   /* integer promotions, C23 6.3.1.1 */
/* The promoted type of a bit-field of declared type t, C23 6.3.1.1p2; wide ones as clang has it. */
const Type *type_promote_bit_field(Types *ts, const Type *t, uint32_t width);
const Type *type_usual(Types *ts, const Type *a, const Type *b); /* usual arithmetic conversions */
/* v to the width of integer type t, sign- or zero-extended. */
u128 type_wrap(const Type *t, u128 v);
/* In C syntax: "char *(*f)(int)". */
void type_print(Text *out, const Type *t, const char *declared_name);
const char *type_spell(Arena *a, const Type *t);
/* The member called `name`, through anonymous members: fills path (outermost first), returns its
 * length, 0 when absent, at most 16. */
uint32_t record_find(const Record *r, Name name, const Field *path[16]);

#endif
