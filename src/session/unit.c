/* session/unit.c - one translation unit through every stage.
 *
 * What comes in: a prepared Command. What goes out: a ProgramUnit, whose arenas hold tokens, tree,
 * types, symbols and MIR, or, run lean, the MIR and what it refers to:
 *
 *     main file --pp_run--> tokens --parse_unit--> tree --sema_run--> Unit --mir_lower--> functions
 *
 * A fault of ours (BUG) inside a function costs that function; one in an earlier stage costs the
 * unit. Both are told, end in exit code 3, and the run goes on. An error of the user's ends
 * nothing: each stage leaves what it could understand. */
#include "session/session.h"

enum { SCRATCH_KEPT = 128 << 20 }; /* bytes of one arena that a thread keeps between units */

typedef struct Job {
    Session *s;
    const Command *c;
    UnitStage stage;
    ProgramUnit *out;
    bool lean;
    UnitScratch arenas; /* lean: the thread's; otherwise all but `function` are the unit's */
    uint64_t pp_ns, parse_ns, sema_ns, mir_ns;
    uint64_t insts, bytes;
    uint32_t functions; /* that the unit has, lowered or not */
    uint64_t last;      /* os_now_ns() when the stage began */
} Job;

static void stage_end(Job *j, uint64_t *sum)
{
    uint64_t now = os_now_ns();
    *sum += now - j->last;
    j->last = now;
}

static SourceFile *open_main(Job *j)
{
    Session *s = j->s;
    const char *why = NULL, *data;
    size_t len;
    SourceFile *f = NULL;
    if (strcmp(j->c->file, "-") == 0) {
        if (os_read_stdin(s->arena, &data, &len, &why))
            f = file_store_overlay(s->files, "<stdin>", data, len);
    } else {
        f = file_store_open(s->files, j->c->path, &why);
    }
    if (!f)
        diag_trouble(s->diag, false, "cannot read `%s`: %s", j->c->path,
                     why ? why : "unknown reason");
    return f;
}

/* Everything but lowering. BUGs through the unit's arena. */
static void front_end(Job *j)
{
    Session *s = j->s;
    ProgramUnit *out = j->out;
    Arena *a = out->arena;
    Unit *u = ARENA_NEW(a, Unit);
    SourceMap *map = ARENA_NEW(a, SourceMap);
    PpResult *pp = ARENA_NEW(j->arenas.tokens, PpResult);
    source_map_init(map, a);
    map->growing = j->arenas.tokens;
    u->arena = a;
    u->tree = j->arenas.tree;
    u->names = s->names;
    u->diag = s->diag;
    u->map = map;
    u->dialect = j->c->dialect;
    u->target = j->c->target;
    u->pp = pp;
    u->path = j->c->path;
    u->safe_by_default = s->options->safe;
    bool ok =
        pp_run(j->arenas.tokens, s->names, s->files, s->diag, map, j->c->pp, out->main_file, pp);
    for (uint32_t i = 0; i < pp->file_count; i++)
        j->bytes += pp->files[i]->len;
    source_map_settle(map);
    stage_end(j, &j->pp_ns);
    out->unit = u;
    if (j->stage >= STAGE_PARSE) {
        ok &= parse_unit(j->arenas.tree, s->names, s->diag, map, u->dialect, pp, &u->ast);
        stage_end(j, &j->parse_ns);
    }
    if (j->stage >= STAGE_SEMA) {
        ok &= sema_run(u);
        if (s->audit && out->index != UINT32_MAX) /* models are no part of the program */
            audit_add_unit(s, u);
        stage_end(j, &j->sema_ns);
    }
    out->accepted = ok;
}

/* A fault in any of the arenas from `level` on is ours to catch. */
static bool front_end_guarded(Job *j, unsigned level)
{
    ArenaTrap trap;
    Arena *const arenas[] = {j->out->arena, j->arenas.tokens, j->arenas.tree};
    if (level == COUNT_OF(arenas)) {
        front_end(j);
        return true;
    }
    if (arena_try(&trap, arenas[level])) {
        bool done = front_end_guarded(j, level + 1);
        arena_end_try(&trap);
        return done;
    }
    arena_end_try(&trap);
    diag_trouble(j->s->diag, true,
                 "fault in Corten itself while reading `%s`: %s; the file was not checked",
                 j->c->path, trap.message);
    j->out->unit = NULL;
    j->out->accepted = false;
    return false;
}

static MirFunction *lower(Job *j, Function *f)
{
    ArenaTrap trap;
    Arena *a = j->out->mir;
    if (arena_try(&trap, a)) {
        MirFunction *m = mir_lower(a, j->out->unit, f);
        arena_end_try(&trap);
        return m;
    }
    arena_end_try(&trap);
    diag_trouble(j->s->diag, true,
                 "fault in Corten itself in function `%s` of `%s`: %s; it was not checked",
                 NAME_TEXT(f->sym->name), j->c->path, trap.message);
    j->out->accepted = false;
    return NULL;
}

static bool verified(Job *j, Arena *scratch, const MirFunction *m)
{
#ifdef NDEBUG
    (void)j, (void)scratch, (void)m;
    return true;
#else
    ArenaTrap trap;
    if (arena_try(&trap, scratch)) {
        mir_verify(scratch, m);
        arena_end_try(&trap);
        return true;
    }
    arena_end_try(&trap);
    diag_trouble(j->s->diag, true,
                 "fault in Corten itself in function `%s` of `%s`: %s; it was not checked",
                 NAME_TEXT(m->sym->name), j->c->path, trap.message);
    j->out->accepted = false;
    return false;
#endif
}

/* The functions one by one. Run lean, `move` takes each over; NULL: it is not needed any more. */
static void lower_each(Job *j, BitSet reached, UnitMove *move)
{
    ProgramUnit *out = j->out;
    Arena *scratch = j->arenas.function;
    for (uint32_t i = 0; i < out->function_count; i++) {
        Function *f = out->unit->functions.data[i];
        if (reached.bits && !bitset_has(reached, i)) {
            out->unreached++;
            continue;
        }
        MirFunction *m = f->broken ? NULL : lower(j, f);
        if (m && !verified(j, scratch, m))
            m = NULL;
        arena_reset(scratch);
        out->not_lowered += m == NULL;
        j->insts += m ? m->inst_count : 0;
        if (!j->lean)
            out->functions[i] = m;
        else if (m && move)
            unit_move_function(move, f, m);
        if (j->lean)
            arena_reset(out->mir);
    }
}

static void lower_all(Job *j)
{
    ProgramUnit *out = j->out;
    BitSet reached = {0};
    UnitMove *move = NULL;
    out->mir = j->lean ? j->arenas.mir : arena_new();
    j->functions = out->function_count = out->unit->functions.len;
    if (!j->lean) {
        out->functions = ARENA_ARRAY(out->arena, MirFunction *, out->function_count + 1);
    } else if (!j->s->options->no_checks) {
        reached = unit_reached(j->arenas.tree, out->unit, out->main_file);
        move = unit_move_begin(j->arenas.tree, out);
    }
    lower_each(j, reached, move);
    if (move)
        unit_move_end(move, out);
}

/* A fault in moving costs the unit. */
static void lower_guarded(Job *j)
{
    ArenaTrap trap;
    if (!j->lean) {
        lower_all(j);
        return;
    }
    if (arena_try(&trap, j->arenas.tree)) {
        lower_all(j);
        arena_end_try(&trap);
        return;
    }
    arena_end_try(&trap);
    diag_trouble(j->s->diag, true, "fault in Corten itself in `%s`: %s; the file was not checked",
                 j->c->path, trap.message);
    j->out->accepted = false;
}

/* Nothing of the unit may be left in the thread's arenas. */
static void leave_scratch(ProgramUnit *u)
{
    u->arena = u->mir = NULL;
    u->unit = NULL;
    u->functions = NULL;
    u->function_count = 0;
}

static void add_stats(Job *j)
{
    SessionStats *t = &j->s->stats;
    lock_take(j->s->lock);
    t->units++;
    t->accepted += j->out->accepted;
    t->functions += j->functions;
    t->not_lowered += j->out->not_lowered;
    t->unreached += j->out->unreached;
    t->insts += j->insts;
    t->bytes += j->bytes;
    t->pp_ns += j->pp_ns;
    t->parse_ns += j->parse_ns;
    t->sema_ns += j->sema_ns;
    t->mir_ns += j->mir_ns;
    lock_drop(j->s->lock);
}

static void run(Job *j)
{
    ProgramUnit *out = j->out;
    out->path = j->c->path;
    out->main_file = open_main(j);
    if (out->main_file && front_end_guarded(j, 0) && j->stage >= STAGE_MIR)
        lower_guarded(j);
    if (out->arena == j->arenas.unit)
        leave_scratch(out);
    stage_end(j, &j->mir_ns);
    add_stats(j);
}

void unit_run(Session *s, const Command *c, UnitStage stage, ProgramUnit *out)
{
    Job j = {.s = s, .c = c, .stage = stage, .out = out, .last = os_now_ns()};
    out->arena = arena_new();
    j.arenas = (UnitScratch){.tokens = out->arena, .tree = out->arena, .function = arena_new()};
    run(&j);
    arena_destroy(j.arenas.function);
}

static void scratch_make(UnitScratch *s)
{
    if (s->tokens)
        return;
    *s = (UnitScratch){.tokens = arena_new(),
                       .tree = arena_new(),
                       .unit = arena_new(),
                       .mir = arena_new(),
                       .function = arena_new()};
    arena_keep(s->tokens, SCRATCH_KEPT);
    arena_keep(s->tree, SCRATCH_KEPT);
    arena_keep(s->unit, SCRATCH_KEPT);
}

void unit_run_lean(Session *s, const Command *c, UnitStage stage, UnitScratch *scratch,
                   ProgramUnit *out)
{
    Job j = {.s = s, .c = c, .stage = stage, .out = out, .lean = true, .last = os_now_ns()};
    scratch_make(scratch);
    out->arena = stage >= STAGE_MIR ? scratch->unit : arena_new();
    j.arenas = *scratch;
    run(&j);
    if (stage < STAGE_MIR && out->unit)
        unit_forget_tree(out->unit);
    arena_reset(scratch->tokens);
    arena_reset(scratch->tree);
    arena_reset(scratch->unit);
    arena_reset(scratch->mir);
    arena_reset(scratch->function);
    if (out->arena)
        arena_trim(out->arena);
}

void unit_scratch_end(Session *s)
{
    for (unsigned i = 0; i < s->jobs; i++) {
        arena_destroy(s->scratch[i].tokens);
        arena_destroy(s->scratch[i].tree);
        arena_destroy(s->scratch[i].unit);
        arena_destroy(s->scratch[i].mir);
        arena_destroy(s->scratch[i].function);
        s->scratch[i] = (UnitScratch){0};
    }
}

void unit_destroy(ProgramUnit *u)
{
    arena_destroy(u->mir);
    arena_destroy(u->arena);
    u->mir = u->arena = NULL;
    u->unit = NULL;
    u->functions = NULL;
    u->function_count = 0;
}
