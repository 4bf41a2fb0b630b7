/* What is kept of a unit says the same as before: MIR, types, positions, attributes, texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mir/program.h"
#include "sema/attr.h"
#include "session/session.h"

static const char text[] =
    "#define TWICE(x) ((x) + ADD(x, 0))\n"
    "#define ADD(a, b) ((a) + (b))\n"
    "#line 40 \"other.h\"\n"
    "enum color { RED, GREEN = 7 };\n"
    "struct unused { int x; };\n"
    "static const char format[] = \"%d\\n\";\n"
    "struct list { struct list *next; enum color c; unsigned b : 3, : 0; union { int i; float f; "
    "};\n"
    "              struct { char name[8]; } n[2]; struct unused *u; };\n"
    "extern struct list *head; const int limit = 2 * 21;\n"
    "static inline int unused_function(struct unused *u) { return u->x; }\n"
    "int declared(const char *f, ...) __attribute__((format(printf, 1, 2), nonnull(1)));\n"
    "void *grab(unsigned long n) __attribute__((alloc_size(1), corten_own_by(drop, -1)));\n"
    "typedef int (*callback)(struct list *, int array[static 4]);\n"
    "int sum(struct list *l, callback f, int n)\n"
    "{\n"
    "    int total = 0, array[n + 1]; static int calls;\n"
    "    long double big = 1.5L; unsigned __int128 wide = (unsigned __int128)1 << 100;\n"
    "    struct list copy = *l, *made = &(struct list){.i = 3, .n[1].name = \"ab\"};\n"
    "    for (; l; l = l->next) {\n"
    "        switch (l->c) { case RED: total += TWICE(l->i); break; case GREEN ... 9: goto out; }\n"
    "        array[0] = f ? f(l, array) : declared(format, l->n[total & 1].name);\n"
    "    }\n"
    "    made->next = head; copy.b = (unsigned)limit;\n"
    "out:\n"
    "    calls++;\n"
    "    return total + (int)big + (int)(wide >> 100) + copy.b + sizeof array + calls\n"
    "           + (grab(8) != 0);\n"
    "}\n";

typedef struct Fixture {
    Arena *session, *tu, *mir, *scratch;
    Names *names;
    FileStore *files;
    DiagSink *diag;
    SourceMap map;
    Dialect dialect;
    Target target;
    PpResult pp;
    ProgramUnit u;
} Fixture;

static int setup(void **state)
{
    Arena *s = arena_new();
    Fixture *f = ARENA_NEW(s, Fixture);
    const char *missing;
    f->session = s;
    f->tu = arena_new();
    f->mir = arena_new();
    f->scratch = arena_new();
    f->names = names_new(s, syntax_known_names(), syntax_known_name_count());
    f->files = file_store_new(s);
    f->diag = diag_sink_new(s);
    source_map_init(&f->map, f->tu);
    f->dialect = (Dialect){.std = STD_C17, .gnu = true};
    assert_true(target_from_macros(&f->target, probe_builtin_macros, &missing));
    PpOptions options = {.dialect = &f->dialect, .predefined = probe_builtin_macros};
    SourceFile *file = file_store_overlay(f->files, "t.c", text, sizeof text - 1);
    assert_true(pp_run(f->tu, f->names, f->files, f->diag, &f->map, &options, file, &f->pp));
    Unit *u = ARENA_NEW(f->tu, Unit);
    *u = (Unit){.arena = f->tu,
                .names = f->names,
                .diag = f->diag,
                .map = &f->map,
                .pp = &f->pp,
                .dialect = &f->dialect,
                .target = &f->target,
                .path = "t.c"};
    assert_true(parse_unit(f->tu, f->names, f->diag, &f->map, &f->dialect, &f->pp, &u->ast));
    assert_true(sema_run(u));
    f->u = (ProgramUnit){.path = "t.c", .unit = u, .arena = f->tu};
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    Fixture *f = *state;
    arena_destroy(f->u.arena);
    diag_sink_destroy(f->diag);
    file_store_destroy(f->files);
    names_destroy(f->names);
    arena_destroy(f->session);
    return 0;
}

static void show_place(Text *t, const SourceMap *m, Span s)
{
    Position a = source_position(m, s.begin), b = source_position(m, s.end);
    text_addf(t, "%s:%u:%u-%u:%u\n", a.path, a.line, a.column, b.line, b.column);
}

/* Everything that can be told of a function. */
static const char *show(Arena *a, const MirFunction *m)
{
    Text t;
    text_init(&t, a);
    mir_print(m, &t);
    for (uint32_t i = 0; i < m->locals.len; i++)
        show_place(&t, m->unit->map, m->locals.data[i].span);
    for (uint32_t i = 0; i < m->places.len; i++)
        show_place(&t, m->unit->map, m->places.data[i].span);
    for (uint32_t i = 0; i < m->blocks.len; i++) {
        const Block *b = &m->blocks.data[i];
        for (uint32_t k = 0; k < b->insts.len; k++)
            show_place(&t, m->unit->map, b->insts.data[k].span);
        show_place(&t, m->unit->map, b->term.span);
    }
    show_place(&t, m->unit->map, m->end);
    return t.data;
}

static const Symbol *global(const Unit *u, const char *name)
{
    for (uint32_t i = 0; i < u->globals.len; i++)
        if (strcmp(NAME_TEXT(u->globals.data[i]->name), name) == 0)
            return u->globals.data[i];
    return NULL;
}

static void moved_unit_says_the_same(void **state)
{
    Fixture *f = *state;
    Function *sum = f->u.unit->functions.data[1];
    MirFunction *m = mir_lower(f->mir, f->u.unit, sum);
    const char *before = show(f->session, m);
    f->u.function_count = f->u.unit->functions.len;
    UnitMove *move = unit_move_begin(f->scratch, &f->u);
    unit_move_function(move, sum, m);
    arena_destroy(f->mir);
    unit_move_end(move, &f->u);
    arena_destroy(f->scratch);
    arena_destroy(f->tu);

    const Unit *u = f->u.unit;
    assert_int_equal(f->u.function_count, 1);
    assert_int_equal(u->functions.len, 1);
    assert_int_equal(u->functions.data[0]->index, 0);
    assert_ptr_equal(f->u.functions[0]->source, u->functions.data[0]);
    assert_string_equal(show(f->session, f->u.functions[0]), before);
    Arena *scratch = arena_new();
    mir_verify(scratch, f->u.functions[0]);
    arena_destroy(scratch);

    assert_null(global(u, "unused_function"));
    assert_int_equal(global(u, "format")->init->u.string.count, 3);
    assert_memory_equal(global(u, "format")->init->u.string.bytes, "%d\n", 3);
    i128 v = 0;
    assert_true(sema_const_int(global(u, "limit")->init, &v) && v == 42);
    const Attr *format = attr_find(global(u, "declared")->type->u.fn.attrs, ATTR_FORMAT);
    format = format ? format : attr_find(global(u, "declared")->attrs, ATTR_FORMAT);
    assert_string_equal(attr_text(f->session, format, 0), "printf");
    assert_true(attr_int(format, 2, &v) && v == 2);
}

/* A type made afterwards is the one that is there. */
static void moved_types_stay_unique(void **state)
{
    Fixture *f = *state;
    Function *sum = f->u.unit->functions.data[1];
    UnitMove *move = unit_move_begin(f->scratch, &f->u);
    unit_move_function(move, sum, mir_lower(f->mir, f->u.unit, sum));
    unit_move_end(move, &f->u);
    arena_destroy(f->mir);
    arena_destroy(f->scratch);
    arena_destroy(f->tu);
    const Unit *u = f->u.unit;
    const Type *list = global(u, "head")->type;
    assert_ptr_equal(type_pointer(u->types, list->elem), list);
    assert_ptr_equal(u->functions.data[0]->params[0]->type, list);
    assert_ptr_equal(list->elem->u.record->fields[0].type, list);
    const Type *pointer = type_pointer(u->types, type_basic(u->types, TYPE_LDOUBLE));
    assert_ptr_equal(type_pointer(u->types, type_basic(u->types, TYPE_LDOUBLE)), pointer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(moved_unit_says_the_same, setup, teardown),
        cmocka_unit_test_setup_teardown(moved_types_stay_unique, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
