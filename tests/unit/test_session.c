/* Command lines, words, paths and globs: the parts of session/ that need no compiler. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "session/session.h"

static Session *session(void)
{
    static const SessionOptions none = {.jobs = 1};
    return session_new(&none);
}

static const char *joined(Arena *a, const TextList *l)
{
    Text t;
    text_init(&t, a);
    for (uint32_t i = 0; i < l->len; i++)
        text_addf(&t, "%s%s", i ? "|" : "", l->data[i]);
    return t.data ? t.data : "";
}

static Command *parse(Session *s, const char *line)
{
    TextList argv = {0};
    const char *why;
    assert_true(words_split(s->arena, line, &argv, &why));
    return command_parse(s, s->cwd, &argv);
}

static void splits_like_a_shell(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"cc -c a.c", "cc|-c|a.c"},
        {"  cc\t'a b'\n\"c d\" ", "cc|a b|c d"},
        {"-DX='\"y z\"'", "-DX=\"y z\""},
        {"a\\ b \"c\\\"d\" \"e\\f\"", "a b|c\"d|e\\f"},
        {"'' x", "|x"},
        {"a\\\nb", "ab"},
        {"", ""},
    };
    Arena *a = arena_new();
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        TextList out = {0};
        const char *why;
        assert_true(words_split(a, cases[i][0], &out, &why));
        assert_string_equal(joined(a, &out), cases[i][1]);
    }
    TextList out = {0};
    const char *why;
    assert_false(words_split(a, "cc 'x", &out, &why));
    assert_false(words_split(a, "cc \"x", &out, &why));
    arena_destroy(a);
}

static void understands_flags(void **state)
{
    (void)state;
    Session *s = session();
    Command *c = parse(
        s, "ccache gcc -m32 -Iinc -I more -isystem sys -iquote q -idirafter late -DA -D B=1 -UC "
           "-std=c11 -include x.h -imacros m.h -Wall -O2 -o a.o -MF a.d -c a.c b.cpp c.s d.c");
    assert_string_equal(c->compiler, "gcc");
    assert_string_equal(joined(s->arena, &c->probe_args), "-m32|-std=c11|-O2");
    assert_string_equal(joined(s->arena, &c->angle), "inc|more");
    assert_string_equal(joined(s->arena, &c->system), "sys");
    assert_string_equal(joined(s->arena, &c->quote), "q");
    assert_string_equal(joined(s->arena, &c->after), "late");
    assert_string_equal(joined(s->arena, &c->inputs), "a.c|d.c");
    assert_string_equal(joined(s->arena, &c->unknown), "");
    static const CmdMacro want[] = {{CMD_DEFINE, "A"},
                                    {CMD_DEFINE, "B=1"},
                                    {CMD_UNDEF, "C"},
                                    {CMD_INCLUDE, "x.h"},
                                    {CMD_IMACROS, "m.h"}};
    assert_int_equal(c->macros.len, COUNT_OF(want));
    for (size_t i = 0; i < COUNT_OF(want); i++) {
        assert_int_equal(c->macros.data[i].kind, want[i].kind);
        assert_string_equal(c->macros.data[i].text, want[i].text);
    }
    session_destroy(s);
}

static void understands_flags_in_flags(void **state)
{
    (void)state;
    Session *s = session();
    Command *c = parse(
        s, "cc -Wp,-MMD,x.d,-DX=1 -Xpreprocessor -I -Xpreprocessor inc -Xclang -foo --sysroot=/r "
           "-I=usr -nostdinc -fms-extensions -fshort-enums --frob -x c++ a.c -x none b.c");
    assert_int_equal(c->macros.len, 1);
    assert_string_equal(c->macros.data[0].text, "X=1");
    assert_string_equal(joined(s->arena, &c->angle), "inc|/rusr");
    assert_string_equal(joined(s->arena, &c->unknown), "--frob");
    assert_string_equal(joined(s->arena, &c->inputs), "b.c");
    assert_true(c->nostdinc && c->ms_extensions && c->short_enums);
    session_destroy(s);
}

static void joins_paths(void **state)
{
    (void)state;
    Arena *a = arena_new();
    static const char *const cases[][4] = {
        {"/nowhere/a", "/nowhere/a", "x.c", "x.c"},
        {"/nowhere/a", "/nowhere/a/build", "../src/x.c", "src/x.c"},
        {"/nowhere/a", "/nowhere/b", "x.c", "/nowhere/b/x.c"},
        {"/nowhere/a", "/nowhere/b", "./x//y/./z.c", "/nowhere/b/x/y/z.c"},
        {"/nowhere/a", "/nowhere/b", "/nowhere/a/x.c", "x.c"},
        {"/nowhere/a", "/nowhere/b", "/nowhere/ab/x.c", "/nowhere/ab/x.c"},
        {"/nowhere/a", "/nowhere/b", "../../../x.c", "/x.c"},
        {"/nowhere/a", "/nowhere/a/b", "..", "."},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(path_join(a, cases[i][0], cases[i][1], cases[i][2]), cases[i][3]);
    arena_destroy(a);
}

static void matches_globs(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *path;
        bool match;
    } cases[] = {
        {"*.c", "src/a.c", true},
        {"a.c", "src/a.c", true},
        {"b.c", "src/a.c", false},
        {"src", "src/x/a.c", true},
        {"tests/", "x/tests/a.c", true},
        {"src/*.c", "src/a.c", true},
        {"src/*.c", "src/x/a.c", false},
        {"src/**.c", "src/x/a.c", true},
        {"src/**/a.c", "src/a.c", true},
        {"src/**/a.c", "src/x/y/a.c", true},
        {"x/*.c", "src/x/a.c", true},
        {"?.c", "ab.c", false},
        {"?.c", "a.c", true},
        {"*", "a.c", true},
        {"sr", "src/a.c", false},
        {"src/x", "src/x/a.c", true},
        {"/r/src/*", "/r/src/a.c", true},
        {"", "a.c", false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        if (path_matches(cases[i].pattern, cases[i].path) != cases[i].match)
            fail_msg("%s against %s", cases[i].pattern, cases[i].path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splits_like_a_shell),
        cmocka_unit_test(understands_flags),
        cmocka_unit_test(understands_flags_in_flags),
        cmocka_unit_test(joins_paths),
        cmocka_unit_test(matches_globs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
