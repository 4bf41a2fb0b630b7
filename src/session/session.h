/* session/session.h - from command lines to a Program: one file, or a whole project.
 *
 * What comes in: files, a compiler's command line, or a compile_commands.json. What goes out: a
 * Program (mir/program.h) whose units went through every stage, and findings in `diag`.
 *
 *     Session *s = session_new(&options);
 *     CommandList list = {0};
 *     if (compdb_load(s, "build", &list) && session_prepare(s, &list))
 *         session_build(s, &list, &program);
 *     session_check(s, &program);
 *     session_destroy(s);
 *
 * The one idea: what the compiler would see is asked from the compiler (probe.c) and read from
 * its command line (command.c) before any unit starts; after that the units are independent of
 * each other and run on as many threads as there are cores. */
#ifndef CORTEN_SESSION_SESSION_H
#define CORTEN_SESSION_SESSION_H

#include "diag/audit.h"
#include "mir/program.h"

typedef VEC(const char *) TextList;

typedef struct SessionOptions {
    unsigned jobs;               /* 0: as many as there are cores */
    const char *compiler;        /* asked instead of the command's own; NULL: its own */
    const char *models_dir;      /* --models; NULL: the project's own */
    TextList model_files;        /* --model */
    TextList contract_files;     /* --contracts */
    TextList include, exclude;   /* globs over the paths of main files; empty: all, none */
    uint32_t budget; /* steps per function; 0: as many as usual */
    bool safe, threaded;
    bool no_checks;              /* parse and lower only, and drop each unit when it is done */
    bool lean;                   /* units keep what checks need, not their trees and tokens;
                                  * functions of headers that nobody mentions are not lowered */
    bool quiet;                  /* no progress line */
    bool audit;                  /* gather what session_audit reports */
} SessionOptions;

typedef struct SessionStats {
    uint32_t units;              /* main files looked at */
    uint32_t accepted;           /* without an error */
    uint32_t functions, not_lowered, unreached;
    uint64_t insts;              /* MIR instructions */
    uint64_t bytes;              /* of all files read */
    uint64_t front_ns, check_ns; /* wall-clock time */
    uint64_t pp_ns, parse_ns, sema_ns, mir_ns; /* summed over threads */
} SessionStats;

/* What one distinct compiler with its flags answered. */
typedef struct Probe {
    const char *key;             /* compiler and flags, for the session's own table */
    const char *predefined;      /* text of #define lines */
    const char *const *system_dirs;
    uint32_t system_count;
    Dialect dialect;             /* what the macros tell */
    Target target;
    bool ok;
} Probe;

/* One compiler command line, understood. Paths are as written, relative to `directory`. */
typedef struct Command {
    const char *directory;       /* absolute */
    const char *compiler;        /* as written */
    const char *source;          /* for messages: "compile_commands.json: entry 3" or NULL */
    const char *file;            /* the main file; NULL until one is chosen from `inputs` */
    const char *path;            /* of the main file, as shown and opened */
    TextList inputs;             /* C sources on the command line */
    TextList probe_args;         /* flags that can change what the compiler predefines */
    TextList quote, angle, system, after, embed; /* -iquote -I -isystem -idirafter --embed-dir */
    VEC(CmdMacro) macros;        /* -D -U -include -imacros in order */
    TextList unknown;            /* flags that were not understood */
    const char *sysroot;
    bool nostdinc, ms_extensions, plan9_extensions, short_enums, no_short_enums, trigraphs;
    bool ms_bit_fields;
    bool not_c;                  /* -x c++ and the like */
    /* Filled by session_prepare: */
    const Probe *probe;
    Dialect *dialect;
    Target *target;
    PpOptions *pp;
} Command;
typedef VEC(Command *) CommandList;

/* Memory that units use one after the other on one thread: pages once touched stay. */
typedef struct UnitScratch {
    Arena *tokens, *tree, *unit, *mir, *function; /* made on first need */
} UnitScratch;

typedef struct Session {
    Arena *arena;
    Names *names;
    FileStore *files;
    DiagSink *diag;
    const SessionOptions *options;
    const char *cwd;
    const char *include_dir;     /* holds corten.h; NULL when not found */
    const char *models_dir;      /* NULL when not found */
    VEC(Probe *) probes;
    Map dirs;                    /* hash of a path -> DirId *: what stat said of it */
    bool compiler_missing_said;
    SessionStats stats;
    Lock *lock;                  /* of stats while threads run */
    UnitScratch *scratch;        /* one for each job */
    unsigned jobs;
    struct Audit *audit;         /* NULL: nobody asked for one */
} Session;

Session *session_new(const SessionOptions *o);
void session_destroy(Session *s);
/* The first that holds the file `holds` of $CORTEN_HOME/NAME, and NAME or share/corten/NAME beside
 * the folder of the running program. NULL when none does. */
const char *session_home(Arena *a, const char *name, const char *holds);

/* ---- command lines ------------------------------------------------------------------------- */
/* Splits as a POSIX shell would; false (with *why) on an unfinished quote. */
bool words_split(Arena *a, const char *text, TextList *out, const char **why);
/* Replaces @file by the words in that file, also nested. */
void words_expand_responses(Arena *a, const char *directory, const TextList *in, TextList *out);
/* Understands argv (argv[0] is the compiler). */
Command *command_parse(Session *s, const char *directory, const TextList *argv);
/* Reads DIR/compile_commands.json or DIR/build/compile_commands.json, or the file itself. False
 * after saying what is wrong with it. */
bool compdb_load(Session *s, const char *dir, CommandList *out);
/* The database file that compdb_load would read, or NULL. */
const char *compdb_find(Arena *a, const char *dir);
/* One entry for each main file on the command. */
void command_per_input(Session *s, const Command *c, CommandList *out);

/* ---- probing, and the options of a unit ---------------------------------------------------- */
/* Asks c's compiler, or remembers, or reads the cache. NULL after saying why not. */
const Probe *probe_compiler(Session *s, const Command *c);
extern const char probe_builtin_macros[]; /* x86-64 Linux, gcc 12 */
/* Fills the last part of every command. False when none is left; bad ones are removed. */
bool session_prepare(Session *s, CommandList *list);

/* ---- units --------------------------------------------------------------------------------- */
typedef enum UnitStage { STAGE_PP, STAGE_PARSE, STAGE_SEMA, STAGE_MIR } UnitStage;
/* Runs a unit up to `stage`. out is zeroed by the caller but for its index. Everything is kept. */
void unit_run(Session *s, const Command *c, UnitStage stage, ProgramUnit *out);
/* The same, but everything is in `scratch` and gone afterwards. After STAGE_MIR out has the lowered
 * functions and what they refer to, with no_checks nothing; after earlier stages all but the
 * tree. */
void unit_run_lean(Session *s, const Command *c, UnitStage stage, UnitScratch *scratch,
                   ProgramUnit *out);
void unit_destroy(ProgramUnit *u);
void unit_scratch_end(Session *s); /* of all jobs; it can be used again */
/* All units, in parallel, then the models; program_link. */
void session_build(Session *s, const CommandList *list, Program *out);
/* Decides and tells: fills diag. */
void session_check(Session *s, Program *p);

typedef struct UnknownCallee {
    const char *name;
    uint32_t calls; /* in the program's text */
} UnknownCallee;
/* Functions called that have no body, no model and no annotation: most called first. */
const UnknownCallee *session_unknown(Arena *a, const Program *p, uint32_t *count);

/* ---- what `corten audit` reports: audit.c --------------------------------------------------- */
typedef struct Audit Audit;
Audit *audit_new(Arena *session);
void audit_end(Audit *a);
void audit_add_unit(Session *s, const Unit *u); /* after sema; thread-safe */
/* Of a checked program; what it returns lives as long as the session. */
void session_audit(Session *s, const Program *p, AuditReport *out);

/* Ends all units, then the session. */
void session_end(Session *s, Program *p);

/* ---- paths and globs ----------------------------------------------------------------------- */
/* `path` seen from `directory`, as we open and show it: relative when it lies below our cwd. */
const char *path_join(Arena *a, const char *cwd, const char *directory, const char *path);
const char *path_dir(Arena *a, const char *path);
const char *path_base(const char *path);
/* `*` stops at `/`, `**` does not, `?` is one character. A pattern without `/` is tried on the last
 * part of the path and on each folder's name; another one on every tail of the path. */
bool path_matches(const char *pattern, const char *path);

/* ---- progress ------------------------------------------------------------------------------ */
typedef struct Progress Progress;
Progress *progress_new(Arena *a, uint32_t total, bool enabled);
void progress_step(Progress *p, const char *path); /* one more is done; thread-safe */
void progress_end(Progress *p);                    /* wipes the line */

#endif
