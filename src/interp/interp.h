/* interp/interp.h - runs a program, MIR instruction by MIR instruction, and sees every memory
 * error.
 *
 * What comes in: a Program whose units are lowered, with their trees (static initialisers are read
 * from them). What goes out: the program's output and exit code, or the first error it makes. The
 * one idea: an address says which object it was made from. It is the object's number in the high
 * bits and a distance from the object's start in the low ones, so that no arithmetic that stays
 * within 128 GB makes it a pointer into another object, and no object's number is used again. Each
 * byte knows which of its bits were ever written, each object whether it still lives.
 *
 *     char *p = malloc(4);     p == 7 << 38 | 1 << 37       object 7, offset 0
 *     p[4] = 0;                object 7 has 4 bytes: an error, whatever lies behind it
 *     free(p); *p;             object 7 is dead: an error, however often malloc ran since
 *
 * It is the oracle of the tests: of the front end (what a program prints), and of the engine (what
 * a state claims of a point, what a finding claims of a line).
 *
 * Deliberately not seen: arithmetic that leaves an object without an access, accesses through a
 * type that the object does not have, alignment, order of evaluation (it is MIR's), other threads.
 * Padding counts as never written. Targets with little-endian 64-bit pointers only. */
#ifndef CORTEN_INTERP_INTERP_H
#define CORTEN_INTERP_INTERP_H

#include "mir/program.h"

typedef enum RunErrorKind {
#define ERROR(e, name) RUN_##e,
#include "interp/errors.def"
#undef ERROR
    RUN_ERROR_COUNT
} RunErrorKind;
const char *run_error_name(RunErrorKind k);

typedef struct RunOptions {
    const char *const *args; /* argv[1] and so on */
    uint32_t arg_count;
    uint64_t limit;      /* instructions; 0: a thousand million */
    uint64_t fail_alloc; /* this allocation fails, counted from 1; 0: none does */
    bool fail_rest;      /* and all after it */
    bool wrap;           /* -fwrapv: signed overflow is no error */
    bool leaks;          /* memory that nothing refers to at the end is an error */
    bool trace;          /* each block that is entered, with its variables, goes to `write` */
    const char *trace_fn; /* only this function's; NULL: all */
    bool lines;           /* the lines that were executed go to `write` at the end */
    /* Takes standard output (1), standard error (2), trace and lines (3). False: nobody reads. */
    bool (*write)(void *ctx, int fd, const char *data, size_t len);
    void *ctx;
} RunOptions;

typedef enum RunEnd {
    RUN_EXITED, /* main returned, or exit was called */
    RUN_ABORTED, /* abort, a failed assertion */
    RUN_FAULTED, /* the program made an error */
    RUN_STOPPED /* it does something that the interpreter does not know, or takes too long */
} RunEnd;

typedef struct RunResult {
    RunEnd end;
    int code;          /* EXITED: 0 .. 255 */
    RunErrorKind kind; /* FAULTED */
    const char *text;  /* FAULTED, STOPPED: the message, in lines as gcc prints them */
    uint64_t steps;
} RunResult;

/* Runs main. Everything is in `arena`. */
RunResult interp_run(Arena *arena, Program *p, const RunOptions *o);

#endif
