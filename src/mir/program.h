/* mir/program.h - all units of one run, lowered: what the engine and the checks work on.
 *
 * What comes in: units that session/ has preprocessed, parsed, completed and lowered. What goes
 * out: functions by unit, and functions with external linkage by name across units.
 * The one idea: several sources on one command line, or in one compile database, are one
 * program, and so are the models, which are prototypes only.
 *
 *     a.c: int helper(int);  int main(void) { return helper(1); }
 *     b.c: int helper(int x) { return x; }
 *     program_function(p, helper) is the MIR from b.c */
#ifndef CORTEN_MIR_PROGRAM_H
#define CORTEN_MIR_PROGRAM_H

#include "base/os.h"
#include "mir/mir.h"

typedef struct ProgramUnit {
    const char *path;            /* of the main file, as shown to the user */
    Unit *unit;                  /* NULL: the file could not be read, or a fault of ours */
    /* the translation unit's: types, symbols, and the rest unless lean */
    Arena *arena;
    Arena *mir;                  /* of the functions below; NULL: `arena` */
    MirFunction **functions;     /* by Function.index; NULL: broken, unreached, a fault of ours */
    uint32_t function_count;     /* as unit->functions.len */
    uint32_t not_lowered;        /* how many of them are NULL; the unreached don't count */
    uint32_t unreached;          /* functions of headers that nothing here can call */
    uint32_t index;              /* in Program.units; of the models: UINT32_MAX */
    bool accepted;               /* no error of the user's in it, and none of ours */
    SourceFile *main_file;       /* NULL when it could not be read */
} ProgramUnit;

typedef struct ProgramFunction {
    ProgramUnit *unit;
    MirFunction *mir;
    struct ProgramFunction *next; /* defined again in a later unit (weak, or another program) */
} ProgramFunction;

typedef struct Program {
    Arena *arena;                /* the session's */
    Names *names;
    FileStore *files;
    DiagSink *diag;
    ProgramUnit *units;          /* in the order of the command line or the database */
    uint32_t unit_count;
    ProgramUnit *models;         /* prototypes of libraries, parsed as units of their own */
    uint32_t model_count;
    ProgramUnit *contracts;      /* --contracts: prototypes with what was inferred of them */
    uint32_t contract_count;
    Map functions;               /* Name (MAP_KEY_PTR) -> ProgramFunction *: external linkage */
    VEC(const MirFunction *) cut_short; /* by the checks: not analysed to the end */
    const MirFunction *slowest;  /* by the checks: whose analysis took longest; NULL: none */
    uint64_t slowest_ns;
    unsigned jobs;               /* threads to use, at least 1 */
    bool safe;                   /* --safe: every file is at level safe */
    uint32_t budget;             /* --budget: steps per function; 0: as many as usual */
    bool threaded;               /* --threaded: other threads may run any of it */
} Program;

/* Moves what checks need of a unit into an arena of its own: its functions, one by one as they are
 * lowered, and the types, symbols and positions in them. `scratch` is for the work. In the end
 * nothing of `u` refers to the unit's old arenas any more. */
typedef struct UnitMove UnitMove;
UnitMove *unit_move_begin(Arena *scratch, const ProgramUnit *u);
void unit_move_function(UnitMove *v, Function *source, const MirFunction *f);
void unit_move_end(UnitMove *v, ProgramUnit *u);
/* Fills `functions`: the first definition in unit order comes first. */
void program_link(Program *p);
/* The definition of a function with external linkage, NULL when no unit has one. */
ProgramFunction *program_function(const Program *p, Name name);

#endif
