/* cli/cli.h - the command line's own shapes, shared by the files of this folder.
 *
 * What comes in: argv. What goes out: an exit code: 0 no findings, 1 findings, 2 could not do the
 * job, 3 a fault in Corten itself. */
#ifndef CORTEN_CLI_CLI_H
#define CORTEN_CLI_CLI_H

#include "session/session.h"

#ifndef CORTEN_VERSION
#define CORTEN_VERSION "unknown"
#endif

enum { EXIT_CLEAN = 0, EXIT_FINDINGS = 1, EXIT_TROUBLE = 2, EXIT_INTERNAL = 3 };
/* dump run, beside what the program itself ends with */
enum { RUN_EXIT_STOPPED = 98, RUN_EXIT_FAULTED = 99, RUN_EXIT_ABORTED = 134 };

typedef enum ColorWhen { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } ColorWhen;

typedef struct Options {
    SessionOptions session;
    const char *project;     /* -p */
    DiagFormat format;
    ColorWhen color;
    const char *fn;
    bool verify, stats, all, roundtrip, help, version;
    bool json;               /* audit: --json */
    const char *html;        /* audit: --html */
    const char *fail_under;  /* audit: as given, NULL: it was not; and in hundredths */
    uint32_t fail_hundredths;
    bool trace, lines, leaks;       /* dump run */
    uint64_t fail_alloc, limit;
    bool fail_rest;
    unsigned sets;                  /* annotate: bits of AnnotateSet; 0: the usual */
    bool write;                     /* annotate: the files themselves */
    bool has_command;        /* a `--` was there */
    TextList words;          /* what is no option: files, a rule's name */
    TextList compiler_flags; /* -Iinc and the like, beside files */
    TextList command;        /* after -- */
} Options;

/* `command`: a letter of options.def. False after telling what is wrong on standard error. */
bool options_parse(Arena *a, char command, int argc, char **argv, Options *out);
void options_help(char command, Text *out);

int cli_main(int argc, char **argv);
int cli_check(Arena *a, const Options *o);
int cli_audit(Arena *a, const Options *o);
int cli_annotate(Arena *a, const Options *o);
int cli_dump(Arena *a, const Options *o);
/* corten dump run: the program's exit code, or one of RUN_EXIT_. */
int cli_run(Arena *a, const Options *o);
int cli_explain(Arena *a, const Options *o);

/* The Commands that the options name. False after adding to s->diag what is wrong. */
bool cli_commands(Session *s, const Options *o, CommandList *out);
/* Whether standard output wants colour: --color, then NO_COLOR, then whether it is a terminal. */
bool cli_color(const Options *o);
/* To standard output. False, after saying so on standard error, when nobody can read it. */
bool cli_write(const char *data, size_t len);
/* `corten: error: ...` on standard error, for what goes wrong before a session is there. */
void cli_error(const char *fmt, ...) PRINTF_LIKE(1, 2);

#endif
