/* tests/unit/test_source.c - the file store and the map from Locs to positions. */
#include "base/os.h"
#include "source/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct Fixture {
    Arena *arena;
    FileStore *store;
    Names *names;
    SourceMap map;
} Fixture;

static int set_up(void **state)
{
    Arena *a = arena_new();
    Fixture *f = ARENA_NEW(a, Fixture);
    f->arena = a;
    f->store = file_store_new(a);
    f->names = names_new(a, NULL, 0);
    source_map_init(&f->map, a);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    file_store_destroy(f->store);
    names_destroy(f->names);
    arena_destroy(f->arena);
    return 0;
}

static Loc enter(Fixture *f, const char *path, const char *text, Loc at, bool system)
{
    Loc base;
    SourceFile *file = file_store_overlay(f->store, path, text, strlen(text));
    assert_true(source_map_include(&f->map, file, at, system, &base));
    return base;
}

static void same_file_by_any_path(void **state)
{
    Fixture *f = *state;
    const char *why = NULL;
    char *dir = arena_strndup(f->arena, "/tmp/corten-test-XXXXXX", 23);
    assert_non_null(mkdtemp(dir));
    char *one = arena_printf(f->arena, "%s/one.h", dir);
    char *two = arena_printf(f->arena, "%s/two.h", dir);
    assert_true(os_write_file(one, "int x;\n", 7, &why));
    assert_int_equal(symlink("one.h", two), 0);
    SourceFile *s = file_store_open(f->store, one, &why);
    assert_non_null(s);
    assert_string_equal(s->data, "int x;\n");
    assert_int_equal(s->len, 7);
    /* A link is an object of its own, which shows its own path, but is the same for once. */
    SourceFile *link = file_store_open(f->store, two, &why);
    assert_ptr_not_equal(link, s);
    assert_ptr_equal(link->identity, s->identity);
    assert_string_equal(link->path, two);
    char *odd = arena_printf(f->arena, "%s//././one.h", dir);
    assert_ptr_equal(file_store_open(f->store, odd, &why), s);
    char *base = strrchr(dir, '/');
    char *around = arena_printf(f->arena, "%s/..%s/../%s/one.h", dir, base, base + 1);
    assert_ptr_equal(file_store_open(f->store, around, &why), s);
    assert_string_equal(s->path, one);
    /* Through a linked folder, `..` is not what the path reads like. */
    char *folder = arena_printf(f->arena, "%s/root", dir);
    assert_int_equal(symlink("/usr/include", folder), 0);
    char *away = arena_printf(f->arena, "%s/root/../include/stdio.h", dir);
    SourceFile *stdio = file_store_open(f->store, away, &why);
    assert_non_null(stdio);
    assert_string_equal(stdio->path, away);
    assert_int_equal(unlink(folder), 0);
    char *none = arena_printf(f->arena, "%s/none.h", dir);
    assert_null(file_store_open(f->store, none, &why));
    assert_string_equal(why, "No such file or directory");
    assert_null(file_store_open(f->store, dir, &why));
    assert_string_equal(why, "Is a directory");
    /* A negative answer is remembered until an overlay gives the path content. */
    assert_true(os_write_file(none, "x", 1, &why));
    assert_null(file_store_open(f->store, none, &why));
    SourceFile *o = file_store_overlay(f->store, none, "y", 1);
    assert_ptr_equal(file_store_open(f->store, none, &why), o);
    assert_string_equal(o->data, "y");
    assert_int_equal(unlink(one) | unlink(two) | unlink(none) | rmdir(dir), 0);
}

static void lines_and_columns(void **state)
{
    Fixture *f = *state;
    static const char text[] = "int a;\r\n\n\tx = \"\xC3\xA4\" y;\nlast";
    Loc base = enter(f, "main.c", text, LOC_NONE, false);
    assert_int_equal(base, 1);
    static const struct { const char *at; uint32_t line, column; } cases[] = {
        {"int", 1, 1}, {"a;", 1, 5}, {"\tx", 3, 1}, {"x =", 3, 2}, {"y;", 3, 10}, {"last", 4, 1},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        uint32_t offset = (uint32_t)(strstr(text, cases[i].at) - text);
        Position p = source_position(&f->map, base + offset);
        assert_string_equal(p.path, "main.c");
        assert_int_equal(p.line, cases[i].line);
        assert_int_equal(p.real_line, cases[i].line);
        assert_int_equal(p.column, cases[i].column);
        assert_int_equal(p.offset, offset);
    }
    Position end = source_position(&f->map, base + (uint32_t)strlen(text));
    assert_int_equal(end.line, 4);
    assert_int_equal(end.column, 5);
    const SourceFile *file = end.file;
    static const char *const lines[] = {"", "int a;", "", "\tx = \"\xC3\xA4\" y;", "last", ""};
    for (uint32_t i = 0; i < COUNT_OF(lines); i++) {
        const char *got;
        uint32_t len;
        source_line_text(file, i, &got, &len);
        assert_int_equal(len, strlen(lines[i]));
        assert_memory_equal(got, lines[i], len);
    }
    assert_null(source_position(&f->map, LOC_NONE).file);
    assert_null(source_position(&f->map, f->map.next_base).file);
}

static void inclusions_nest(void **state)
{
    Fixture *f = *state;
    Loc main_base = enter(f, "main.c", "#include <a.h>\n#include <a.h>\nint m;\n", LOC_NONE, false);
    Loc first = enter(f, "a.h", "int a;\n", main_base, true);
    Loc second = enter(f, "a.h", "int a;\n", main_base + 15, true);
    assert_true(first > main_base && second > first);
    assert_ptr_equal(source_inclusion(&f->map, main_base + 30), &f->map.inclusions.data[0]);
    assert_ptr_equal(source_inclusion(&f->map, first + 7), &f->map.inclusions.data[1]);
    assert_ptr_equal(source_inclusion(&f->map, second), &f->map.inclusions.data[2]);
    assert_true(source_in_system_header(&f->map, first));
    assert_false(source_in_system_header(&f->map, main_base + 30));
    assert_string_equal(source_position(&f->map, second + 4).path, "a.h");
}

/* #define TWICE(x) ((x) + (x))
 * a = TWICE(b);                  */
static void macros_show_what_the_user_wrote(void **state)
{
    Fixture *f = *state;
    static const char text[] = "#define TWICE(x) ((x) + (x))\na = TWICE(b);\n";
    Loc base = enter(f, "main.c", text, LOC_NONE, false);
    Loc call = base + (uint32_t)(strstr(text, "TWICE(b") - text);
    Loc plus = base + (uint32_t)(strstr(text, "+") - text);
    Loc b = base + (uint32_t)(strstr(text, "b);") - text);
    Name twice = names_intern(f->names, "TWICE", 5);
    uint32_t e = source_map_expansion(&f->map, twice, call, base + 8);
    Loc m_plus = source_map_macro_token(&f->map, plus, e);
    Loc m_b = source_map_macro_token(&f->map, b, e);
    assert_true(loc_in_macro(m_plus));
    assert_int_equal(source_spelling(&f->map, m_plus), plus);
    assert_int_equal(source_expansion(&f->map, m_plus), call);
    assert_int_equal(source_show(&f->map, m_plus), call);
    assert_int_equal(source_show(&f->map, m_b), b);
    /* The same through a second macro, whose call stands in the body of the first. */
    uint32_t inner = source_map_expansion(&f->map, twice, m_plus, base + 8);
    Loc deep_b = source_map_macro_token(&f->map, m_b, inner);
    Loc deep_plus = source_map_macro_token(&f->map, plus, inner);
    assert_int_equal(source_show(&f->map, deep_b), b);
    assert_int_equal(source_show(&f->map, deep_plus), call);
    assert_int_equal(source_position(&f->map, deep_plus).line, 2);
}

static void line_directives_renumber(void **state)
{
    Fixture *f = *state;
    static const char text[] =
        "one\n#line 100 \"gen.y\"\ntwo\nthree\n#line 7\nfour\n#include X\nfive";
    Loc base = enter(f, "main.c", text, LOC_NONE, false);
#define AT(s) (base + (uint32_t)(strstr(text, s) - text))
    source_map_line_mark(&f->map, AT("#line 100"), 100, "gen.y");
    Loc header = enter(f, "x.h", "h1\n#line 50\nh3\n", AT("#include"), false);
    source_map_line_mark(&f->map, header + 3, 50, NULL);
    source_map_line_mark(&f->map, AT("#line 7"), 7, NULL); /* below the header's Locs */
    Loc at[] = {AT("one"), AT("#line 100"), AT("two"), AT("three"), AT("four"), AT("five"),
                header, header + 12};
#undef AT
    static const struct { const char *path; uint32_t line, real; } want[] = {
        {"main.c", 1, 1}, {"main.c", 2, 2}, {"gen.y", 100, 3}, {"gen.y", 101, 4},
        {"gen.y", 7, 6},  {"gen.y", 9, 8},  {"x.h", 1, 1},     {"x.h", 50, 3},
    };
    for (size_t i = 0; i < COUNT_OF(want); i++) {
        Position p = source_position(&f->map, at[i]);
        assert_string_equal(p.path, want[i].path);
        assert_int_equal(p.line, want[i].line);
        assert_int_equal(p.real_line, want[i].real);
    }
}

static void open_one(void *ctx, uint32_t item, unsigned worker)
{
    (void)worker;
    Fixture *f = ctx;
    const char *why;
    char path[64];
    const char *const dirs[] = {
        "src/base", "src/source/../base", "./src//base", "tests/../src/base"};
    size_t n = 0;
    for (const char *parts[] = {dirs[item % 4], "/base.h", NULL}, **p = parts; *p; p++) {
        memcpy(path + n, *p, strlen(*p));
        n += strlen(*p);
    }
    path[n] = '\0';
    SourceFile *s = file_store_open(f->store, path, &why);
    assert_non_null(s);
    uint32_t line, start;
    source_offset_line(s, s->len, &line, &start);
    assert_true(line > 50);
    assert_int_equal(s->index, 0);
}

static void threads_share_files(void **state)
{
    Fixture *f = *state;
    threads_run(4, 400, open_one, f);
    static const char *const paths[][2] = {
        {"src/base/../../src/base/os.h", "src/base/os.h"},
        {"tests/../src/../src/base/os.h", "src/base/os.h"},
        {"/usr/../usr/include/../include/stdio.h", "/usr/include/stdio.h"},
        {"/../usr/include/stdio.h", "/usr/include/stdio.h"},
    };
    for (size_t i = 0; i < COUNT_OF(paths); i++) {
        const char *why;
        SourceFile *s = file_store_open(f->store, paths[i][0], &why);
        assert_non_null(s);
        if (paths[i][0][1] != '.') /* above the root: left as it is */
            assert_string_equal(s->path, paths[i][1]);
    }
    char *cwd = os_cwd(f->arena), *last = strrchr(cwd, '/');
    const char *why;
    char *back = arena_printf(f->arena, "../%s/src/../Makefile", last + 1);
    SourceFile *s = file_store_open(f->store, back, &why);
    assert_non_null(s);
    assert_string_equal(s->path, arena_printf(f->arena, "../%s/Makefile", last + 1));
}

static void space_runs_out_politely(void **state)
{
    Fixture *f = *state;
    SourceFile *file = file_store_overlay(f->store, "big.c", "", 0);
    Loc base;
    f->map.next_base = (UINT32_MAX >> 1) - 1;
    assert_true(source_map_include(&f->map, file, LOC_NONE, false, &base));
    assert_false(source_map_include(&f->map, file, LOC_NONE, false, &base));
}

/* All comments of a text, each closed by `|`. */
static const char *comments(Fixture *f, const char *text)
{
    SourceFile *file = file_store_overlay(f->store, "comments.c", text, strlen(text));
    uint32_t at = 0, begin, end;
    Text t;
    text_init(&t, f->arena);
    text_add(&t, "");
    while (source_comment(file, at, &begin, &end)) {
        assert_true(begin >= at && end > begin && end <= file->len);
        text_add_n(&t, text + begin, end - begin);
        text_add_char(&t, '|');
        at = end;
    }
    return t.data ? t.data : "";
}

static void comments_are_outside_literals(void **state)
{
    Fixture *f = *state;
    assert_string_equal(comments(f, ""), "");
    assert_string_equal(comments(f, "int x; // one\nint y; /* two\n three */ z"),
                        "// one|/* two\n three */|");
    assert_string_equal(comments(f, "s = \"// no\"; c = '\"'; // yes"), "// yes|");
    assert_string_equal(comments(f, "s = \"\\\" /* no */\"; /**/ /* */"), "/**/|/* */|");
    assert_string_equal(comments(f, "// a \\\n b\nx"), "// a \\\n b|");
    assert_string_equal(comments(f, "'unclosed\n// yes"), "// yes|");
    assert_string_equal(comments(f, "/* never ends"), "/* never ends|");
    assert_string_equal(comments(f, "/*/ /"), "/*/ /|");
    assert_string_equal(comments(f, "a / b /"), "");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(same_file_by_any_path), TEST(lines_and_columns),
        TEST(inclusions_nest),       TEST(macros_show_what_the_user_wrote),
        TEST(line_directives_renumber), TEST(threads_share_files),
        TEST(space_runs_out_politely), TEST(comments_are_outside_literals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
