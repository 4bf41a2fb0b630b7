/* tests/tools/mirrun.h - an interpreter of MIR: the oracle for everything in front of it.
 *
 *     mirrun -O0 -I. a.c b.c -- arguments       as if compiled and run on this machine
 *
 * Preprocessor, parser, types, layout, constants, conversions and lowering must all be right for a
 * program to print what it prints when gcc has compiled it. The program's memory is our own: an
 * address is an address, and functions that the program does not define are called in the
 * C library. x86-64 only, like the machines that run the test.
 *
 *   mirrun.c          the command line, units, globals and their initialisers, functions
 *   mirrun_exec.c     frames, places, instructions
 *   mirrun_value.c    arithmetic and conversions of values
 *   mirrun_host.c     calls out of the program, built-in functions
 */
#ifndef CORTEN_TESTS_MIRRUN_H
#define CORTEN_TESTS_MIRRUN_H

#include <setjmp.h>

#include "mir/mir.h"
#include "session/session.h"

typedef union Value {
    u128 i;                      /* integers, extended to 128 bits as their type says; pointers */
    float f;
    double d;
    long double ld;
    __float128 q;
    unsigned char bytes[64];     /* vectors, complex numbers: as in memory */
} Value;

typedef struct Run Run;
typedef struct Frame {
    struct Frame *caller;
    Run *run;
    const MirFunction *fn;
    Value *temps;                /* by local */
    char **memory;               /* by local: where it lives */
    char *varargs;               /* in the layout of the overflow area of the System V ABI */
    void **owned; uint32_t owned_count, owned_cap; /* alloca and VLAs: freed on return */
    uint32_t block, inst;
    bool is_back;                /* longjmp: the value of the setjmp at `inst` */
    int back_value;
    jmp_buf resume;
} Frame;

typedef struct SetJump { void *env; Frame *frame; uint32_t block, inst; } SetJump;

struct Run {
    Arena *arena;
    Session *session;
    Map objects;                 /* Symbol * -> address of a variable */
    Map by_name;                 /* Name -> address, of what has external linkage */
    Map functions;               /* Symbol * -> MirFunction * */
    Map code;                    /* address -> MirFunction * */
    Map strings;                 /* string literal's bytes and type -> address */
    Frame *top;
    VEC(SetJump) jumps;
    VEC(const MirFunction *) label_functions; /* those with &&labels */
    uint64_t steps, limit;
    bool trace;                  /* MIRRUN_TRACE: functions as they are entered, on stderr */
};

_Noreturn void run_die(Run *r, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* mirrun.c */
char *run_object(Run *r, Symbol *sym);                     /* address of a global */
char *run_function_address(Run *r, Symbol *sym);
char *run_string(Run *r, const char *bytes, uint32_t count, uint8_t elem_size, const Type *t);
static inline bool is_aggregate(const Type *t)
{
    return t->kind == TYPE_STRUCT || t->kind == TYPE_UNION || t->kind == TYPE_ARRAY;
}
/* mirrun_exec.c: args are addresses of the values; result: where it goes, or NULL. */
void run_call(Run *r, const MirFunction *fn, char **args, const Type **types, uint32_t count,
              char *result);
/* mirrun_value.c */
Value run_read(const Type *t, const char *at);
void run_write(const Type *t, char *at, Value v);
Value run_read_bits(const Field *f, const char *record);
void run_write_bits(const Field *f, char *record, Value v);
Value run_binary(Run *r, BinaryOp op, const Type *t, const Type *result, Value x, Value y,
                   const Type *shift);
Value run_unary(Run *r, UnaryOp op, const Type *t, const Type *result, Value x);
Value run_convert(Run *r, const Type *from, const Type *to, Value x);
bool run_truth(const Type *t, Value v);
/* mirrun_host.c */
void host_call(Run *r, char *fn, char **args, const Type **types, uint32_t count,
               const Type *result_type, char *result);
void host_builtin(Frame *f, const Inst *in, char **args, const Type **types, char *result);
/* Functions that call back or leave: qsort, bsearch, longjmp, atexit. False: an ordinary one. */
bool host_special(Frame *f, const char *name, char **args, const Type **types, uint32_t count,
                  char *result);
char *host_varargs(Run *r, char **args, const Type **types, uint32_t count);
Value host_va_arg(char *list, const Type *t, char *into);

#endif
