/* interp/interp_internal.h - what the files of this folder share.
 *
 *   interp.c          a run from begin to end; units, globals and their initialisers; functions
 *   error.c           how a run ends early, and how that is told
 *   memory.c          objects, addresses, checked access
 *   exec.c            frames, places, instructions
 *   value.c           arithmetic and conversions
 *   builtin.c         __builtin_, __atomic_ and __sync_ functions
 *   libc.def          the C library's functions that are known:
 *   libc.c            memory, processes, numbers, sorting;  libc_text.c  strings, characters;
 *   libc_io.c         input and output */
#ifndef CORTEN_INTERP_INTERNAL_H
#define CORTEN_INTERP_INTERNAL_H

#include "interp/interp.h"

typedef union Scalar {
    u128 i; /* integers, extended to 128 bits as their type says; pointers: the address */
    float f;
    double d;
    long double ld;
    __float128 q;
    unsigned char bytes[64]; /* vectors, complex numbers: as in memory */
} Scalar;

typedef struct Run Run;
typedef struct Call Call;
typedef struct Frame Frame;
typedef struct LibFunction {
    const char *name;
    void (*call)(Call *c);
    uint32_t params; /* at least so many */
} LibFunction;

typedef enum ObjectKind {
    OBJECT_LOCAL,
    OBJECT_GLOBAL,
    OBJECT_STRING,
    OBJECT_HEAP,
    OBJECT_CODE,  /* a function: no bytes */
    OBJECT_LABELS /* a function's blocks: offset is the block */
} ObjectKind;
typedef enum ObjectLife { OBJECT_LIVES, OBJECT_FREED, OBJECT_MOVED, OBJECT_ENDED } ObjectLife;

typedef struct Stamp {
    const MirFunction *fn; /* NULL: nowhere */
    Span span;
} Stamp;
typedef struct Object {
    uint8_t kind, life; /* ObjectKind, ObjectLife */
    bool read_only;
    bool marked;          /* leaks: reachable */
    uint32_t id;          /* part of its address; 0: nobody asked for it yet */
    uint64_t size;        /* bytes */
    unsigned char *bytes; /* NULL once dead */
    unsigned char *init;  /* by byte: which of its bits were written */
    const Symbol *sym;    /* variable, function; NULL: has no name */
    Stamp made, ended;
    const MirFunction *code; /* CODE with a body, LABELS */
    const LibFunction *lib;  /* CODE of the C library */
} Object;

enum { ADDRESS_SHIFT = 38, OBJECTS_MOST = 1 << 24, NULL_END = 4096, FRAMES_MOST = 200000 };
#define ADDRESS_MIDDLE (UINT64_C(1) << (ADDRESS_SHIFT - 1))

/* Where a place or pointer leads. */
typedef struct Spot {
    Object *object;    /* NULL: the address is in no object */
    int64_t offset;    /* bytes */
    uint64_t address;  /* when object is NULL */
    const Field *bits; /* a bit-field of the record at offset; NULL */
} Spot;

struct Frame {
    Frame *caller;
    const MirFunction *fn;
    Scalar *temps;    /* by local */
    bool *undefined;  /* by local: the temp has no value */
    Object **objects; /* by local: where it lives; NULL: a temp */
    Object *varargs;  /* NULL: none */
    VEC(Object *) allocas;
    uint32_t block, inst;
    bool is_back; /* longjmp: setjmp returns again, with this: */
    int back_value;
    bool callback; /* called from the C library: its end ends interp_loop */
};

typedef struct SetJump {
    uint64_t env;
    Frame *frame;
    uint32_t block, inst;
} SetJump;

struct Run {
    Arena *arena, *scratch;
    Program *program;
    const RunOptions *options;
    RunResult result;
    jmp_buf end;
    VEC(Object *) objects; /* by id; [0] unused */
    Map symbols;           /* Symbol * -> Object * */
    Map by_name;           /* Name -> Object *: variables with external linkage */
    Map functions;         /* Symbol * -> MirFunction * */
    Map strings;           /* bytes of a literal -> Object * */
    Map labels;            /* MirFunction * -> Object * */
    Map literals;          /* Expr * -> Object *: compound literals outside functions */
    void *spare[48];       /* by power of two: blocks given back */
    Frame *top;
    uint32_t depth;
    VEC(SetJump) jumps;
    VEC(uint64_t) at_exit;
    VEC(Object *) heap;
    uint64_t steps, limit, allocations, heap_bytes, random;
    Text out; /* standard output that waits */
    const char *input;
    size_t input_len, input_at;
    bool input_read;
    Object *streams[3], *ctype[3], *errno_;
    Map passed;  /* Inst * -> 1: executed; with RunOptions.lines */
    VEC(uint32_t) lines; /* ascending */
    Scalar last; /* what a callback, or main, returned */
    bool last_defined;
    uint64_t token; /* strtok */
    Types *types;   /* of the program's first unit */
};

/* A call of the C library. */
struct Call {
    Run *r;
    const Inst *in;
    const LibFunction *lib; /* NULL: a built-in function */
    Scalar *args;
    const Type **types;
    uint32_t count;
    const Type *type; /* of the result */
    Scalar result;
};

/* error.c */
NORETURN void interp_error(Run *r, RunErrorKind k, const Object *about, const char *fmt, ...)
    PRINTF_LIKE(4, 5);
NORETURN void interp_cannot(Run *r, const char *fmt, ...) PRINTF_LIKE(2, 3);
NORETURN void interp_exit(Run *r, RunEnd end, int code);
Stamp interp_stamp(const Run *r);
/* interp.c */
/* The end of main, or exit: what atexit was given is called. */
NORETURN void interp_leave(Run *r, int code);
Object *interp_object(Run *r, const Symbol *sym);
uint64_t interp_function(Run *r, const Symbol *sym);
Object *interp_string(Run *r, const char *bytes, uint32_t count, uint8_t elem_size);
Object *interp_labels(Run *r, const MirFunction *fn);
static inline bool is_aggregate(const Type *t)
{
    return t->kind == TYPE_STRUCT || t->kind == TYPE_UNION || t->kind == TYPE_ARRAY;
}
/* memory.c */
void *interp_take(Run *r, size_t bytes);
void interp_give(Run *r, void *p, size_t bytes);
Object *object_new(Run *r, ObjectKind kind, uint64_t size);
/* Its life ends; the name and the dates stay. */
void object_end(Run *r, Object *o, ObjectLife life);
/* For what nobody has the address of: the memory of the description as well. */
void object_forget(Run *r, Object *o);
uint64_t object_address(Run *r, Object *o);
Spot spot_of(const Run *r, uint64_t address);
uint64_t spot_address(Run *r, Spot s);
/* The bytes of an access; an error when it may not be. What: "reads" or "writes". */
unsigned char *spot_bytes(Run *r, Spot s, uint64_t size, bool write);
Scalar spot_read(Run *r, Spot s, const Type *t);
/* False: the bytes are not all there; *v is what they are. */
bool spot_peek(Run *r, Spot s, const Type *t, Scalar *v);
void spot_write(Run *r, Spot s, const Type *t, Scalar v);
void spot_copy(Run *r, Spot to, Spot from, uint64_t size);
void spot_fill(Run *r, Spot to, unsigned char byte, uint64_t size);
/* Bytes from outside, all of them initialised. */
void memory_put(Run *r, uint64_t address, const void *from, uint64_t size);
/* Bytes that must be initialised. */
const unsigned char *memory_get(Run *r, uint64_t address, uint64_t size);
/* Length of a string of elements of 1 byte, at most `most`; its bytes are checked. */
uint64_t memory_strlen(Run *r, uint64_t address, uint64_t most);
const char *memory_string(Run *r, uint64_t address);
void interp_find_leaks(Run *r);
/* exec.c */
void interp_enter(Run *r, const MirFunction *fn, const Scalar *args, const Type **types,
                  uint32_t count);
/* Until the frame is on top again. */
void interp_loop(Run *r, Frame *until);
Scalar interp_callback(Run *r, uint64_t fn, const Scalar *args, const Type **types, uint32_t count);
void interp_long_jump(Run *r, uint64_t env, int value);
/* value.c */
Scalar value_get(const Type *t, const void *at);
void value_put(const Type *t, void *at, Scalar v);
Scalar value_get_bits(const Field *f, const void *record);
void value_put_bits(const Field *f, void *record, Scalar v);
void value_mark_bits(const Field *f, unsigned char *init);
bool value_has_bits(const Field *f, const unsigned char *init);
Scalar value_op(Run *r, BinaryOp op, const Type *t, const Type *result, Scalar x, Scalar y);
Scalar value_un(Run *r, UnaryOp op, const Type *t, const Type *result, Scalar x);
Scalar value_cast(Run *r, const Type *from, const Type *to, Scalar x);
bool value_truth(const Type *t, Scalar v);
/* builtin.c: false: it is the C library's. */
bool interp_builtin(Run *r, Frame *f, Call *c, Spot result);
/* libc.c */
const LibFunction *libc_find(const char *name);
Object *libc_variable(Run *r, const char *name);
uint64_t libc_allocate(Run *r, uint64_t size, bool zero);
/* libc_io.c */
void interp_flush(Run *r);
void interp_out(Run *r, int fd, const char *data, size_t len);
Object *interp_varargs(Run *r, const Scalar *args, const Type **types, const Spot *places,
                       uint32_t count);
Scalar interp_va_arg(Run *r, uint64_t list, const Type *t, Spot *place);

#define LIB(name, fn, params) void lib_##fn(Call *c);
#include "interp/libc.def"
#undef LIB

static inline uint64_t arg_word(const Call *c, uint32_t i)
{
    return i < c->count ? (uint64_t)c->args[i].i : 0;
}
static inline void give_word(Call *c, uint64_t v)
{
    c->result.i = type_is_integer(c->type) ? type_wrap(c->type, v) : v;
}
static inline void give_int(Call *c, int64_t v)
{
    c->result.i = (u128)(i128)v;
}

#endif
