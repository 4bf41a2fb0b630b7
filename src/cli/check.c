/* cli/check.c - `corten check`: the whole way from files to findings. */
#include <stdio.h>

#include "cli/cli.h"

static double seconds(uint64_t ns)
{
    return (double)ns / 1e9;
}

/* For people and for tests/corpus/run: one line of `name value` pairs, what was rejected, which
 * functions were not analysed to the end, which took longest, with its seconds, and those that a
 * model should be written for, with the number of their calls. */
static void print_stats(Arena *a, const Session *s, const Program *p)
{
    const SessionStats *t = &s->stats;
    fprintf(stderr,
            "corten: stats: units %u accepted %u functions %u not-lowered %u instructions %llu "
            "bytes %llu front-seconds %.3f check-seconds %.3f peak-mib %.1f "
            "pp %.3f parse %.3f sema %.3f mir %.3f unreached %u\n",
            t->units, t->accepted, t->functions, t->not_lowered, (unsigned long long)t->insts,
            (unsigned long long)t->bytes, seconds(t->front_ns), seconds(t->check_ns),
            (double)os_peak_rss() / (1 << 20), seconds(t->pp_ns), seconds(t->parse_ns),
            seconds(t->sema_ns), seconds(t->mir_ns), t->unreached);
    for (uint32_t i = 0; i < p->unit_count; i++)
        if (!p->units[i].accepted)
            fprintf(stderr, "corten: rejected: %s\n", p->units[i].path);
    for (uint32_t i = 0; i < p->cut_short.len; i++) {
        const MirFunction *f = p->cut_short.data[i];
        Position at =
            source_position(f->unit->map, f->sym->def_loc ? f->sym->def_loc : f->sym->loc);
        fprintf(stderr, "corten: cut short: %s %s:%u\n", NAME_TEXT(f->sym->name),
                at.path ? at.path : "?", at.line);
    }
    if (p->slowest)
        fprintf(stderr, "corten: slowest: %s %.3f\n", NAME_TEXT(p->slowest->sym->name),
                seconds(p->slowest_ns));
    uint32_t count = 0;
    const UnknownCallee *unknown = s->options->no_checks ? NULL : session_unknown(a, p, &count);
    for (uint32_t i = 0; i < count; i++)
        fprintf(stderr, "corten: without a model: %s %u\n", unknown[i].name, unknown[i].calls);
}

static int render(Arena *a, Session *s, const Options *o)
{
    DiagOptions d = {.format = o->format, .color = cli_color(o), .tool_version = CORTEN_VERSION};
    d.columns = os_is_tty(1) ? os_tty_columns(1) : 0;
    Text t;
    text_init(&t, a);
    diag_render(s->diag, &d, &t);
    return cli_write(t.data, t.len) ? diag_exit_code(s->diag) : EXIT_TROUBLE;
}

/* Expectations may stand in every file of the user's: main files and their own headers. */
static int verify(Arena *a, Session *s, const Program *p)
{
    TextList paths = {0};
    bool all_read = p->unit_count != 0;
    Map seen;
    map_init(&seen, a);
    for (uint32_t i = 0; i < p->unit_count; i++) {
        const Unit *u = p->units[i].unit;
        all_read &= u != NULL;
        for (uint32_t k = 0; u && k < u->map->inclusions.len; k++) {
            const Inclusion *in = &u->map->inclusions.data[k];
            if (in->system || in->file->path[0] == '<' || map_get_ptr(&seen, MAP_KEY_PTR(in->file)))
                continue;
            map_put(&seen, MAP_KEY_PTR(in->file), 1);
            VEC_PUSH(a, &paths, in->file->path);
        }
    }
    Text t;
    text_init(&t, a);
    bool agree = diag_verify(s->diag, s->files, paths.data, paths.len, NULL, &t);
    if (!cli_write(t.data, t.len))
        return EXIT_TROUBLE;
    int code = diag_exit_code(s->diag);
    return code == EXIT_INTERNAL ? code
           : !all_read           ? EXIT_TROUBLE
           : agree               ? EXIT_CLEAN
                                 : EXIT_FINDINGS;
}

int cli_check(Arena *a, const Options *o)
{
    SessionOptions lean = o->session;
    lean.lean = true;
    Session *s = session_new(&lean);
    CommandList list = {0};
    Program p = {0};
    cli_commands(s, o, &list);
    if (session_prepare(s, &list)) {
        session_build(s, &list, &p);
        session_check(s, &p);
    }
    int code = o->verify ? verify(a, s, &p) : render(a, s, o);
    if (o->stats)
        print_stats(a, s, &p);
    session_end(s, &p);
    return code;
}
