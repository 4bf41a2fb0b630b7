/* cli/dispatch.c - which command it is, help, version, and what all commands share. */
#include <stdio.h>

#include "cli/cli.h"

void cli_error(const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    fputs("corten: error: ", stderr);
    vfprintf(stderr, fmt, ap);
    fputc('\n', stderr);
    va_end(ap);
}

bool cli_write(const char *data, size_t len)
{
    const char *why;
    if (len == 0 || os_write(1, data, len, &why))
        return true;
    cli_error("cannot write to standard output: %s", why);
    return false;
}

bool cli_color(const Options *o)
{
    const char *no = os_env("NO_COLOR"), *term = os_env("TERM");
    switch (o->color) {
    case COLOR_ALWAYS: return true;
    case COLOR_NEVER: return false;
    case COLOR_AUTO: break;
    }
    return !(no && *no) && os_is_tty(1) && !(term && strcmp(term, "dumb") == 0);
}

static bool commands_of_files(Session *s, const Options *o, CommandList *out)
{
    TextList argv = {0};
    VEC_PUSH(s->arena, &argv, "cc");
    for (uint32_t i = 0; i < o->compiler_flags.len; i++)
        VEC_PUSH(s->arena, &argv, o->compiler_flags.data[i]);
    Command *all = command_parse(s, s->cwd, &argv);
    bool ok = true;
    for (uint32_t i = 0; i < o->words.len; i++) {
        const char *file = o->words.data[i];
        if (os_is_dir(file)) {
            diag_trouble(s->diag, false,
                         "`%s` is a folder; use -p to check its compile_commands.json", file);
            ok = false;
            continue;
        }
        VEC_PUSH(s->arena, &all->inputs, file);
    }
    command_per_input(s, all, out);
    return ok;
}

/* -p with files: those entries of the database that name one of the files. */
static bool filter_files(Session *s, const Options *o, CommandList *list)
{
    bool ok = true;
    VEC(Command *) kept = {0};
    for (uint32_t i = 0; i < o->words.len; i++) {
        const char *path = os_realpath(s->arena, o->words.data[i]);
        bool found = false;
        for (uint32_t k = 0; k < list->len && !found; k++) {
            const char *other = os_realpath(s->arena, list->data[k]->path);
            found = path && other && strcmp(path, other) == 0;
            if (found)
                VEC_PUSH(s->arena, &kept, list->data[k]);
        }
        if (!found)
            diag_trouble(s->diag, false, "`%s` is not in the compile database", o->words.data[i]);
        ok &= found;
    }
    list->data = kept.data;
    list->len = kept.len;
    list->cap = kept.cap;
    return ok;
}

bool cli_commands(Session *s, const Options *o, CommandList *out)
{
    if (o->has_command) {
        if (o->command.len == 0) {
            diag_trouble(s->diag, false, "there is no compiler command after `--`");
            return false;
        }
        Command *c = command_parse(s, s->cwd, &o->command);
        c->source = "command line";
        command_per_input(s, c, out);
        if (out->len == 0)
            diag_trouble(s->diag, false, "the command after `--` names no C file");
        return out->len != 0;
    }
    if (o->project) {
        bool ok = compdb_load(s, o->project, out);
        return o->words.len ? filter_files(s, o, out) && ok : ok;
    }
    if (o->words.len)
        return commands_of_files(s, o, out);
    if (compdb_find(s->arena, "."))
        return compdb_load(s, ".", out);
    diag_trouble(s->diag, false,
                 "nothing to check: name C files, or -p DIR with a compile_commands.json, "
                 "or -- and a compiler command; see `corten --help`");
    return false;
}

/* What options.def knows a command by. */
static char letter_of(const char *command)
{
    return strcmp(command, "annotate") == 0 ? 'w' : command[0];
}

static int help(Arena *a, const char *command)
{
    Text t;
    text_init(&t, a);
    if (!command || strcmp(command, "help") == 0) {
        text_add(
            &t,
            "corten " CORTEN_VERSION " - Rust's compile-time rules for ordinary C\n\n"
            "  corten check [OPTIONS] FILE...            check files as one program\n"
            "  corten check [OPTIONS] -p DIR             check a project's compile database\n"
            "  corten check [OPTIONS] -- COMPILER ARGS   check what a compiler command names\n"
            "  corten audit [OPTIONS] ...                how much of the same is safe, and what "
            "is\n"
            "                                            taken on trust\n"
            "  corten annotate [OPTIONS] ...             what was inferred, as annotations in its\n"
            "                                            headers: a diff, or with --write in "
            "place\n"
            "  corten explain RULE                       what a rule means, and how to fix it\n"
            "  corten dump STAGE [OPTIONS] FILE          look at a stage: tokens, pp, ast, types,\n"
            "                                            mir, contracts, cases or states\n"
            "  corten dump run [OPTIONS] FILE... [-- ARGS]   interpret a program; stops with 99\n"
            "                                            at its first memory error\n"
            "  corten --version, corten --help\n\n"
            "Exit codes: 0 no findings, 1 findings, 2 could not do the job, 3 a fault in "
            "Corten.\n\n"
            "Options of check (-I, -D, -std= and other flags of the compiler may stand beside "
            "files):\n");
        options_help('c', &t);
    } else {
        text_addf(&t, "corten %s\n\n", command);
        options_help(letter_of(command), &t);
    }
    return cli_write(t.data, t.len) ? EXIT_CLEAN : EXIT_TROUBLE;
}

static int run(Arena *a, const char *command, int argc, char **argv)
{
    static const char *const names[] = {"check", "audit", "annotate", "dump", "explain"};
    static int (*const fns[])(Arena *, const Options *) = {cli_check, cli_audit, cli_annotate,
                                                           cli_dump, cli_explain};
    static const char version[] = "corten " CORTEN_VERSION "\n";
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (strcmp(command, names[i]) != 0)
            continue;
        Options o;
        if (!options_parse(a, letter_of(command), argc, argv, &o))
            return EXIT_TROUBLE;
        if (o.help)
            return help(a, command);
        if (o.version)
            return cli_write(version, sizeof version - 1) ? EXIT_CLEAN : EXIT_TROUBLE;
        return fns[i](a, &o);
    }
    if (strcmp(command, "--help") == 0 || strcmp(command, "-h") == 0 ||
        strcmp(command, "help") == 0)
        return help(a, NULL);
    if (strcmp(command, "--version") == 0 || strcmp(command, "-V") == 0)
        return cli_write(version, sizeof version - 1) ? EXIT_CLEAN : EXIT_TROUBLE;
    cli_error("`%s` is no command; the commands are check, audit, annotate, explain and dump (see "
              "`corten --help`)",
              command);
    return EXIT_TROUBLE;
}

int cli_main(int argc, char **argv)
{
    os_ignore_broken_pipes();
    os_large_stack();
    Arena *a = arena_new();
    int code;
    if (argc < 2) {
        cli_error("a command is missing; try `corten check FILE` or `corten --help`");
        code = EXIT_TROUBLE;
    } else {
        code = run(a, argv[1], argc - 2, argv + 2);
    }
    arena_destroy(a);
    return code;
}
