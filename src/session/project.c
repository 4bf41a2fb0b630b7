/* session/project.c - many units at once, and the models.
 *
 * What comes in: prepared Commands. What goes out: a Program in the order of the commands, whatever
 * order the threads finished in; models/ (annotated prototypes of libraries) are read as units of
 * their own, with the first unit's target.
 *
 * Memory: all units live until the end, as a call may lead from any of them to any other, but only
 * their MIR, and the types, symbols and positions that it refers to (mir/move_unit.c). With
 * no_checks a unit is dropped when it is lowered. */
#include "session/session.h"

#include "checks/checks.h"

typedef struct Run {
    Session *s;
    const CommandList *list;
    Program *program;
    Progress *progress;
} Run;

static void run_one(void *ctx, uint32_t item, unsigned worker)
{
    Run *r = ctx;
    ProgramUnit *u = &r->program->units[item];
    u->index = item;
    if (r->s->options->lean || r->s->options->no_checks)
        unit_run_lean(r->s, r->list->data[item], STAGE_MIR, &r->s->scratch[worker], u);
    else
        unit_run(r->s, r->list->data[item], STAGE_MIR, u);
    if (r->s->options->no_checks)
        unit_destroy(u);
    progress_step(r->progress, r->list->data[item]->path);
}

static bool is_header(const char *name)
{
    size_t n = strlen(name);
    return n > 2 && strcmp(name + n - 2, ".h") == 0;
}

/* The files of models_dir (one folder level below it, too), then --model ones, in a fixed order.
 * Without models a run looks clean that has seen next to nothing: that is trouble, not a remark. */
static void list_models(Session *s, TextList *out)
{
    char **names, **inner;
    uint32_t count, inner_count;
    const char *dir = s->models_dir;
    if (dir && os_list_dir(s->arena, dir, &names, &count)) {
        for (uint32_t i = 0; i < count; i++) {
            const char *path = arena_printf(s->arena, "%s/%s", dir, names[i]);
            if (is_header(names[i]))
                VEC_PUSH(s->arena, out, path);
            else if (os_is_dir(path) && os_list_dir(s->arena, path, &inner, &inner_count))
                for (uint32_t k = 0; k < inner_count; k++)
                    if (is_header(inner[k]))
                        VEC_PUSH(s->arena, out, arena_printf(s->arena, "%s/%s", path, inner[k]));
        }
    } else if (!dir) {
        diag_trouble(s->diag, false,
                     "no models of libraries were found: `malloc`, `free`, `fopen` and all others "
                     "are unknown functions, and most mistakes stay unseen; set CORTEN_HOME to "
                     "the folder that holds models/libc.h, or name one with --models=DIR");
    } else {
        diag_trouble(s->diag, false, "cannot read the models folder `%s`", dir);
    }
    for (uint32_t i = 0; i < s->options->model_files.len; i++)
        VEC_PUSH(s->arena, out, s->options->model_files.data[i]);
}

/* A model is modern C whatever the program's level is, and sees no header but corten.h. */
static Command *model_command(Session *s, const Command *like, const char *path)
{
    Command *c = ARENA_NEW(s->arena, Command);
    Dialect *d = arena_copy(s->arena, like->dialect, sizeof *d);
    d->std = STD_C17;
    d->gnu = true;
    PpOptions *o = ARENA_NEW(s->arena, PpOptions);
    o->dialect = d;
    o->predefined = like->pp->predefined;
    if (s->include_dir) {
        o->system_dirs = arena_copy(s->arena, &s->include_dir, sizeof s->include_dir);
        o->system_count = 1;
    }
    c->directory = s->cwd;
    c->file = c->path = path;
    c->dialect = d;
    c->target = like->target;
    c->pp = o;
    return c;
}

/* Headers of prototypes, each a unit of its own. */
static ProgramUnit *build_headers(Session *s, const Command *like, const TextList *paths)
{
    ProgramUnit *units = ARENA_ARRAY(s->arena, ProgramUnit, paths->len + 1);
    SessionStats kept = s->stats; /* these don't count */
    for (uint32_t i = 0; i < paths->len; i++) {
        units[i].index = UINT32_MAX;
        if (s->options->lean)
            unit_run_lean(s, model_command(s, like, paths->data[i]), STAGE_SEMA, &s->scratch[0],
                          &units[i]);
        else
            unit_run(s, model_command(s, like, paths->data[i]), STAGE_SEMA, &units[i]);
    }
    s->stats = kept;
    return units;
}

static void build_models(Session *s, const Command *like, Program *p)
{
    TextList paths = {0};
    list_models(s, &paths);
    p->models = build_headers(s, like, &paths);
    p->model_count = paths.len;
    p->contracts = build_headers(s, like, &s->options->contract_files);
    p->contract_count = s->options->contract_files.len;
}

void session_build(Session *s, const CommandList *list, Program *out)
{
    uint64_t start = os_now_ns();
    *out = (Program){.arena = s->arena,
                     .names = s->names,
                     .files = s->files,
                     .diag = s->diag,
                     .jobs = s->jobs,
                     .budget = s->options->budget,
                     .safe = s->options->safe,
                     .threaded = s->options->threaded};
    out->units = ARENA_ARRAY(s->arena, ProgramUnit, list->len + 1);
    out->unit_count = list->len;
    Run r = {.s = s, .list = list, .program = out};
    r.progress = progress_new(s->arena, list->len, !s->options->quiet);
    threads_run(s->jobs < list->len ? s->jobs : list->len, list->len, run_one, &r);
    progress_end(r.progress);
    if (list->len && !s->options->no_checks)
        build_models(s, list->data[0], out);
    unit_scratch_end(s); /* the checks need the memory more */
    program_link(out);
    s->stats.front_ns = os_now_ns() - start;
}

void session_check(Session *s, Program *p)
{
    uint64_t start = os_now_ns();
    if (!s->options->no_checks)
        checks_run_program(p);
    s->stats.check_ns = os_now_ns() - start;
}

void session_end(Session *s, Program *p)
{
    for (uint32_t i = 0; i < p->unit_count; i++)
        unit_destroy(&p->units[i]);
    for (uint32_t i = 0; i < p->model_count; i++)
        unit_destroy(&p->models[i]);
    for (uint32_t i = 0; i < p->contract_count; i++)
        unit_destroy(&p->contracts[i]);
    session_destroy(s);
}
