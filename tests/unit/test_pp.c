/* tests/unit/test_pp.c - the preprocessor as a function: places, pragmas, lists, dialects, limits.
 * What it does to text is tested under tests/pp. */
#include "syntax/pp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

typedef struct Fixture {
    Arena *arena;
    FileStore *store;
    Names *names;
    DiagSink *diag;
    SourceMap map;
    Dialect dialect;
    PpOptions options;
    PpResult result;
    bool ok;
} Fixture;

static int set_up(void **state)
{
    Arena *a = arena_new();
    Fixture *f = ARENA_NEW(a, Fixture);
    f->arena = a;
    f->store = file_store_new(a);
    f->names = names_new(a, syntax_known_names(), syntax_known_name_count());
    f->diag = diag_sink_new(a);
    f->dialect = (Dialect){.std = STD_C17, .gnu = true, .dollar_in_names = true};
    f->options.dialect = &f->dialect;
    f->options.predefined = "#define __GNUC__ 12\n";
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    diag_sink_destroy(f->diag);
    file_store_destroy(f->store);
    names_destroy(f->names);
    arena_destroy(f->arena);
    return 0;
}

static void run(Fixture *f, const char *text)
{
    SourceFile *file = file_store_overlay(f->store, "main.c", text, strlen(text));
    source_map_init(&f->map, f->arena);
    f->ok = pp_run(f->arena, f->names, f->store, f->diag, &f->map, &f->options, file, &f->result);
}

static const char *printed(Fixture *f, const char *text)
{
    Text t;
    text_init(&t, f->arena);
    run(f, text);
    pp_print(&f->result, &f->map, &t);
    return t.data ? t.data : "";
}

static void overlay(Fixture *f, const char *path, const char *text)
{
    file_store_overlay(f->store, path, text, strlen(text));
}

static void places(void **state)
{
    Fixture *f = *state;
    run(f, "#define TWICE(x) ((x) + (x))\nint a =\n  TWICE(b);\n");
    const Token *t = f->result.tokens.data;
    assert_int_equal(f->result.tokens.len, 14);
    const Token *b = &t[5], *plus = &t[7];
    assert_string_equal(b->u.name->text, "b");
    assert_true(loc_in_macro(b->loc));
    Position p = source_position(&f->map, b->loc);
    assert_int_equal(p.line, 3);
    assert_int_equal(p.column, 9);
    p = source_position(&f->map, plus->loc);
    assert_int_equal(p.line, 3);
    assert_int_equal(p.column, 3);
    const MacroToken *m = &f->map.macro_tokens.data[plus->loc & ~LOC_MACRO_BIT];
    const Expansion *e = &f->map.expansions.data[m->expansion];
    assert_string_equal(e->macro->text, "TWICE");
    assert_int_equal(e->call, t[3].loc ? source_expansion(&f->map, t[3].loc) : 0);
    assert_int_equal(source_position(&f->map, e->definition).column, 9);
    assert_int_equal(source_spelling(&f->map, plus->loc) - e->definition, 14);
}

static void nested_places(void **state)
{
    Fixture *f = *state;
    run(f, "#define ID(x) x\n#define MUL(a) ID(a) * 2\n#define N 7\nMUL(\n  c) N\n");
    const Token *t = f->result.tokens.data;
    Position p = source_position(&f->map, t[0].loc);
    assert_int_equal(p.line, 5);
    assert_int_equal(p.column, 3);
    assert_int_equal(source_position(&f->map, t[1].loc).line, 4);
    assert_int_equal(source_position(&f->map, t[3].loc).line, 5);
    assert_int_equal(source_position(&f->map, t[3].loc).column, 6);
}

static void pragmas(void **state)
{
    Fixture *f = *state;
    run(f, "#define P(x) _Pragma(#x)\n#define W(x) a x b\nW(P(corten safe))\n#pragma pack(1)\nc\n"
           "#pragma once\n#pragma weak w\n");
    assert_int_equal(f->result.pragma_count, 3);
    const Pragma *p = f->result.pragmas;
    assert_int_equal(p[0].kind, PRAGMA_CORTEN);
    assert_int_equal(p[0].at, 1);
    assert_int_equal(p[0].count, 1);
    assert_string_equal(p[0].tokens[0].u.name->text, "safe");
    assert_int_equal(p[1].kind, PRAGMA_PACK);
    assert_int_equal(p[1].at, 2);
    assert_int_equal(p[1].count, 3);
    assert_int_equal(p[2].kind, PRAGMA_WEAK);
    assert_int_equal(p[2].at, 3);
    assert_int_equal(f->result.tokens.data[3].kind, TOK_EOF);
}

static void lists(void **state)
{
    Fixture *f = *state;
    overlay(f, "a.h", "#include \"b.h\"\n#include \"b.h\"\n");
    overlay(f, "b.h", "#ifndef B\n#define B\nb\n#endif\n");
    run(f, "#include \"a.h\"\n#include <none.h>\n#include \"b.h\"\n#include <none.h>\n");
    assert_false(f->ok);
    assert_int_equal(f->result.file_count, 3);
    assert_string_equal(f->result.files[0]->path, "main.c");
    assert_string_equal(f->result.files[1]->path, "a.h");
    assert_string_equal(f->result.files[2]->path, "b.h");
    assert_int_equal(f->result.missing_count, 1);
    assert_string_equal(f->result.missing_includes[0], "none.h");
    assert_int_equal(diag_c_error_count(f->diag), 1);
    assert_int_equal(f->result.tokens.len, 2);
}

static void keywords(void **state)
{
    Fixture *f = *state;
    static const char text[] = "inline typeof bool asm __asm__ nullptr";
    static const uint8_t ident = TOK_IDENT;
    f->dialect = (Dialect){.std = STD_C89};
    run(f, text);
    for (int i = 0; i < 6; i++)
        assert_int_equal(f->result.tokens.data[i].kind, i == 4 ? TOK_KW_ASM : ident);
    f->dialect = (Dialect){.std = STD_C89, .gnu = true};
    run(f, text);
    assert_int_equal(f->result.tokens.data[0].kind, TOK_KW_INLINE);
    assert_int_equal(f->result.tokens.data[1].kind, TOK_KW_TYPEOF);
    assert_int_equal(f->result.tokens.data[2].kind, TOK_IDENT);
    assert_int_equal(f->result.tokens.data[3].kind, TOK_KW_ASM);
    f->dialect = (Dialect){.std = STD_C23};
    run(f, text);
    assert_int_equal(f->result.tokens.data[0].kind, TOK_KW_INLINE);
    assert_int_equal(f->result.tokens.data[2].kind, TOK_KW_BOOL);
    assert_int_equal(f->result.tokens.data[3].kind, TOK_IDENT);
    assert_int_equal(f->result.tokens.data[5].kind, TOK_KW_NULLPTR);
}

static void commands(void **state)
{
    Fixture *f = *state;
    static const CmdMacro c[] = {
        {CMD_DEFINE, "A"}, {CMD_DEFINE, "F(x)=x+1"}, {CMD_DEFINE, "B="},     {CMD_DEFINE, "C=3"},
        {CMD_UNDEF, "C"},  {CMD_INCLUDE, "pre.h"},   {CMD_IMACROS, "mac.h"},
    };
    overlay(f, "pre.h", "pre M\n");
    overlay(f, "mac.h", "gone\n#define M 5\n#pragma gone\n");
    f->options.commands = c;
    f->options.command_count = COUNT_OF(c);
    assert_string_equal(printed(f, "A F(2) B C __CORTEN__"), "pre 5\n1 2 +1 C 1\n");
    assert_true(f->ok);
    assert_int_equal(f->result.pragma_count, 0);
}

static void compilers(void **state)
{
    Fixture *f = *state;
    static const char text[] = "__has_attribute(counted_by) __has_feature(tls)";
    assert_string_equal(printed(f, text), "0 __has_feature(tls)\n");
    f->options.predefined = "#define __GNUC__ 15\n";
    assert_string_equal(printed(f, text), "1 0\n");
    f->dialect.clang = true;
    f->options.predefined = "#define __GNUC__ 4\n#define __clang_major__ 18\n";
    assert_string_equal(printed(f, text), "1 1\n");
}

static void limits(void **state)
{
    Fixture *f = *state;
    Text t;
    text_init(&t, f->arena);
    text_add(&t, "#define f(x) x\n");
    for (int i = 0; i < 5000; i++)
        text_add(&t, "f(");
    text_fill(&t, ')', 5000);
    run(f, t.data);
    assert_false(f->ok);
    t.len = 0;
    text_add(&t, "#if ");
    text_fill(&t, '(', 100000);
    text_add(&t, "\n#endif\n#if ");
    text_fill(&t, '!', 100000);
    text_add(&t, "1\n#endif\n");
    run(f, t.data);
    assert_false(f->ok);
    assert_int_equal(f->result.tokens.len, 1);
    t.len = 0;
    for (int i = 0; i < 20000; i++)
        text_addf(&t, "#if 1\n#else\n");
    run(f, t.data);
    assert_false(f->ok);
}

static void bombs(void **state)
{
    Fixture *f = *state;
    Text t;
    text_init(&t, f->arena);
    text_add(&t, "#define A0 x x x x x x x x x x\n");
    for (int i = 1; i < 12; i++)
        text_addf(&t, "#define A%d A%d A%d A%d A%d A%d A%d A%d A%d A%d A%d\n", i, i - 1, i - 1,
                  i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
    text_add(&t, "A3 A11\n");
    f->options.token_budget = 100000;
    run(f, t.data);
    assert_false(f->ok);
    assert_true(f->result.tokens.len > 10000 && f->result.tokens.len < 300000);
    overlay(f, "a.h", "#include \"a.h\"\n#include \"a.h\"\nx\n");
    run(f, "#include \"a.h\"\n");
    assert_false(f->ok);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(places),   TEST(nested_places), TEST(pragmas), TEST(lists), TEST(keywords),
        TEST(commands), TEST(compilers),     TEST(limits),  TEST(bombs),
    };
    return cmocka_run_group_tests_name("pp", tests, NULL, NULL);
}
