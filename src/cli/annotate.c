/* cli/annotate.c - `corten annotate`: inferred contracts into headers, as a diff or on disk.
 *
 * What comes in: the same files as for a check. What goes out: a unified diff on standard output,
 * or changed files; on standard error what was done, and what could not be. Findings are not
 * shown: that is the check's. */
#include <stdio.h>

#include "annotate/annotate.h"
#include "cli/cli.h"

static void tell(const Annotated *done, bool written)
{
    for (uint32_t i = 0; i < done->notes.len; i++)
        fprintf(stderr, "%s\n", done->notes.data[i]);
    fprintf(stderr, "corten: %u function%s and %u member%s in %u file%s %s annotated",
            done->declarations, done->declarations == 1 ? "" : "s", done->members,
            done->members == 1 ? "" : "s", done->files.len, done->files.len == 1 ? "" : "s",
            written ? "were" : "would be");
    for (uint32_t i = 0; i < done->counts.len; i++)
        fprintf(stderr, "%s %s %u", i ? "," : ":", done->counts.data[i].word,
                done->counts.data[i].count);
    fprintf(stderr, "; %u left alone, %u annotation%s could not be written\n", done->alone,
            done->unwritten, done->unwritten == 1 ? "" : "s");
}

static bool write_files(Arena *a, const Annotated *done)
{
    bool ok = true;
    for (uint32_t i = 0; i < done->files.len; i++) {
        const FileEdits *f = done->files.data[i];
        const char *why = "permission denied";
        Text t;
        text_init(&t, a);
        annotate_text(f, &t);
        const char *path = os_realpath(a, f->file->path); /* a link stays one */
        if (path && os_is_writable(path) && os_write_file(path, t.data, t.len, &why))
            continue;
        cli_error("cannot write `%s`: %s", f->path, why);
        ok = false;
    }
    return ok;
}

static int edit(Arena *a, Session *s, const Options *o, Program *p)
{
    AnnotateOptions how = {.sets = o->sets ? o->sets : SETS_DEFAULT,
                           .all = o->all,
                           .cwd = s->cwd,
                           .exclude = o->session.exclude.data,
                           .exclude_count = o->session.exclude.len,
                           .matches = path_matches};
    Engine *e = engine_new(p->arena, p);
    engine_run(e);
    Annotated *done = annotate_program(p->arena, e, &how);
    Text t;
    text_init(&t, a);
    bool ok = true;
    if (o->write) {
        ok = write_files(a, done);
    } else {
        annotate_diff(done, &t);
        ok = cli_write(t.data, t.len);
    }
    if (!o->session.quiet)
        tell(done, o->write);
    engine_end(e);
    return ok ? EXIT_CLEAN : EXIT_TROUBLE;
}

int cli_annotate(Arena *a, const Options *o)
{
    Session *s = session_new(&o->session); /* with trees: that is where declarations are */
    CommandList list = {0};
    Program p = {0};
    int code = EXIT_TROUBLE;
    bool named = cli_commands(s, o, &list);
    if (session_prepare(s, &list)) {
        session_build(s, &list, &p);
        code = edit(a, s, o, &p);
    }
    DiagOptions plain = {.format = FORMAT_GCC, .tool_version = CORTEN_VERSION};
    Text t;
    const char *why;
    text_init(&t, a);
    diag_render(s->diag, &plain, &t);
    (void)os_write(2, t.data ? t.data : "", t.len, &why);
    int told = diag_exit_code(s->diag);
    session_end(s, &p);
    return !named ? EXIT_TROUBLE : told > EXIT_FINDINGS ? told : code;
}
