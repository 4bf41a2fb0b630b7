/* cli/dump.c - `corten dump STAGE FILE`: what a stage made of a file.
 *
 * Text goes to standard output as it is made, a function at a time where there are functions, so
 * that a large file doesn't need to fit twice. Errors in the C go to standard error. */
#include <stdio.h>

#include "checks/checks.h"
#include "cli/cli.h"

typedef enum DumpStage {
    DUMP_TOKENS,
    DUMP_PP,
    DUMP_AST,
    DUMP_TYPES,
    DUMP_MIR,
    DUMP_CONTRACTS,
    DUMP_CASES,
    DUMP_STATES,
    DUMP_COUNT
} DumpStage;
static const char *const stage_names[] = {"tokens", "pp",        "ast",   "types",
                                          "mir",    "contracts", "cases", "states"};

typedef struct Dump {
    Session *s;
    const Options *o;
    Program *program;
    bool ok; /* standard output still takes text */
    uint32_t functions, differ;
} Dump;

static void put(Dump *d, Text *t)
{
    if (!d->o->session.quiet && d->ok)
        d->ok = cli_write(t->data, t->len);
    t->len = 0;
    if (t->data)
        t->data[0] = '\0';
}

static void dump_tokens(Dump *d, const Unit *u, Text *t)
{
    for (uint32_t i = 0; i < u->pp->tokens.len; i++) {
        const Token *k = &u->pp->tokens.data[i];
        Position p = source_position(u->map, k->loc);
        text_addf(t, "%s:%u:%u: %s", p.path ? p.path : "?", p.line, p.column,
                  token_kind_spelling((TokenKind)k->kind));
        if (k->kind != TOK_EOF) {
            text_add(t, " \t");
            token_spell(t, k);
        }
        text_add(t, loc_in_macro(k->loc) ? " \t(macro)\n" : "\n");
        if (t->len > 1 << 16)
            put(d, t);
    }
}

/* Reads back what mir_print wrote, in an arena of its own, and prints that again. */
static bool round_trip(Dump *d, const Unit *u, const char *text, size_t len, const char *name)
{
    ArenaTrap trap;
    Arena *a = arena_new();
    bool same = false;
    const char *error = NULL;
    if (arena_try(&trap, a)) {
        MirFunction *back = mir_read(a, d->s->names, u->target, text, len, &error);
        Text again;
        text_init(&again, a);
        if (back)
            mir_print(back, &again);
        same = back && again.len == len && memcmp(again.data, text, len) == 0;
        arena_end_try(&trap);
    } else {
        arena_end_try(&trap);
        error = trap.message;
    }
    if (!same)
        fprintf(stderr, "%s: differs%s%s\n", name, error ? ": " : "", error ? error : "");
    arena_destroy(a);
    return same;
}

static void dump_mir(Dump *d, const ProgramUnit *u)
{
    Arena *a = arena_new();
    for (uint32_t i = 0; i < u->function_count; i++) {
        const MirFunction *f = u->functions[i];
        if (!f || (d->o->fn && strcmp(d->o->fn, NAME_TEXT(f->sym->name)) != 0))
            continue;
        Text t;
        text_init(&t, a);
        mir_print(f, &t);
        d->functions++;
        if (d->o->roundtrip) {
            const char *name = NAME_TEXT(f->sym->name);
            bool same = round_trip(d, u->unit, t.data, t.len, name);
            d->differ += !same;
            t.len = 0;
            if (same)
                text_addf(&t, "%s: OK\n", name);
        } else {
            text_add_char(&t, '\n');
        }
        put(d, &t);
        arena_reset(a);
    }
    arena_destroy(a);
}

static void dump_unit(Dump *d, DumpStage stage, const ProgramUnit *u)
{
    Text t;
    Arena *a = arena_new();
    text_init(&t, a);
    switch (stage) {
    case DUMP_TOKENS: dump_tokens(d, u->unit, &t); break;
    case DUMP_PP: pp_print(u->unit->pp, u->unit->map, &t); break;
    case DUMP_AST: ast_print(&u->unit->ast, u->unit->map, &t); break;
    case DUMP_TYPES: sema_print_types(u->unit, &t); break;
    case DUMP_MIR: dump_mir(d, u); break;
    case DUMP_CONTRACTS:
    case DUMP_CASES:
    case DUMP_STATES:
    case DUMP_COUNT: break;
    }
    put(d, &t);
    arena_destroy(a);
}

static UnitStage needed(DumpStage stage)
{
    switch (stage) {
    case DUMP_TOKENS:
    case DUMP_PP: return STAGE_PP;
    case DUMP_AST: return STAGE_PARSE;
    case DUMP_TYPES: return STAGE_SEMA;
    case DUMP_MIR:
    case DUMP_CONTRACTS:
    case DUMP_CASES:
    case DUMP_STATES:
    case DUMP_COUNT: break;
    }
    return STAGE_MIR;
}

/* What only the engine knows is of the whole program at once. */
static bool is_of_program(DumpStage stage)
{
    return stage == DUMP_CONTRACTS || stage == DUMP_CASES || stage == DUMP_STATES;
}

static void dump_all(Dump *d, DumpStage stage, const CommandList *list)
{
    if (is_of_program(stage)) {
        Text t;
        session_build(d->s, list, d->program);
        text_init(&t, d->s->arena);
        if (stage == DUMP_CONTRACTS)
            checks_dump_contracts(d->program, d->o->fn, d->o->all, &t);
        else
            checks_dump(d->program, stage == DUMP_STATES, d->o->fn, &t);
        put(d, &t);
        return;
    }
    for (uint32_t i = 0; i < list->len; i++) {
        ProgramUnit u = {.index = i};
        unit_run(d->s, list->data[i], needed(stage), &u);
        if (u.unit)
            dump_unit(d, stage, &u);
        unit_destroy(&u);
    }
}

static DumpStage find_stage(const Options *o)
{
    for (int i = 0; o->words.len && i < DUMP_COUNT; i++)
        if (strcmp(o->words.data[0], stage_names[i]) == 0)
            return (DumpStage)i;
    if (o->words.len == 0)
        cli_error("dump what? tokens, pp, ast, types, mir, contracts, cases, states or run");
    else
        cli_error("`%s` is no stage; the stages are tokens, pp, ast, types, mir, contracts, cases, "
                  "states and run",
                  o->words.data[0]);
    return DUMP_COUNT;
}

int cli_dump(Arena *a, const Options *o)
{
    if (o->words.len && strcmp(o->words.data[0], "run") == 0)
        return cli_run(a, o);
    DumpStage stage = find_stage(o);
    if (stage == DUMP_COUNT)
        return EXIT_TROUBLE;
    Options rest = *o;
    rest.words.data++;
    rest.words.len--;
    SessionOptions session = o->session;
    session.lean = is_of_program(stage) && o->project; /* of which headers nobody asks for all */
    Session *s = session_new(&session);
    CommandList list = {0};
    Program p = {0};
    Dump d = {.s = s, .o = o, .program = &p, .ok = true};
    cli_commands(s, &rest, &list);
    if (session_prepare(s, &list))
        dump_all(&d, stage, &list);
    DiagOptions plain = {.format = FORMAT_GCC, .tool_version = CORTEN_VERSION};
    Text t;
    text_init(&t, a);
    diag_render(s->diag, &plain, &t);
    const char *why;
    (void)os_write(2, t.data ? t.data : "", t.len, &why);
    if (o->fn && d.functions == 0 && stage == DUMP_MIR && diag_exit_code(s->diag) == 0) {
        cli_error("there is no function `%s` with a body in it", o->fn);
        d.ok = false;
    }
    if (o->roundtrip)
        fprintf(stderr, "%u functions, %u differ\n", d.functions, d.differ);
    int code = diag_exit_code(s->diag);
    session_end(s, &p);
    return code == EXIT_INTERNAL ? code : !d.ok ? EXIT_TROUBLE : d.differ ? EXIT_FINDINGS : code;
}
