/* cli/run.c - `corten dump run FILE... [-- ARGS]`: the interpreter of MIR, from the command line.
 *
 * What comes in: C files that are one program, and what it is given as arguments; its standard
 * input is ours. What goes out: its output, and its exit code, or RUN_EXIT_FAULTED after telling
 * of its first memory error. Words after `--` are the program's, not a compiler's. */
#include <stdio.h>

#include "cli/cli.h"
#include "interp/interp.h"

static bool write_out(void *ctx, int fd, const char *data, size_t len)
{
    const char *why;
    (void)ctx;
    return os_write(fd == 1 ? 1 : 2, data, len, &why);
}

static bool wraps(const Options *o)
{
    bool wrap = false;
    for (uint32_t i = 0; i < o->compiler_flags.len; i++) {
        const char *f = o->compiler_flags.data[i];
        if (!strcmp(f, "-fwrapv") || !strcmp(f, "-fno-strict-overflow"))
            wrap = true;
        else if (!strcmp(f, "-fno-wrapv"))
            wrap = false;
    }
    return wrap;
}

/* False: a unit was not accepted; that is in the session's findings. */
static bool load(Session *s, const CommandList *list, Program *p)
{
    bool ok = true;
    p->arena = s->arena;
    p->names = s->names;
    p->files = s->files;
    p->diag = s->diag;
    p->jobs = 1;
    p->unit_count = list->len;
    p->units = ARENA_ARRAY(s->arena, ProgramUnit, list->len);
    for (uint32_t i = 0; i < list->len; i++) {
        ProgramUnit *u = &p->units[i];
        u->index = i;
        unit_run(s, list->data[i], STAGE_MIR, u);
        ok &= u->unit && u->accepted && !u->not_lowered;
    }
    return ok;
}

static int told(RunResult result)
{
    if (result.text)
        fputs(result.text, stderr);
    switch (result.end) {
    case RUN_EXITED: return result.code;
    case RUN_ABORTED: return RUN_EXIT_ABORTED;
    case RUN_FAULTED: return RUN_EXIT_FAULTED;
    case RUN_STOPPED: break;
    }
    return RUN_EXIT_STOPPED;
}

static int run(const Options *o, Program *p)
{
    ArenaTrap trap;
    Arena *a = arena_new();
    int code = EXIT_INTERNAL;
    RunOptions options = {
        .args = o->command.data,
        .arg_count = o->command.len,
        .limit = o->limit,
        .fail_alloc = o->fail_alloc,
        .fail_rest = o->fail_rest,
        .wrap = wraps(o),
        .leaks = o->leaks,
        .trace = o->trace,
        .lines = o->lines,
        .trace_fn = o->fn,
        .write = write_out,
    };
    if (arena_try(&trap, a)) {
        code = told(interp_run(a, p, &options));
        arena_end_try(&trap);
    } else {
        arena_end_try(&trap);
        cli_error("internal error: %s", trap.message);
    }
    arena_destroy(a);
    return code;
}

int cli_run(Arena *a, const Options *o)
{
    Options files = *o;
    files.words.data++;
    files.words.len--;
    files.has_command = false;
    Session *s = session_new(&o->session);
    CommandList list = {0};
    Program p = {0};
    bool ready = cli_commands(s, &files, &list) && session_prepare(s, &list) && load(s, &list, &p);
    DiagOptions plain = {.format = FORMAT_GCC, .tool_version = CORTEN_VERSION};
    Text t;
    const char *why;
    text_init(&t, a);
    diag_render(s->diag, &plain, &t);
    (void)os_write(2, t.data ? t.data : "", t.len, &why);
    int code = diag_exit_code(s->diag);
    if (ready)
        code = run(o, &p);
    else if (code == EXIT_CLEAN)
        code = EXIT_TROUBLE;
    session_end(s, &p);
    return code;
}
