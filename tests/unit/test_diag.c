/* tests/unit/test_diag.c - pinned renderings of findings on hand-made source maps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "diag/diag.h"

/* One program of one or two files, a sink, and the finding under construction. */
typedef struct World {
    Arena *arena;
    FileStore *files;
    Names *names;
    SourceMap map;
    DiagSink *sink;
    Finding f;
    SourceFile *file[2];
    Loc base[2];
} World;

static World *world_new(const char *path, const char *text)
{
    Arena *a = arena_new();
    World *w = ARENA_NEW(a, World);
    w->arena = a;
    w->files = file_store_new(a);
    w->names = names_new(a, NULL, 0);
    w->file[0] = file_store_overlay(w->files, path, text, strlen(text));
    source_map_init(&w->map, a);
    assert_true(source_map_include(&w->map, w->file[0], LOC_NONE, false, &w->base[0]));
    w->sink = diag_sink_new(a);
    return w;
}

static void world_end(World *w)
{
    diag_sink_destroy(w->sink);
    names_destroy(w->names);
    file_store_destroy(w->files);
    arena_destroy(w->arena);
}

static void world_include(World *w, const char *path, const char *text)
{
    w->file[1] = file_store_overlay(w->files, path, text, strlen(text));
    assert_true(source_map_include(&w->map, w->file[1], w->base[0], false, &w->base[1]));
}

/* The Loc of the n-th (from 0) `needle` in a file. */
static Loc loc_of(World *w, int file, const char *needle, int n)
{
    const char *p = w->file[file]->data;
    for (;; p++) {
        p = strstr(p, needle);
        assert_non_null(p);
        if (n-- == 0)
            return w->base[file] + (Loc)(p - w->file[file]->data);
    }
}

static Span at(World *w, const char *needle, int n)
{
    Loc l = loc_of(w, 0, needle, n);
    return (Span){l, l};
}

static void begin(World *w, RuleId rule, const char *message)
{
    w->f = (Finding){.rule = rule, .severity = SEVERITY_ERROR, .message = message};
}

static void label(World *w, LabelKind kind, Span s, const char *text)
{
    Label l = {kind, s, text};
    VEC_PUSH(w->arena, &w->f.labels, l);
}

static void help(World *w, const char *text, Edit e)
{
    Help h = {text, arena_copy(w->arena, &e, sizeof e), 1};
    VEC_PUSH(w->arena, &w->f.helps, h);
}

static const char *render(World *w, DiagFormat format, unsigned columns)
{
    Text out;
    DiagOptions o = {format, false, columns, "0"};
    text_init(&out, w->arena);
    diag_render(w->sink, &o, &out);
    return out.data ? out.data : "";
}

static void add(World *w)
{
    diag_add(w->sink, &w->map, &w->f);
}

/* Ends the world too. */
static void expect(World *w, unsigned columns, const char *text)
{
    assert_string_equal(render(w, FORMAT_TEXT, columns), text);
    world_end(w);
}

static const char *const LIST =
    "void drop(struct node *node, int verbose)\n"
    "{\n"
    "    free(node);\n"
    "    if (verbose)\n"
    "        puts(\"dropped\");\n"
    "    count--;\n"
    "    log_key(node->key);\n"
    "}\n";

static World *list_world(void)
{
    World *w = world_new("list.c", LIST);
    begin(w, RULE_USE_AFTER_FREE, "`node` is used after it was freed");
    w->f.function = "drop";
    label(w, LABEL_PRIMARY, at(w, "node->", 0), "`node` points to freed memory");
    label(w, LABEL_EVENT, at(w, "node)", 0), "freed here: ownership moves into `free`");
    label(w, LABEL_EVENT, at(w, "verbose)", 1), "taking the true branch");
    return w;
}

static void test_story(void **state)
{
    (void)state;
    World *w = list_world();
    VEC_PUSH(w->arena, &w->f.notes, "`node` was allocated in `node_new` (node.c:12:24)");
    help(w, "keep the key before freeing the node",
         (Edit){at(w, "free", 0), true, false, "char *key = node->key;\n"});
    add(w);
    expect(w, 0,
           "error[use-after-free]: `node` is used after it was freed\n"
           " --> list.c:7:13\n"
           "  |\n"
           "3 |     free(node);\n"
           "  |          ---- freed here: ownership moves into `free`\n"
           "4 |     if (verbose)\n"
           "  |         ------- taking the true branch\n"
           "...\n"
           "7 |     log_key(node->key);\n"
           "  |             ^^^^ `node` points to freed memory\n"
           "  |\n"
           "  = note: `node` was allocated in `node_new` (node.c:12:24)\n"
           "help: keep the key before freeing the node\n"
           "  |\n"
           "3 +     char *key = node->key;\n"
           "  |\n"
           "\n"
           "corten: 1 finding\n");
}

static void test_several_on_a_line(void **state)
{
    (void)state;
    World *w = world_new("a.c", "\n\n\n\n\n\n\n\n\n    copy(dst, src, len);\n");
    begin(w, RULE_NULL_DEREF, "`src` may be null");
    label(w, LABEL_PRIMARY, at(w, "src", 0), "this one may be null");
    label(w, LABEL_SECONDARY, at(w, "copy", 0), "needs it here");
    label(w, LABEL_SECONDARY, at(w, "len", 0), "the length");
    label(w, LABEL_SECONDARY, at(w, "dst", 0), "");
    help(w, "check it first", (Edit){at(w, "copy", 0), true, false, "if (src) "});
    add(w);
    expect(w, 0,
           "error[null-deref]: `src` may be null\n"
           "  --> a.c:10:15\n"
           "   |\n"
           "10 |     copy(dst, src, len);\n"
           "   |     ---- ---  ^^^  --- the length\n"
           "   |     |         |\n"
           "   |     |         this one may be null\n"
           "   |     needs it here\n"
           "   |\n"
           "help: check it first\n"
           "   |\n"
           "10 |     if (src) copy(dst, src, len);\n"
           "   |     +++++++++\n"
           "\n"
           "corten: 1 finding\n");
}

static void test_overlap_and_between(void **state)
{
    (void)state;
    World *w = world_new("a.c", "int a;\nint b;\nint *c = &(a.b[i]);\n");
    begin(w, RULE_OUT_OF_BOUNDS, "`i` is out of bounds");
    label(w, LABEL_PRIMARY, at(w, "i]", 0), "`i` is 7");
    label(w, LABEL_SECONDARY, (Span){loc_of(w, 0, "a.b", 0), loc_of(w, 0, "])", 0)}, "of 4");
    label(w, LABEL_SECONDARY, at(w, "a;", 0), "declared");
    add(w);
    expect(w, 0,
           "error[out-of-bounds]: `i` is out of bounds\n"
           " --> a.c:3:16\n"
           "  |\n"
           "1 | int a;\n"
           "  |     - declared\n"
           "2 | int b;\n"
           "3 | int *c = &(a.b[i]);\n"
           "  |            ----^-\n"
           "  |            |   |\n"
           "  |            |   `i` is 7\n"
           "  |            of 4\n"
           "\n"
           "corten: 1 finding\n");
}

static void test_several_lines(void **state)
{
    (void)state;
    World *w = world_new("a.c", "int n = sum(first,\n            second);\n\n\n\n"
                                "    sum(first,\n\n\n\n\n        second);\n");
    begin(w, RULE_UNCHECKED_RESULT, "the result is ignored");
    label(w, LABEL_PRIMARY, (Span){loc_of(w, 0, "sum", 0), loc_of(w, 0, ");", 0)}, "here");
    label(w, LABEL_SECONDARY, at(w, "second", 0), "inside");
    add(w);
    begin(w, RULE_UNCHECKED_RESULT, "the result is ignored");
    label(w, LABEL_PRIMARY, (Span){loc_of(w, 0, "sum", 1), loc_of(w, 0, ");", 1)}, "here");
    label(w, LABEL_SECONDARY, at(w, "first", 0), "before");
    add(w);
    expect(w, 0,
           "error[unchecked-result]: the result is ignored\n"
           " --> a.c:1:9\n"
           "  |\n"
           "1 |   int n = sum(first,\n"
           "  |  _________^\n"
           "2 | |             second);\n"
           "  | |             ------ inside\n"
           "  | |___________________^ here\n"
           "\n"
           "error[unchecked-result]: the result is ignored\n"
           "  --> a.c:6:5\n"
           "   |\n"
           "1  |   int n = sum(first,\n"
           "   |               ----- before\n"
           "...\n"
           "6  | /     sum(first,\n"
           "...  |\n"
           "11 | |         second);\n"
           "   | |_______________^ here\n"
           "\n"
           "corten: 2 findings\n");
}

static void test_files_and_macros(void **state)
{
    (void)state;
    World *w = world_new("m.c", "#include \"m.h\"\nint f(int *q) { return DEREF(q) + 1; }\n");
    world_include(w, "m.h", "#define DEREF(p) (*(p))\nint *get(void);\n");
    uint32_t e = source_map_expansion(&w->map, names_intern(w->names, "DEREF", 5),
                                      loc_of(w, 0, "DEREF", 0), loc_of(w, 1, "DEREF", 0));
    Loc star = source_map_macro_token(&w->map, loc_of(w, 1, "*(", 0), e);
    Loc get = loc_of(w, 1, "get", 0);
    begin(w, RULE_NULL_DEREF, "`q` may be null");
    label(w, LABEL_PRIMARY, (Span){star, star}, "dereferenced");
    label(w, LABEL_SECONDARY, (Span){get, get}, "null comes from here");
    add(w);
    expect(w, 0,
           "error[null-deref]: `q` may be null\n"
           " --> m.c:2:24\n"
           "  |\n"
           "2 | int f(int *q) { return DEREF(q) + 1; }\n"
           "  |                        ^^^^^^^^ dereferenced\n"
           " ::: m.h:2:6\n"
           "  |\n"
           "2 | int *get(void);\n"
           "  |      --- null comes from here\n"
           "note: in this expansion of macro `DEREF`\n"
           " --> m.h:1:19\n"
           "  |\n"
           "1 | #define DEREF(p) (*(p))\n"
           "  |                   ^\n"
           "\n"
           "corten: 1 finding\n");
}

static void test_odd_characters(void **state)
{
    (void)state;
    World *w = world_new("u.c", "\tx = \"\xE6\xBC\xA2\xC3\xA9\x01\xFF\", y;\r\n");
    begin(w, RULE_UNINIT, "`y` is not initialised");
    label(w, LABEL_PRIMARY, at(w, "y;", 0), "here");
    add(w);
    expect(w, 0,
           "error[uninit]: `y` is not initialised\n"
           " --> u.c:1:14\n"
           "  |\n"
           "1 |     x = \"\xE6\xBC\xA2\xC3\xA9\xE2\x90\x81\xEF\xBF\xBD\", y;\n"
           "  |                  ^ here\n"
           "\n"
           "corten: 1 finding\n");
}

static void test_long_line(void **state)
{
    (void)state;
    World *w = world_new("l.c",
                         "int aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa = "
                         "bad + "
                         "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb;\n");
    begin(w, RULE_UNINIT, "`bad` is not initialised");
    label(w, LABEL_PRIMARY, at(w, "bad", 0), "here");
    add(w);
    expect(w, 44,
           "error[uninit]: `bad` is not initialised\n"
           " --> l.c:1:72\n"
           "  |\n"
           "1 | ...aaaaaaaaaaaa = bad + bbbbbbbbbbbbb...\n"
           "  |                   ^^^ here\n"
           "\n"
           "corten: 1 finding\n");
}

static void test_replacement(void **state)
{
    (void)state;
    World *w = world_new("r.c", "void f(void)\n{\n    strcpy(a, b);\n}\n");
    begin(w, RULE_OUT_OF_BOUNDS, "may be too long");
    label(w, LABEL_PRIMARY, at(w, "strcpy", 0), "");
    help(w, "use a bounded copy", (Edit){at(w, "strcpy", 0), false, false, "strlcpy"});
    help(w, "or check after it", (Edit){at(w, "strcpy", 0), false, true, "check(a);\ncheck(b);"});
    add(w);
    expect(w, 0,
           "error[out-of-bounds]: may be too long\n"
           " --> r.c:3:5\n"
           "  |\n"
           "3 |     strcpy(a, b);\n"
           "  |     ^^^^^^\n"
           "  |\n"
           "help: use a bounded copy\n"
           "  |\n"
           "3 -     strcpy(a, b);\n"
           "3 +     strlcpy(a, b);\n"
           "  |\n"
           "help: or check after it\n"
           "  |\n"
           "4 +     check(a);\n"
           "5 +     check(b);\n"
           "  |\n"
           "\n"
           "corten: 1 finding\n");
}

static void test_order_and_once(void **state)
{
    (void)state;
    World *w = world_new("o.c", "a b c\n");
    const char *names[] = {"c", "a", "b", "a"};
    for (int i = 0; i < 4; i++) {
        begin(w, RULE_LEAK, arena_printf(w->arena, "`%s` leaks", names[i]));
        label(w, LABEL_PRIMARY, at(w, names[i], 0), "");
        add(w);
    }
    assert_int_equal(diag_finding_count(w->sink), 3);
    assert_int_equal(diag_exit_code(w->sink), 1);
    assert_string_equal(render(w, FORMAT_GCC, 0), "o.c:1:1: error: `a` leaks [leak]\n"
                                                  "o.c:1:3: error: `b` leaks [leak]\n"
                                                  "o.c:1:5: error: `c` leaks [leak]\n");
    world_end(w);
}

static void test_allow(void **state)
{
    (void)state;
    World *w = world_new("a.c", "x = 1; // corten: allow(leak, uninit) kept for ever\n"
                                "y = 1; // corten: allow(leak)\n"
                                "z = 1; // corten: allow(lock) other rule\n");
    const char *names[] = {"x", "y", "z"};
    for (int i = 0; i < 3; i++) {
        begin(w, RULE_LEAK, "it leaks");
        label(w, LABEL_PRIMARY, at(w, names[i], 0), "");
        add(w);
    }
    const char *text = render(w, FORMAT_GCC, 0);
    assert_null(strstr(text, "a.c:1:"));
    assert_null(strstr(text, "a.c:2:")); /* checks/allow.c reports the comment */
    assert_non_null(strstr(text, "a.c:3:1: error: it leaks [leak]"));
    world_end(w);
}

/* Which comments silence: those that begin so. */
static void test_allow_comments(void **state)
{
    (void)state;
    World *w = world_new("b.c", "p(\"// corten: allow(leak) text\"); // so: corten: allow(leak)\n"
                                "//corten: allow(leak,lock):  kept  \n"
                                "/* corten: allow( uninit )*/ /* corten: allow(leak */\n");
    static const char *const wanted[] = {"leak lock <kept>", "uninit <>", "<>"};
    Allow a;
    uint32_t n = 0;
    assert_true(allow_stands_in(w->file[0]));
    for (uint32_t at = 0; allow_next(w->file[0], &at, &a); n++) {
        Text t;
        const char *name;
        uint32_t len;
        text_init(&t, w->arena);
        for (uint32_t k = 0; allow_rule(&a, &k, &name, &len);)
            text_addf(&t, "%.*s ", (int)len, name);
        text_addf(&t, "<%.*s>", (int)a.reason_len, a.reason);
        assert_true(n < COUNT_OF(wanted));
        assert_string_equal(t.data, wanted[n]);
    }
    assert_int_equal(n, 3);
    world_end(w);
}

static void test_c_errors(void **state)
{
    (void)state;
    World *w = world_new("e.c", "int f(void) { return 1 + ; }\n");
    diag_c_error(w->sink, &w->map, at(w, ";", 0), "expected an expression");
    diag_c_error_with(w->sink, &w->map, at(w, "}", 0), "here", at(w, "{", 0), "to match this",
                      "expected `%s`", "}");
    assert_int_equal(diag_c_error_count(w->sink), 2);
    assert_int_equal(diag_exit_code(w->sink), 2);
    expect(w, 0,
           "error: expected an expression\n"
           " --> e.c:1:26\n"
           "  |\n"
           "1 | int f(void) { return 1 + ; }\n"
           "  |                          ^\n"
           "\n"
           "error: expected `}`\n"
           " --> e.c:1:28\n"
           "  |\n"
           "1 | int f(void) { return 1 + ; }\n"
           "  |             -              ^ here\n"
           "  |             |\n"
           "  |             to match this\n"
           "\n"
           "corten: 2 errors in the code's syntax or types\n");
}

static void test_trouble(void **state)
{
    (void)state;
    World *w = world_new("e.c", "");
    assert_int_equal(diag_exit_code(w->sink), 0);
    diag_remark(w->sink, "b");
    diag_remark(w->sink, "a");
    diag_trouble(w->sink, false, "cannot read `%s`", "x.c");
    assert_int_equal(diag_exit_code(w->sink), 2);
    diag_trouble(w->sink, true, "oops");
    assert_int_equal(diag_exit_code(w->sink), 3);
    expect(w, 0, "corten: error: cannot read `x.c`\n"
                 "corten: error: oops\n"
                 "corten: note: a\n"
                 "corten: note: b\n");
}

static bool verify(World *w, const bool *only, const char **text)
{
    Text out;
    text_init(&out, w->arena);
    const char *paths[] = {w->file[0]->path};
    bool ok = diag_verify(w->sink, w->files, paths, 1, only, &out);
    *text = out.data ? out.data : "";
    return ok;
}

static void test_verify(void **state)
{
    (void)state;
    const char *text;
    World *w = world_new("v.c", "x = 1; //~ leak, uninit\n"
                                "//~^ double-free\n"
                                "//~v lock\n"
                                "y = 1;\n"
                                "z = 1;\n");
    RuleId rules[] = {RULE_LEAK, RULE_UNINIT, RULE_DOUBLE_FREE};
    for (int i = 0; i < 3; i++) {
        begin(w, rules[i], "message");
        label(w, LABEL_PRIMARY, at(w, "x", 0), "");
        add(w);
    }
    assert_false(verify(w, NULL, &text));
    assert_string_equal(text, "v.c:4: expected lock, nothing was reported\n");
    bool only[RULE_COUNT] = {false};
    only[RULE_LEAK] = true;
    assert_true(verify(w, only, &text));
    begin(w, RULE_LOCK, "locked twice");
    label(w, LABEL_PRIMARY, at(w, "y", 0), "");
    add(w);
    assert_true(verify(w, NULL, &text));
    begin(w, RULE_LEAK, "leaks");
    label(w, LABEL_PRIMARY, at(w, "z", 0), "");
    add(w);
    assert_false(verify(w, NULL, &text));
    assert_string_equal(text, "v.c:5:1: unexpected leak: leaks\n");
    world_end(w);
}

static void test_verify_typo(void **state)
{
    (void)state;
    const char *text;
    World *w = world_new("v.c", "x = 1; //~ leek\ny = 1; //~\n");
    assert_false(verify(w, NULL, &text));
    assert_string_equal(text, "v.c:1: `leek` is not a rule\n"
                              "v.c:2: `//~` without a rule\n");
    world_end(w);
}

/* The fingerprint stays when lines are added above, and tells equal lines apart. */
static void test_fingerprint(void **state)
{
    (void)state;
    char prints[2][64];
    for (int i = 0; i < 2; i++) {
        World *w = world_new("p.c", i ? "\n\n  x = 1;\n" : "x = 1;\n");
        begin(w, RULE_LEAK, "leaks");
        label(w, LABEL_PRIMARY, at(w, "x", 0), "");
        add(w);
        const char *json = strstr(render(w, FORMAT_JSON, 0), "\"fingerprint\": \"");
        assert_non_null(json);
        memcpy(prints[i], json, 40);
        prints[i][40] = '\0';
        world_end(w);
    }
    assert_string_equal(prints[0], prints[1]);
}

static void test_sarif(void **state)
{
    (void)state;
    World *w = list_world();
    help(w, "keep it", (Edit){at(w, "free", 0), true, false, "char *key = node->key;\n"});
    add(w);
    const char *s = render(w, FORMAT_SARIF, 0);
    assert_non_null(strstr(s, "\"version\": \"2.1.0\""));
    assert_non_null(strstr(s, "\"codeFlows\""));
    assert_non_null(strstr(s, "\"external/cwe/cwe-416\""));
    assert_non_null(strstr(s, "\"fixes\""));
    assert_string_equal(s, render(w, FORMAT_SARIF, 0));
    world_end(w);
}

typedef struct Crowd { DiagSink *sink; SourceFile *file; } Crowd;

/* One unit: reports a header's finding (the same in all units) and one of its own. */
static void add_from_thread(void *context, uint32_t item, unsigned worker)
{
    (void)worker;
    Crowd *c = context;
    Arena *a = arena_new();
    SourceMap map;
    Loc base;
    source_map_init(&map, a);
    assert_true(source_map_include(&map, c->file, LOC_NONE, false, &base));
    for (uint32_t i = 0; i < 2; i++) {
        Finding f = {.rule = RULE_LEAK, .severity = SEVERITY_ERROR, .message = "leaks"};
        Loc l = base + (i == 0 ? 0 : item + 1), other = base + item;
        Label labels[] = {{LABEL_PRIMARY, {l, l}, ""}, {LABEL_EVENT, {other, other}, "seen"}};
        f.labels.data = labels;
        f.labels.len = 2;
        diag_add(c->sink, &map, &f);
    }
    diag_remark(c->sink, "remark %u", item % 3);
    arena_destroy(a);
}

static void test_threads(void **state)
{
    (void)state;
    const char *first = NULL;
    World *w = world_new("t.c", "x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x\n");
    for (unsigned workers = 1; workers <= 4; workers += 3) {
        diag_sink_destroy(w->sink);
        w->sink = diag_sink_new(w->arena);
        Crowd c = {w->sink, w->file[0]};
        threads_run(workers, 50, add_from_thread, &c);
        assert_int_equal(diag_finding_count(w->sink), 51);
        const char *text = render(w, FORMAT_TEXT, 0);
        if (first)
            assert_string_equal(text, first);
        first = text;
    }
    world_end(w);
}

static void test_rules(void **state)
{
    (void)state;
    RuleId r;
    assert_true(rule_by_name("leak", 4, &r));
    assert_int_equal(r, RULE_LEAK);
    assert_false(rule_by_name("leaks", 5, &r));
    assert_true(rule_nearest("use-after-fre", 13, &r));
    assert_int_equal(r, RULE_USE_AFTER_FREE);
    for (int i = 0; i < RULE_COUNT; i++)
        assert_true(strlen(rule_page((RuleId)i)) > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_story), cmocka_unit_test(test_several_on_a_line),
        cmocka_unit_test(test_overlap_and_between), cmocka_unit_test(test_several_lines),
        cmocka_unit_test(test_files_and_macros),
        cmocka_unit_test(test_odd_characters), cmocka_unit_test(test_long_line),
        cmocka_unit_test(test_replacement), cmocka_unit_test(test_order_and_once),
        cmocka_unit_test(test_allow), cmocka_unit_test(test_allow_comments),
        cmocka_unit_test(test_c_errors),
        cmocka_unit_test(test_trouble), cmocka_unit_test(test_verify),
        cmocka_unit_test(test_verify_typo), cmocka_unit_test(test_fingerprint),
        cmocka_unit_test(test_sarif), cmocka_unit_test(test_threads),
        cmocka_unit_test(test_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
