/* syntax/ast.h - the tree: the shape of C, first as the parser saw it, then as sema completed it.
 *
 * The parser knows shape only: it tracks which names are typedefs (C can't be parsed otherwise)
 * and nothing else. Sema later fills the fields marked [sema] in place and inserts EXPR_CONVERT
 * nodes, so that lowering finds every conversion written out. After sema, an expression has a
 * type, every lvalue that is read is wrapped in a CONVERT_LVALUE, every array or function that
 * decays in a CONVERT_DECAY, operands of arithmetic have exactly the type of the operation.
 *
 * Positions: `begin` and `end` are the Locs of the first and last token; `at` is the token to
 * point at (the operator, the member's name, the opening parenthesis of a call: begin). */
#ifndef CORTEN_SYNTAX_AST_H
#define CORTEN_SYNTAX_AST_H

#include "syntax/token.h"
#include "syntax/pp.h"

typedef struct Expr Expr;
typedef struct Stmt Stmt;
typedef struct Decl Decl;
typedef struct Specs Specs;
typedef struct Declarator Declarator;
typedef struct TypeName TypeName;
typedef struct Attr Attr;
typedef struct TagSpec TagSpec;
struct Type;    /* sema/type.h */
struct Symbol;  /* sema/sema.h */
struct Field;   /* sema/type.h */
struct Function; /* sema/sema.h */

/* ---- attributes: __attribute__((x(args))), [[ns::x(args)]], and Corten's own ------------- */
struct Attr {
    Attr *next;
    Name scope;               /* gnu, clang, corten, or NULL for none / [[plain]] */
    Name name;                /* without leading and trailing __: noreturn, format, corten_own */
    Loc loc, end;
    bool bracket;             /* written [[...]] */
    Expr **args; uint32_t arg_count; /* identifiers are EXPR_IDENT; a type argument EXPR_TYPE */
    Token *tokens; uint32_t token_count; /* the argument tokens as written, without parentheses */
    uint32_t known;           /* [sema] AttrKind of sema/attributes.def, 0 unknown */
};

/* ---- declaration specifiers -------------------------------------------------------------- */
enum { /* storage and function specifiers */
    SPEC_TYPEDEF = 1 << 0, SPEC_EXTERN = 1 << 1, SPEC_STATIC = 1 << 2, SPEC_AUTO = 1 << 3,
    SPEC_REGISTER = 1 << 4, SPEC_THREAD = 1 << 5, SPEC_CONSTEXPR = 1 << 6, SPEC_INLINE = 1 << 7,
    SPEC_NORETURN = 1 << 8, SPEC_AUTO_TYPE = 1 << 9 /* __auto_type, or C23 auto without a type */
};
enum { QUAL_CONST = 1, QUAL_VOLATILE = 2, QUAL_RESTRICT = 4, QUAL_ATOMIC = 8,
       QUAL_NULLABLE = 16, QUAL_NONNULL = 32, QUAL_NULL_UNSPECIFIED = 64 };

typedef enum SpecBase {
    BASE_NONE,                /* no type given: implicit int, or auto */
    BASE_BUILTIN,             /* the words below */
    BASE_TAG, BASE_TYPEDEF, BASE_TYPEOF_EXPR, BASE_TYPEOF_TYPE, BASE_ATOMIC, BASE_BITINT
} SpecBase;
typedef enum BuiltinWord { /* bit positions in Specs.words; long is counted apart */
    WORD_VOID, WORD_CHAR, WORD_SHORT, WORD_INT, WORD_FLOAT, WORD_DOUBLE, WORD_SIGNED,
    WORD_UNSIGNED, WORD_BOOL, WORD_COMPLEX, WORD_IMAGINARY, WORD_INT128, WORD_FLOAT16, WORD_FLOAT32,
    WORD_FLOAT64, WORD_FLOAT128, WORD_FLOAT32X, WORD_FLOAT64X, WORD_FLOAT80, WORD_BF16,
    WORD_DECIMAL32, WORD_DECIMAL64, WORD_DECIMAL128
} BuiltinWord;

typedef struct AlignasSpec {
    struct AlignasSpec *next;
    Expr *expr; TypeName *type; /* one of them */
    Loc loc;
} AlignasSpec;

struct Specs {
    Loc begin, end;
    Loc type_loc;             /* its last type word or typedef name; LOC_NONE: it has none */
    uint32_t storage;         /* SPEC_ bits */
    uint32_t quals;           /* QUAL_ bits */
    SpecBase base;
    uint32_t words;           /* BASE_BUILTIN (BASE_BITINT: signedness): bits of BuiltinWord */
    uint8_t longs;            /* how often `long` stood */
    bool unqual;              /* typeof_unqual */
    TagSpec *tag;
    Name typedef_name;
    Expr *expr;               /* typeof, _BitInt */
    TypeName *type_name;      /* typeof, _Atomic(...) */
    Attr *attrs;              /* anywhere among the specifiers */
    AlignasSpec *aligns;
};

typedef enum TagKind { TAG_STRUCT, TAG_UNION, TAG_ENUM } TagKind;
typedef struct Enumerator {
    Name name;
    Loc loc;
    Expr *value;              /* NULL: one more than the last */
    Attr *attrs;
    struct Symbol *sym;       /* [sema] of definitions; NULL in most prototypes */
} Enumerator;
struct TagSpec {
    TagKind kind;
    Name name;                /* NULL: anonymous */
    Loc loc, name_loc, lbrace, rbrace;
    bool defined;             /* has { } */
    Decl *members;            /* list of DECL_VARS, DECL_STATIC_ASSERT (struct, union) */
    Enumerator *enumerators; uint32_t enumerator_count;
    Specs *underlying;        /* enum e : specs; declarator-less */
    TypeName *underlying_type;
    Attr *attrs;              /* before the tag name and after the closing brace */
    uint32_t pack;            /* #pragma pack in force at the closing brace, bytes; 0 none */
    const struct Type *type;  /* [sema] */
};

/* ---- declarators ------------------------------------------------------------------------- */
typedef enum PartKind { PART_POINTER, PART_ARRAY, PART_FUNCTION } PartKind;
typedef struct Param {
    struct Param *next;
    Specs *specs; Declarator *declarator; /* declarator may be abstract, never NULL */
    struct Symbol *sym;       /* [sema] */
} Param;
typedef struct DeclaratorPart {
    struct DeclaratorPart *next; /* towards the specifiers: int *a[3] is ARRAY -> POINTER */
    PartKind kind;
    Loc loc, end;
    uint32_t quals;           /* of the pointer, or inside [ ] */
    Attr *attrs;              /* after the `*`, or after ) and ] */
    Expr *size; bool is_static, is_star; /* array; size NULL: [] */
    Param *params; bool variadic, has_proto; /* function; () has no prototype before C23; (void) has
                                 one and no params */
    Name *kr_names; Loc *kr_locs; uint32_t kr_count;
} DeclaratorPart;
struct Declarator {
    Name name;                /* NULL: abstract */
    Loc begin, end, loc;      /* loc: the name, or where it would stand */
    DeclaratorPart *parts;    /* first: nearest to the name */
    Attr *attrs;              /* after the declarator */
    Attr *inner_attrs;        /* before the name, as in `int (__attribute__((x)) f)(void)` */
    Expr *asm_label;          /* EXPR_STRING or NULL */
};
struct TypeName { Specs *specs; Declarator *declarator; const struct Type *type; /* [sema] */ };

/* ---- declarations ------------------------------------------------------------------------ */
typedef struct InitDeclarator {
    struct InitDeclarator *next;
    Declarator *declarator;
    Expr *init;               /* an expression or EXPR_INIT_LIST */
    Expr *bit_width;          /* struct members */
    struct Symbol *sym;       /* [sema] */
} InitDeclarator;

typedef enum DeclKind { DECL_VARS, DECL_FUNCTION, DECL_STATIC_ASSERT, DECL_ASM, DECL_EMPTY,
                        DECL_LABELS /* __label__ a, b; */ } DeclKind;
struct Decl {
    Decl *next;
    DeclKind kind;
    Loc begin, end;
    bool broken;                      /* the parser met an error in it: parts may be missing */
    Specs *specs;
    InitDeclarator *declarators;      /* DECL_VARS; none for `struct s;` */
    Declarator *declarator;           /* DECL_FUNCTION */
    Decl *kr_decls;                   /* K&R parameter declarations */
    Stmt *body;
    struct Symbol *sym;               /* [sema] DECL_FUNCTION */
    struct Function *function;        /* [sema] DECL_FUNCTION */
    Expr *expr, *message;             /* DECL_STATIC_ASSERT; DECL_ASM: expr */
    Name *labels; uint32_t label_count;
    Attr *attrs;                      /* C23: before a declaration, or alone */
};

/* ---- expressions ------------------------------------------------------------------------- */
typedef enum ExprKind {
#define EXPR(e, dump) EXPR_##e,
#include "syntax/ast.def"
#undef EXPR
    EXPR_KIND_COUNT
} ExprKind;

typedef enum UnaryOp { UN_PLUS, UN_MINUS, UN_NOT /* ~ */, UN_LNOT /* ! */, UN_DEREF, UN_ADDR,
    UN_PRE_INC, UN_PRE_DEC, UN_POST_INC, UN_POST_DEC, UN_REAL, UN_IMAG, UN_EXTENSION } UnaryOp;
typedef enum BinaryOp { BIN_MUL, BIN_DIV, BIN_REM, BIN_ADD, BIN_SUB, BIN_SHL, BIN_SHR, BIN_LT,
    BIN_GT, BIN_LE, BIN_GE, BIN_EQ, BIN_NE, BIN_AND, BIN_XOR, BIN_OR, BIN_LAND, BIN_LOR,
    BIN_COMMA } BinaryOp;
typedef enum ConvertKind { /* [sema] of EXPR_CONVERT and EXPR_CAST */
    CONVERT_NOOP,             /* same representation: qualifiers, pointer to pointer, typedefs */
    CONVERT_LVALUE,           /* reads the object */
    CONVERT_DECAY,            /* array to pointer to its first element, function to pointer */
    CONVERT_INT,              /* integer to integer */
    CONVERT_INT_FLOAT, CONVERT_FLOAT_INT, CONVERT_FLOAT,
    CONVERT_BOOL,             /* scalar to _Bool: compares with zero */
    CONVERT_INT_PTR, CONVERT_PTR_INT, CONVERT_PTR, /* PTR: incompatible pointer types */
    CONVERT_NULL,             /* null pointer constant to pointer */
    CONVERT_VOID,
    CONVERT_COMPLEX,          /* to or from or between complex types */
    CONVERT_VECTOR,           /* reinterpretation of vectors and scalars of the same size */
    CONVERT_UNION,            /* GNU cast to a union; transparent union argument */
    CONVERT_ERROR
} ConvertKind;

typedef struct GenericAssoc {
    TypeName *type;           /* NULL: default */
    Expr *value;
    Loc loc;
} GenericAssoc;
typedef struct Designator {
    struct Designator *next;
    Name field;               /* .field, or NULL */
    Expr *lo, *hi;            /* [lo] or [lo ... hi] */
    Loc loc;
} Designator;
typedef struct InitItem {
    Designator *designators;
    Expr *value;              /* may be EXPR_INIT_LIST */
} InitItem;

/* [sema] One scalar or whole-aggregate store of an initialiser, flattened, in the order of
 * evaluation; later entries override earlier ones at the same offset. */
typedef struct InitEntry {
    uint64_t offset;          /* bytes from the start of the object */
    uint64_t repeat;          /* [lo ... hi]: how often, at stride type->size; else 1 */
    const struct Field *bit_field; /* when the target is a bit-field, else NULL */
    const struct Type *type;  /* of the target */
    Expr *value;              /* converted to type; EXPR_STRING for char arrays */
} InitEntry;

struct Expr {
    uint8_t kind;             /* ExprKind */
    uint8_t op;               /* UnaryOp, BinaryOp (also of compound assignment), ConvertKind; of
                                 EXPR_CHAR its prefix (0 L u U or '8'); ALIGNOF_GNU; INT_BOOL */
    uint8_t is_lvalue;        /* [sema] designates an object (or function) */
    uint8_t is_const;         /* [sema] integer constant: `value` holds it */
    uint8_t flags;            /* EXPR_FLAG_ */
    Loc begin, end, at;
    const struct Type *type;  /* [sema] never NULL after sema; error type after an error */
    union {
        struct { Name name; struct Symbol *sym; /* [sema] */ } ident;
        struct { u128 value; uint8_t unsigned_suffix, longs, imaginary, bitint, decimal; } integer;
            /* of EXPR_INT, EXPR_CHAR; value is the same as Expr.value */
        struct { long double value; char suffix[8]; bool imaginary; } floating;
        struct { const char *bytes; uint32_t count; uint8_t elem_size; char prefix; } string;
            /* bytes: count elements of elem_size bytes each, little endian, without the
             * terminating zero; prefix 0 L u U or '8' */
        struct { Expr *operand; } unary;
        struct {
            Expr *lhs, *rhs;
            const struct Type *compute; /* [sema] op=: type of the operation */
        } binary;
            /* EXPR_BINARY, EXPR_ASSIGN (op= has flag COMPOUND), EXPR_INDEX */
        struct { Expr *cond, *then, *other; } cond; /* then NULL: a ?: b; CHOOSE_EXPR as well */
        struct {
            Expr *callee; Expr **args; uint32_t count;
            uint32_t builtin; /* [sema] BuiltinId */
        } call;
        struct {
            Expr *base; Name name;
            const struct Field *field; /* [sema] */
        } member; /* flag ARROW */
        struct { TypeName *type; Expr *operand; } cast;
            /* CAST, COMPOUND_LITERAL, CONVERT (type NULL), SIZEOF_TYPE, ALIGNOF_TYPE, VA_ARG, TYPE,
             * CONVERTVECTOR, BIT_CAST */
        struct { TypeName *a, *b; } types; /* TYPES_COMPATIBLE */
        struct {
            Expr *control; TypeName *control_type; /* one of them */
            GenericAssoc *assocs; uint32_t count;
            Expr *chosen; /* [sema] */
        } generic;
        struct { Stmt *body; } stmt_expr;
        struct { Name name; } label_addr;
        struct { TypeName *type; Designator *path; } offset;
        struct { InitItem *items; uint32_t count; InitEntry *entries; uint32_t entry_count;
                 /* [sema] entries */ } init;
        struct { const char *bytes; uint32_t count; } embed;
    } u;
    u128 value;               /* [sema] when is_const, and the value of EXPR_INT/EXPR_CHAR */
};
enum { ALIGNOF_GNU = 1, INT_BOOL = 1 }; /* Expr.op: __alignof__ (not _Alignof); true and false */
enum {
    EXPR_FLAG_ARROW = 1, EXPR_FLAG_COMPOUND = 2, EXPR_FLAG_PAREN = 4, EXPR_FLAG_EXTENSION = 8,
    EXPR_FLAG_IMPLICIT = 16, /* inserted by sema */
    EXPR_FLAG_BIT_FIELD = 32, /* [sema] lvalue designates a bit-field */
    EXPR_FLAG_ADDR_CONST = 64 /* [sema] an address constant (static initialisers) */
};

/* ---- statements -------------------------------------------------------------------------- */
typedef enum StmtKind {
#define STMT(e, dump) STMT_##e,
#include "syntax/ast.def"
#undef STMT
    STMT_KIND_COUNT
} StmtKind;

typedef struct AsmOperand { Name symbolic; Expr *constraint; Expr *value; Loc loc; } AsmOperand;
typedef struct AsmStmt {
    Expr *text;
    AsmOperand *outputs, *inputs; uint32_t output_count, input_count;
    Expr **clobbers; uint32_t clobber_count;
    Name *labels; uint32_t label_count;
    bool is_volatile, is_goto, is_inline, is_basic;
} AsmStmt;

struct Stmt {
    Stmt *next;               /* in its compound */
    uint8_t kind;             /* StmtKind */
    bool unsafe;              /* COMPOUND: __unsafe { } */
    Loc begin, end;           /* end of a compound: its closing brace */
    Attr *attrs;
    union {
        Stmt *body;           /* COMPOUND: first statement; DEFAULT: the statement, may be NULL */
        Expr *expr;           /* EXPR, RETURN (may be NULL), GOTO_COMPUTED */
        Decl *decl;           /* DECL: one declaration (list through Decl.next is not used);
                                 a nested function is a DECL_FUNCTION */
        struct { Expr *cond; Stmt *then, *other; } if_;
        struct { Expr *cond; Stmt *body; } loop;  /* WHILE, DO, SWITCH */
        struct { Stmt *init; /* EXPR or DECL or NULL */ Expr *cond, *step; Stmt *body; } for_;
        struct { Expr *lo, *hi; Stmt *body; } case_; /* hi NULL unless lo ... hi */
        struct { Name name; Loc loc; Stmt *body; } label; /* LABEL, GOTO (name, loc) */
        AsmStmt *asm_;
    } u;
};

typedef struct Ast {
    Decl *first;              /* external declarations, linked */
    uint32_t decl_count;
} Ast;

/* Parses a unit. The tree is in `tree`, but what outlives it is in the map's arena: attributes with
 * their tokens and arguments, asm statements, initialisers of variables at file scope. Errors go to
 * `diag`; after one the parser goes on with the next declaration or statement. False when there was
 * an error; the tree is usable all the same. */
bool parse_unit(Arena *tree, Names *names, DiagSink *diag, const SourceMap *map,
                const Dialect *dialect, const PpResult *pp, Ast *out);

/* The header that a well-known name of the library comes from, for messages; or NULL. */
const char *syntax_header_of(Name name);
/* Name of an expression or statement kind as dumps print it. */
const char *expr_kind_name(ExprKind k);
const char *stmt_kind_name(StmtKind k);
void ast_print(const Ast *ast, const SourceMap *map, Text *out); /* corten dump ast */

#endif
