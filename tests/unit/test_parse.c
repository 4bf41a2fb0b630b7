/* tests/unit/test_parse.c - C in, the printed tree out. */
#include "syntax/ast.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct Parsed {
    Arena *session, *tu;
    Names *names;
    FileStore *files;
    DiagSink *diag;
    SourceMap map;
    Dialect dialect;
    PpResult pp;
    Ast ast;
    bool ok;
} Parsed;

static void parse_with(Parsed *u, const char *text, Standard std)
{
    memset(u, 0, sizeof *u);
    u->session = arena_new();
    u->tu = arena_new();
    u->names = names_new(u->session, syntax_known_names(), syntax_known_name_count());
    u->files = file_store_new(u->session);
    u->diag = diag_sink_new(u->session);
    source_map_init(&u->map, u->tu);
    u->dialect = (Dialect){.std = std, .gnu = true, .dollar_in_names = true};
    PpOptions options = {.dialect = &u->dialect, .predefined = ""};
    SourceFile *f = file_store_overlay(u->files, "t.c", text, strlen(text));
    assert_true(pp_run(u->tu, u->names, u->files, u->diag, &u->map, &options, f, &u->pp));
    u->ok = parse_unit(u->tu, u->names, u->diag, &u->map, &u->dialect, &u->pp, &u->ast);
}

static void drop(Parsed *u)
{
    arena_destroy(u->tu);
    diag_sink_destroy(u->diag);
    file_store_destroy(u->files);
    names_destroy(u->names);
    arena_destroy(u->session);
}

/* The tree of `text` must print as `tree`. */
static void expect_std(const char *text, const char *tree, Standard std)
{
    Parsed u;
    parse_with(&u, text, std);
    Text out;
    text_init(&out, u.tu);
    ast_print(&u.ast, &u.map, &out);
    assert_true(u.ok);
    assert_string_equal(out.data, tree);
    drop(&u);
}

static void expect(const char *text, const char *tree)
{
    expect_std(text, tree, STD_C17);
}

static uint32_t errors_in(const char *text)
{
    Parsed u;
    parse_with(&u, text, STD_C17);
    uint32_t n = diag_c_error_count(u.diag);
    assert_int_equal(u.ok, n == 0);
    drop(&u);
    return n;
}

/* `before`, then n times `piece`, `middle`, n times `after`, `end`. */
static char *repeated(const char *before, const char *piece, uint32_t n, const char *middle,
                      const char *after, const char *end)
{
    size_t each = strlen(piece) + strlen(after);
    char *s = malloc(n * each + strlen(before) + strlen(middle) + strlen(end) + 1);
    char *to = s;
    to += sprintf(to, "%s", before);
    for (uint32_t i = 0; i < n; i++)
        to += sprintf(to, "%s", piece);
    to += sprintf(to, "%s", middle);
    for (uint32_t i = 0; i < n; i++)
        to += sprintf(to, "%s", after);
    sprintf(to, "%s", end);
    return s;
}

static void declarators_read_outwards(void **state)
{
    (void)state;
    expect("int *(*f[3])(char);",
           "1 declare f: array [3] of pointer to function (_: char) -> pointer to int\n");
    expect("char (*(*x(void))[5])();",
           "1 declare x: function () -> pointer to array [5] of pointer to function "
           "(no prototype) -> char\n");
    expect_std("int f();", "1 declare f: function () -> int\n", STD_C23);
    expect("int *const *volatile p;", "1 declare p: volatile pointer to const pointer to int\n");
    expect("int f(a, b) int a; {}", "1 function f: function (no prototype: a, b) -> int\n"
                                    "  1 declare a: int\n"
                                    "  1 compound\n");
}

static void typedefs_follow_scopes(void **state)
{
    (void)state;
    expect("typedef int T;\nvoid f(void) {\n{ T T = 1; T * 2; }\nT * x;\nT: ; }",
           "1 declare T: typedef int\n"
           "2 function f: function () -> void\n"
           "  2 compound\n"
           "    3 compound\n"
           "      3 decl\n"
           "        3 declare T: T\n"
           "          int 1\n"
           "      3 expr\n"
           "        binary *\n"
           "          ident T\n"
           "          int 2\n"
           "    4 decl\n"
           "      4 declare x: pointer to T\n"
           "    5 label T\n"
           "      5 null\n");
    expect("typedef int T; int f(int (T), int T);",
           "1 declare T: typedef int\n"
           "1 declare f: function (_: function (_: T) -> int, T: int) -> int\n");
}

static void operators_bind(void **state)
{
    (void)state;
    expect("int a = 1 + 2 * 3 << 4 == 5;", "1 declare a: int\n"
                                           "  binary ==\n"
                                           "    binary <<\n"
                                           "      binary +\n"
                                           "        int 1\n"
                                           "        binary *\n"
                                           "          int 2\n"
                                           "          int 3\n"
                                           "      int 4\n"
                                           "    int 5\n");
    expect("int a = b ? c : d ?: e;", "1 declare a: int\n"
                                      "  cond\n"
                                      "    ident b\n"
                                      "    ident c\n"
                                      "    cond\n"
                                      "      ident d\n"
                                      "      ident e\n");
    expect("int a = sizeof (int) * 2 + sizeof (b)[1] + (int)-1 + (b)(1);", "1 declare a: int\n"
                                                                           "  binary +\n"
                                                                           "    binary *\n"
                                                                           "      sizeof-type int\n"
                                                                           "      int 2\n"
                                                                           "    sizeof-expr\n"
                                                                           "      index\n"
                                                                           "        ident b\n"
                                                                           "        int 1\n"
                                                                           "    cast int\n"
                                                                           "      unary -\n"
                                                                           "        int 1\n"
                                                                           "    call\n"
                                                                           "      ident b\n"
                                                                           "      int 1\n");
}

static void strings_are_joined(void **state)
{
    (void)state;
    expect("char *s = \"a\\n\" \"\\x41\" \"1\\101\";",
           "1 declare s: pointer to char\n  string \"a\\x{a}A1A\"\n");
    expect("void *s = \"a\" L\"\\u20AC\";",
           "1 declare s: pointer to void\n  string L\"a\\x{20ac}\"\n");
    expect("void *s = u\"\\U0001F600\";",
           "1 declare s: pointer to void\n  string u\"\\x{d83d}\\x{de00}\"\n");
    expect("void *s = u8\"\\u20AC\";",
           "1 declare s: pointer to void\n  string u8\"\\x{e2}\\x{82}\\x{ac}\"\n");
}

static void numbers_have_values(void **state)
{
    (void)state;
    expect("int a[] = { 0x1F, 017, 0b11, '\\377', 'ab', 340282366920938463463374607431768211455 };",
           "1 declare a: array [] of int\n"
           "  init-list\n"
           "    int 31\n    int 15\n    int 3\n    char -1\n    char 24930\n    int -1\n");
    expect_std("int a = 1'000'000;", "1 declare a: int\n  int 1000000\n", STD_C23);
    expect("float f = 1.1f;", "1 declare f: float\n  float 0x8.ccccdp-3f\n");
    expect("double f = 0x1.8p3;", "1 declare f: double\n  float 0xcp+0\n");
}

static void attributes_find_their_place(void **state)
{
    (void)state;
    expect("int *__attribute__((corten_own)) f(int __attribute__((__unused__)) a) "
           "__attribute__((x(1, b)));",
           "1 declare f: function (a: int @unused) -> pointer to  @corten_own int @x(1, b)\n");
    expect("int *__attribute__((corten_when(return == 0))) p;",
           "1 declare p: pointer to  @corten_when(return == 0) int\n");
    expect("struct __attribute__((a)) s { int x; } __attribute__((b)) v __attribute__((c));",
           "1 struct s @a @b {}\n  1 declare x: int\n1 declare v: struct s @a @b {} @c\n");
    expect_std("[[nodiscard]] int f [[gnu::cold]] (void);",
               "1 declare f: function () -> int @nodiscard @gnu::cold\n", STD_C23);
    expect("void f(void) { __attribute__((corten_unsafe)) { } __attribute__((fallthrough)); }",
           "1 function f: function () -> void\n"
           "  1 compound\n"
           "    1 compound unsafe @corten_unsafe\n"
           "    1 null @fallthrough\n");
}

static void when_is_an_expression(void **state)
{
    (void)state;
    Parsed u;
    parse_with(&u, "int *__attribute__((corten_when(return == 0), weird(a = 10.4.1))) p;", STD_C17);
    const Attr *a = u.ast.first->declarators->declarator->parts->attrs;
    assert_int_equal(a->arg_count, 1);
    assert_int_equal(a->args[0]->kind, EXPR_BINARY);
    assert_string_equal(a->args[0]->u.binary.lhs->u.ident.name->text, "return");
    assert_int_equal(a->token_count, 3);
    assert_int_equal(a->next->token_count, 3);
    assert_true(u.ok);
    drop(&u);
}

static void pack_counts_at_the_brace(void **state)
{
    (void)state;
    expect("#pragma pack(push, 2)\nstruct a { int x;\n#pragma pack(1)\n};\n#pragma pack(pop)\n"
           "struct b { int x; };\n",
           "2 struct a {} pack 1\n  2 declare x: int\n6 struct b {}\n  6 declare x: int\n");
}

static void chains_need_no_stack(void **state)
{
    (void)state;
    static const char *const cases[][5] = {
        {"int a = 1", " + 1", "", "", ";"},
        {"int a; void f(void) { ", "a = ", "1", "", "; }"},
        {"int a; void f(void) { a = ", "a ? 1 : ", "1", "", "; }"},
        {"int a; void f(void) { ", "if (a) a = 1; else ", "", "", "; }"},
        {"void f(int a) { switch (a) { ", "case 1: ", "", "", "; } }"},
        {"int ", "*", "p", "[2]", ";"},
        {"char *s = ", "\"ab\"", "", "", ";"},
    };
    for (uint32_t i = 0; i < COUNT_OF(cases); i++) {
        char *s = repeated(cases[i][0], cases[i][1], 20000, cases[i][2], cases[i][3], cases[i][4]);
        Parsed u;
        parse_with(&u, s, STD_C17);
        Text out;
        text_init(&out, u.tu);
        if (i < 3)
            ast_print(&u.ast, &u.map, &out);
        assert_true(u.ok);
        drop(&u);
        free(s);
    }
}

static void nesting_is_bounded(void **state)
{
    (void)state;
    static const char *const cases[][4] = {
        {"int a = ", "(", ")", "1"},
        {"int a = ", "!", "", "1"},
        {"int a = ", "{", "}", "1"},
        {"void f(void) { ", "{", "}", ";"},
        {"int ", "(", ")", "a"},
        {"", "struct {", "} x;", "int a;"},
        {"void f(int a) { ", "if (a) ", "", ";"},
        {"void f(int a) { ", "for (;;) ", "", ";"},
        {"int a = ", "1 ? ", ": 1", "1"},
        {"int a = ", "(int)", "", "1"},
        {"", "typeof(", ") ", "int"},
        {"int f", "(int g", ")", ""},
        {"int a = ", "f(", ")", "1"},
        {"int a", "[b", "]", ""},
        {"void f(void) { ", "({", "})", ";"},
    };
    for (uint32_t i = 0; i < COUNT_OF(cases); i++) {
        char *s = repeated(cases[i][0], cases[i][1], 20000, cases[i][3], cases[i][2], ";");
        assert_int_equal(errors_in(s), 1);
        free(s);
        s = repeated(cases[i][0], cases[i][1], 150, cases[i][3], cases[i][2], "");
        free(s);
    }
}

static void one_error_each(void **state)
{
    (void)state;
    assert_int_equal(errors_in("int f(int a) { a = ; return a }"), 2);
    assert_int_equal(errors_in("foo x; foo *y; foo z(void);"), 1);
    assert_int_equal(errors_in("struct s { int a; }\nint f(void) { return 1; }"), 1);
    assert_int_equal(errors_in("int f(void) { if (1 { } return 1; }"), 1);
    assert_int_equal(errors_in("int f(void) {"), 1);
    assert_int_equal(errors_in("int f(void) { return 1; } }"), 1);
    char *s = repeated("", "@ ;", 5000, "", "", "");
    assert_int_equal(errors_in(s), 101); /* the last one says that there are too many */
    free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(declarators_read_outwards),
        cmocka_unit_test(typedefs_follow_scopes),
        cmocka_unit_test(operators_bind),
        cmocka_unit_test(strings_are_joined),
        cmocka_unit_test(numbers_have_values),
        cmocka_unit_test(attributes_find_their_place),
        cmocka_unit_test(when_is_an_expression),
        cmocka_unit_test(pack_counts_at_the_brace),
        cmocka_unit_test(chains_need_no_stack),
        cmocka_unit_test(nesting_is_bounded),
        cmocka_unit_test(one_error_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
