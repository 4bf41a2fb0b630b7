/* fuzz/fuzz_check.c - any bytes as C files, the whole way to findings in one process.
 *
 * What must hold: no crash and no hang; no fault of ours (BUG) in any stage, so MIR verifies; MIR
 * prints, reads back and prints as itself; two checks of one text tell the same; every format
 * and every dump can be written. What is told is thrown away; with FUZZ_SHOW in the environment it
 * is shown.
 *
 * The byte 1 ends fuzz.c and begins other.c, which is a second unit, and a file to #include. An odd
 * length is read as C23. Format, level, lean or not are chosen by the first bytes: choose().
 *
 * Models are read once and shared by many runs; everything else is made anew. An #include <...>
 * gives fuzz/std.h. CORTEN_HOME names the folder that holds models/ and fuzz/ (fuzz/run sets it).
 * Seeds: fuzz/seeds/check, and the programs of tests/. */
#include "checks/checks.h"
#include "session/session.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { RUNS_PER_SESSION = 400, INPUT_MAX = 1 << 15 };

typedef struct Checker {
    SessionOptions options;
    Session *session; /* NULL: to be made */
    Program models;   /* of an empty unit: only its models are used */
    uint32_t runs;
    CommandList empty;
    Dialect dialect;
    Target target;
} Checker;

/* How one input is checked; see choose(). */
typedef struct Way {
    DiagFormat format;
    unsigned columns;
    bool color, safe, threaded, c23;
    bool two;    /* other.c is a unit as well */
    bool verify; /* against the //~ expectations in it */
    bool dump;   /* everything is kept, and every dump printed; otherwise lean, as `check` does */
    bool twice;
} Way;

static const char *const std_names[] = {
    "stdio.h",   "stdlib.h", "string.h",   "unistd.h",     "fcntl.h",   "dirent.h", "stddef.h",
    "ctype.h",   "time.h",   "sys/stat.h", "stdint.h",     "strings.h", "netdb.h",  "sys/types.h",
    "pthread.h", "alloca.h", "ifaddrs.h",  "sys/socket.h", "stdbool.h", "stdarg.h", "sys/mman.h",
    "signal.h",  "setjmp.h", "poll.h",     "errno.h",      "assert.h",  "limits.h", "locale.h"};

static Command *command_new(Checker *k, const char *path)
{
    static const char *const dirs[] = {"std", NULL};
    Arena *a = k->session->arena;
    Command *c = ARENA_NEW(a, Command);
    PpOptions *o = ARENA_NEW(a, PpOptions);
    Dialect *d = arena_copy(a, &k->dialect, sizeof *d);
    *o = (PpOptions){.dialect = d,
                     .predefined = probe_builtin_macros,
                     .system_dirs = dirs,
                     .system_count = 1,
                     .token_budget = 1 << 18};
    if (k->session->include_dir) {
        o->after_dirs = arena_copy(a, &k->session->include_dir, sizeof(char *));
        o->after_count = 1;
    }
    c->directory = k->session->cwd;
    c->file = c->path = path;
    c->dialect = d;
    c->target = &k->target;
    c->pp = o;
    return c;
}

static NORETURN void fail(const char *what, const char *text)
{
    fprintf(stderr, "fuzz_check: %s\n%s\n", what, text);
    abort();
}

static void checker_open(Checker *k)
{
    const char *missing, *why = "";
    k->options = (SessionOptions){.jobs = 1, .quiet = true};
    k->session = session_new(&k->options);
    k->dialect = (Dialect){.std = STD_C17, .gnu = true, .dollar_in_names = true};
    const char *home = session_home(k->session->arena, "fuzz", "std.h");
    const char *path = home ? arena_printf(k->session->arena, "%s/std.h", home) : "fuzz/std.h";
    SourceFile *std = file_store_open(k->session->files, path, &why);
    if (!std || !k->session->models_dir ||
        !target_from_macros(&k->target, probe_builtin_macros, &missing)) {
        fprintf(stderr, "fuzz_check: %s: %s; set CORTEN_HOME to the project's folder\n", path, why);
        exit(2);
    }
    for (size_t i = 0; i < COUNT_OF(std_names); i++)
        file_store_overlay(k->session->files,
                           arena_printf(k->session->arena, "std/%s", std_names[i]), std->data,
                           std->len);
    file_store_overlay(k->session->files, "empty.c", "", 0);
    k->empty = (CommandList){0};
    VEC_PUSH(k->session->arena, &k->empty, command_new(k, "empty.c"));
    session_build(k->session, &k->empty, &k->models);
    if (diag_exit_code(k->session->diag) != 0) {
        Text what;
        text_init(&what, k->session->arena);
        diag_render(k->session->diag, &(DiagOptions){.format = FORMAT_GCC}, &what);
        fail("the models can't be read:", what.data);
    }
    k->runs = 0;
}

static void checker_close(Checker *k)
{
    session_end(k->session, &k->models);
    k->session = NULL;
}

static void check_round_trip(Checker *k, Arena *a, const ProgramUnit *u)
{
    for (uint32_t i = 0; i < u->function_count; i++) {
        if (!u->functions[i])
            continue;
        Text first, second;
        const char *error = "";
        text_init(&first, a);
        text_init(&second, a);
        mir_print(u->functions[i], &first);
        MirFunction *read =
            mir_read(a, k->session->names, &k->target, first.data, first.len, &error);
        if (!read)
            fail(error, first.data);
        mir_print(read, &second);
        if (first.len != second.len || memcmp(first.data, second.data, first.len) != 0) {
            fprintf(stderr, "%s\n", first.data);
            fail("MIR reads back as something else:", second.data);
        }
    }
}

/* What `corten dump` shows of later stages than the parser. */
static void dump(Checker *k, Arena *a, Program *p)
{
    Text out;
    text_init(&out, a);
    for (uint32_t i = 0; i < p->unit_count; i++)
        if (p->units[i].unit) {
            sema_print_types(p->units[i].unit, &out);
            check_round_trip(k, a, &p->units[i]);
        }
    checks_dump(p, true, NULL, &out);
    checks_dump(p, false, NULL, &out);
}

/* Lowers and checks fuzz.c and other.c; what it has to say goes to `out`. */
static void run(Checker *k, Arena *a, const Way *way, Text *out)
{
    static const char *const paths[] = {"fuzz.c", "other.c"};
    Session *s = k->session;
    DiagSink *kept = s->diag;
    ProgramUnit units[COUNT_OF(paths)] = {0};
    s->diag = diag_sink_new(a);
    k->dialect.std = way->c23 ? STD_C23 : STD_C17;
    Program p = k->models;
    p.arena = a;
    p.diag = s->diag;
    p.safe = way->safe;
    p.threaded = way->threaded;
    p.units = units;
    p.unit_count = way->two ? 2 : 1;
    for (uint32_t i = 0; i < p.unit_count; i++) {
        units[i].index = i;
        if (way->dump)
            unit_run(s, command_new(k, paths[i]), STAGE_MIR, &units[i]);
        else
            unit_run_lean(s, command_new(k, paths[i]), STAGE_MIR, &s->scratch[0], &units[i]);
    }
    program_link(&p);
    checks_run_program(&p);
    DiagOptions how = {
        .format = way->format, .color = way->color, .columns = way->columns, .tool_version = "0"};
    diag_render(s->diag, &how, out);
    if (diag_exit_code(s->diag) == 3) {
        Text brief;
        text_init(&brief, a);
        diag_render(s->diag, &(DiagOptions){.format = FORMAT_GCC}, &brief);
        fail("a fault of ours:", brief.data);
    }
    if (way->dump)
        dump(k, a, &p);
    if (way->verify)
        diag_verify(s->diag, s->files, paths, p.unit_count, NULL, out);
    if (getenv("FUZZ_SHOW"))
        fputs(out->data, stderr);
    diag_sink_destroy(s->diag);
    s->diag = kept;
    for (uint32_t i = 0; i < p.unit_count; i++)
        unit_destroy(&units[i]);
}

/* By the first bytes, so that most changes of an input keep its way, and what they reach is new to
 * that way. */
static Way choose(const uint8_t *data, size_t size)
{
    static const unsigned columns[] = {0, 30, 100, 60000};
    uint64_t h = hash_bytes(data, size < 16 ? size : 16, 0);
    return (Way){.format = (DiagFormat)(h & 3),
                 .color = h & 4,
                 .columns = columns[h >> 3 & 3],
                 .safe = h & 32,
                 .threaded = h & 64,
                 .verify = (h >> 7 & 7) == 0,
                 .dump = (h >> 10 & 3) == 0,
                 .twice = (h >> 12 & 3) == 0,
                 .c23 = size & 1};
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Checker k;
    if (size > INPUT_MAX)
        return 0;
    if (k.session && k.runs >= RUNS_PER_SESSION)
        checker_close(&k);
    if (!k.session)
        checker_open(&k);
    k.runs++;
    Arena *a = arena_new();
    Text first, second;
    text_init(&first, a);
    text_init(&second, a);
    Way way = choose(data, size);
    const char *text = (const char *)data, *stop = size ? memchr(text, 1, size) : NULL;
    size_t len = stop ? (size_t)(stop - text) : size;
    way.two = stop != NULL;
    file_store_overlay(k.session->files, "fuzz.c", text, len);
    file_store_overlay(k.session->files, "other.c", stop ? stop + 1 : "",
                       stop ? size - len - 1 : 0);
    run(&k, a, &way, &first);
    if (way.twice) {
        run(&k, a, &way, &second);
        if (strcmp(first.data, second.data) != 0) {
            fprintf(stderr, "%s\n", first.data);
            fail("the second run differs:", second.data);
        }
    }
    arena_destroy(a);
    return 0;
}
