/* tests/unit/test_sema.c - C in; what sema made of it: conversions, initialisers, errors. */
#include "session/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct Run {
    Arena *session, *tu;
    Names *names;
    FileStore *files;
    DiagSink *diag;
    SourceMap map;
    Dialect dialect;
    Target target;
    PpResult pp;
    Unit unit;
    bool ok;
} Run;

static void run(Run *r, const char *text)
{
    const char *missing;
    memset(r, 0, sizeof *r);
    r->session = arena_new();
    r->tu = arena_new();
    r->names = names_new(r->session, syntax_known_names(), syntax_known_name_count());
    r->files = file_store_new(r->session);
    r->diag = diag_sink_new(r->session);
    source_map_init(&r->map, r->tu);
    r->dialect = (Dialect){.std = STD_C17, .gnu = true, .dollar_in_names = true};
    assert_true(target_from_macros(&r->target, probe_builtin_macros, &missing));
    PpOptions options = {.dialect = &r->dialect, .predefined = probe_builtin_macros};
    SourceFile *f = file_store_overlay(r->files, "t.c", text, strlen(text));
    assert_true(pp_run(r->tu, r->names, r->files, r->diag, &r->map, &options, f, &r->pp));
    r->unit.arena = r->tu;
    r->unit.names = r->names;
    r->unit.diag = r->diag;
    r->unit.map = &r->map;
    r->unit.dialect = &r->dialect;
    r->unit.target = &r->target;
    r->unit.pp = &r->pp;
    r->unit.path = "t.c";
    bool parsed = parse_unit(r->tu, r->names, r->diag, &r->map, &r->dialect, &r->pp, &r->unit.ast);
    r->ok = sema_run(&r->unit) && parsed;
}

static void drop(Run *r)
{
    arena_destroy(r->tu);
    diag_sink_destroy(r->diag);
    file_store_destroy(r->files);
    names_destroy(r->names);
    arena_destroy(r->session);
}

static const Symbol *global(const Run *r, const char *name)
{
    for (uint32_t i = 0; i < r->unit.globals.len; i++)
        if (strcmp(NAME_TEXT(r->unit.globals.data[i]->name), name) == 0)
            return r->unit.globals.data[i];
    fail_msg("no global %s", name);
    return NULL;
}

/* An expression with its conversions: LVALUE(x), INT[long](...). */
static void show(Text *t, const Expr *e)
{
    static const char *const kinds[] = {
        "NOOP",    "LVALUE", "DECAY", "INT",  "INT_FLOAT", "FLOAT_INT", "FLOAT", "BOOL", "INT_PTR",
        "PTR_INT", "PTR",    "NULL",  "VOID", "COMPLEX",   "VECTOR",    "UNION", "ERROR"};
    static const char *const binary[] = {"*",  "/",  "%",  "+", "-", "<<", ">>", "<",  ">", "<=",
                                         ">=", "==", "!=", "&", "^", "|",  "&&", "||", ","};
    switch ((ExprKind)e->kind) {
    case EXPR_IDENT: text_add(t, e->u.ident.name->text); return;
    case EXPR_INT: text_add_u128(t, e->u.integer.value); return;
    case EXPR_FLOAT: text_add(t, "float"); return;
    case EXPR_STRING: text_addf(t, "\"%.*s\"", (int)e->u.string.count, e->u.string.bytes); return;
    case EXPR_MEMBER:
        show(t, e->u.member.base);
        text_addf(t, "%s%s", e->flags & EXPR_FLAG_ARROW ? "->" : ".",
                  e->u.member.field->name ? e->u.member.field->name->text : "<anonymous>");
        return;
    case EXPR_INDEX:
        show(t, e->u.binary.lhs);
        text_add_char(t, '[');
        show(t, e->u.binary.rhs);
        text_add_char(t, ']');
        return;
    case EXPR_CONVERT:
        text_addf(t, "%s", kinds[e->op]);
        if (e->op != CONVERT_LVALUE && e->op != CONVERT_DECAY)
            text_addf(t, "[%s]", type_spell(t->arena, e->type));
        text_add_char(t, '(');
        show(t, e->u.cast.operand);
        text_add_char(t, ')');
        return;
    case EXPR_BINARY:
    case EXPR_ASSIGN:
        text_add_char(t, '(');
        show(t, e->u.binary.lhs);
        text_add_char(t, ' ');
        if (e->kind == EXPR_BINARY || (e->flags & EXPR_FLAG_COMPOUND))
            text_add(t, binary[e->op]);
        text_add(t, e->kind == EXPR_ASSIGN ? "= " : " ");
        show(t, e->u.binary.rhs);
        if (e->kind == EXPR_ASSIGN && e->u.binary.compute)
            text_addf(t, " as %s", type_spell(t->arena, e->u.binary.compute));
        text_add_char(t, ')');
        return;
    case EXPR_COND:
        text_add_char(t, '(');
        show(t, e->u.cond.cond);
        text_add(t, " ? ");
        if (e->u.cond.then)
            show(t, e->u.cond.then);
        text_add(t, " : ");
        show(t, e->u.cond.other);
        text_add_char(t, ')');
        return;
    case EXPR_UNARY:
        text_addf(t, "unary%d(", e->op);
        show(t, e->u.unary.operand);
        text_add_char(t, ')');
        return;
    case EXPR_CALL:
        show(t, e->u.call.callee);
        text_add_char(t, '(');
        for (uint32_t i = 0; i < e->u.call.count; i++) {
            if (i)
                text_add(t, ", ");
            show(t, e->u.call.args[i]);
        }
        text_add_char(t, ')');
        return;
    case EXPR_CAST:
        text_addf(t, "cast %s[%s](", kinds[e->op], type_spell(t->arena, e->type));
        show(t, e->u.cast.operand);
        text_add_char(t, ')');
        return;
    case EXPR_ERROR:
    case EXPR_CHAR:
    case EXPR_NULLPTR:
    case EXPR_FUNC_NAME:
    case EXPR_COMPOUND_LITERAL:
    case EXPR_SIZEOF_EXPR:
    case EXPR_SIZEOF_TYPE:
    case EXPR_ALIGNOF_EXPR:
    case EXPR_ALIGNOF_TYPE:
    case EXPR_GENERIC:
    case EXPR_STMT_EXPR:
    case EXPR_LABEL_ADDR:
    case EXPR_VA_ARG:
    case EXPR_OFFSETOF:
    case EXPR_TYPES_COMPATIBLE:
    case EXPR_CHOOSE:
    case EXPR_CONVERTVECTOR:
    case EXPR_BIT_CAST:
    case EXPR_INIT_LIST:
    case EXPR_TYPE:
    case EXPR_EMBED:
    case EXPR_KIND_COUNT: text_add(t, expr_kind_name((ExprKind)e->kind)); return;
    }
}

#define DECLARATIONS                                                                               \
    "char c; short s; int i; unsigned u; long l; float f; double d; _Bool b; int *p; void *v; "    \
    "int a[3];"                                                                                    \
    "const char *str; struct { int x; unsigned bit : 3; struct { int y; }; } r, *q;"               \
    "int fn(int, const void *); int var(const char *, ...);"

static void converts(const char *expr, const char *want)
{
    Run r;
    Text source, got;
    Arena *a = arena_new();
    text_init(&source, a);
    text_addf(&source, DECLARATIONS "void test(void) { %s; }", expr);
    run(&r, source.data);
    assert_true(r.ok);
    const Function *f = r.unit.functions.data[0];
    assert_false(f->broken);
    text_init(&got, a);
    show(&got, f->body->u.body->u.expr);
    assert_string_equal(got.data, want);
    drop(&r);
    arena_destroy(a);
}

static void writes_conversions_out(void **state)
{
    (void)state;
    converts("c = c + 1", "(c = INT[char]((INT[int](LVALUE(c)) + 1)))");
    converts("l = c", "(l = INT[long](LVALUE(c)))");
    converts("u + i", "(LVALUE(u) + INT[unsigned int](LVALUE(i)))");
    converts("f + i", "(LVALUE(f) + INT_FLOAT[float](LVALUE(i)))");
    converts("b = p", "(b = BOOL[_Bool](LVALUE(p)))");
    converts("p = 0", "(p = NULL[int *](0))");
    converts("v = p", "(v = NOOP[void *](LVALUE(p)))");
    converts("i = p", "(i = PTR_INT[int](LVALUE(p)))");
    converts("i == d", "(INT_FLOAT[double](LVALUE(i)) == LVALUE(d))");
    converts("r.bit + 1", "(INT[int](LVALUE(r.bit)) + 1)");
    converts("c << l", "(INT[int](LVALUE(c)) << LVALUE(l))");
    converts("s += d", "(s += LVALUE(d) as double)");
    converts("s <<= l", "(s <<= LVALUE(l) as int)");
    converts("p += c", "(p += INT[int](LVALUE(c)) as int *)");
    converts("a[s]", "DECAY(a)[INT[int](LVALUE(s))]");
    converts("2[a] = 1", "(DECAY(a)[2] = 1)");
    converts("q->y", "LVALUE(q)-><anonymous>.y");
    converts("r.y++", "unary8(r.<anonymous>.y)");
    converts("1 + p", "(LVALUE(p) + 1)");
    converts("p ? p : 0", "(LVALUE(p) ? LVALUE(p) : NULL[int *](0))");
    converts("i ?: l", "(INT[long](LVALUE(i)) ?  : LVALUE(l))");
    converts("fn(c, str)", "DECAY(fn)(INT[int](LVALUE(c)), NOOP[const void *](LVALUE(str)))");
    converts("var(str, f, c)",
             "DECAY(var)(LVALUE(str), FLOAT[double](LVALUE(f)), INT[int](LVALUE(c)))");
    converts("(*fn)(1, 0)", "DECAY(unary4(DECAY(fn)))(1, NULL[const void *](0))");
    converts("(long)c", "cast INT[long](LVALUE(c))");
    converts("(void)i", "cast VOID[void](i)");
    converts("i", "i");
    converts("i, l", "(i , LVALUE(l))");
    converts("v == p", "(LVALUE(v) == NOOP[void *](LVALUE(p)))");
    converts("p == 0", "(LVALUE(p) == NULL[int *](0))");
}

/* "offset:value " of each entry; strings as text, repeats as *n. */
static void initialises(const char *text, const char *want)
{
    Run r;
    Text got;
    run(&r, text);
    assert_true(r.ok);
    const Symbol *x = global(&r, "x");
    assert_non_null(x->init);
    text_init(&got, r.tu);
    assert_int_equal(x->init->kind, EXPR_INIT_LIST);
    for (uint32_t i = 0; i < x->init->u.init.entry_count; i++) {
        const InitEntry *e = &x->init->u.init.entries[i];
        i128 v;
        text_addf(&got, "%s%llu:", i ? " " : "", (unsigned long long)e->offset);
        if (e->value->kind == EXPR_STRING)
            text_addf(&got, "\"%.*s\"", (int)e->value->u.string.count, e->value->u.string.bytes);
        else if (sema_const_int(e->value, &v))
            text_add_i128(&got, v);
        else
            text_add(&got, "?");
        if (e->repeat != 1)
            text_addf(&got, "*%llu", (unsigned long long)e->repeat);
        if (e->bit_field)
            text_addf(&got, "/%u", e->bit_field->bit_width);
    }
    assert_string_equal(got.data ? got.data : "", want);
    drop(&r);
}

static void flattens_initialisers(void **state)
{
    (void)state;
    initialises("int x[3] = {1, 2};", "0:1 4:2");
    initialises("int x[] = {1, [3] = 2, 3};", "0:1 12:2 16:3");
    initialises("int x[] = {[0 ... 4] = 7, 8};", "0:7*5 20:8");
    initialises("struct { int a; struct { int b, c; } s[2]; } x = {1, 2, 3, .s[1].c = 4};",
                "0:1 4:2 8:3 16:4");
    initialises("struct { int a; struct { int b, c; } s[2]; } x = {.s[0].c = 1, 2, 3, .a = 4};",
                "8:1 12:2 16:3 0:4");
    initialises("struct { int a : 3, : 5, b : 4; } x = {1, 2};", "0:1/3 0:2/4");
    initialises("union { int i; struct { int a, b; } s; } x = {.s.b = 3};", "4:3");
    initialises("struct { int k; union { int i; struct { char c, d; }; }; } x = {.d = 3, .k = 1};",
                "5:3 0:1");
    initialises("struct { char n[4]; int k; } x = {\"ab\", 2};", "0:\"ab\" 4:2");
    initialises("struct { char n[4]; int k; } x = {{\"ab\"}, {2}};", "0:\"ab\" 4:2");
    initialises("char x[] = {\"abc\"};", "0:\"abc\"");
    initialises("struct p { int a, b; } x[] = {[0 ... 2] = {1, 2}, 3, 4};", "0:?*3 24:3 28:4");
    initialises("struct p { int a, b; } x[3] = {[0 ... 1].b = 5};", "4:5 12:5");
    initialises("int x = {3};", "0:3");
    initialises("int x[2][2] = {1, 2, {3}};", "0:1 4:2 8:3");
    initialises("int x[2] = {1, 2, 3};", "0:1 4:2");
    initialises("struct { int n; int v[]; } x = {1, {2, 3}};", "0:1 4:2 8:3");
    initialises("int x[] = (int[]){5, 6};", "0:5 4:6");
    initialises("char x = {300};", "0:44");
}

static void joins_declarations(void **state)
{
    Run r;
    (void)state;
    run(&r,
        "extern int a[]; int f(); static int g(int); int a[3]; int f(int x) { extern int a[]; "
        "static int s; int l; return a[x] + g(l = 1) + s; } static int g(int y) { return y; } "
        "extern int g(int); int t; int t; int z[]; inline int n(void); int h(void) asm(\"hh\");");
    assert_true(r.ok);
    const Symbol *a = global(&r, "a"), *f = global(&r, "f"), *g = global(&r, "g");
    assert_int_equal(a->type->u.array.count, 3);
    assert_true(a->is_definition);
    assert_int_equal(a->linkage, LINK_EXTERNAL);
    assert_true(f->type->u.fn.has_proto);
    assert_ptr_equal(f->function->sym, f);
    assert_int_equal(g->linkage, LINK_INTERNAL);
    assert_int_equal(global(&r, "s")->linkage, LINK_NONE);
    assert_true(global(&r, "s")->is_global);
    assert_ptr_equal(global(&r, "s")->owner, f->function);
    assert_int_equal(global(&r, "z")->type->u.array.count, 1);
    assert_string_equal(global(&r, "h")->asm_name, "hh");
    uint32_t ts = 0;
    for (uint32_t i = 0; i < r.unit.globals.len; i++)
        ts += strcmp(r.unit.globals.data[i]->name->text, "t") == 0;
    assert_int_equal(ts, 1);
    assert_int_equal(r.unit.functions.len, 2);
    drop(&r);
}

static uint32_t errors_in(const char *text)
{
    Run r;
    run(&r, text);
    uint32_t n = diag_c_error_count(r.diag);
    assert_int_equal(r.ok, n == 0);
    drop(&r);
    return n;
}

static void errors_do_not_cascade(void **state)
{
    (void)state;
    assert_int_equal(errors_in("int f(void) { return (nope + 1) * nope->x[nope(2)]; }"), 1);
    assert_int_equal(errors_in("struct s x; int f(void) { return x.a + x.b; } struct s *p;"), 3);
    assert_int_equal(errors_in("nope_t a = {1, .x = 2}; int f(void) { return a.b[a + 1](a); }"), 1);
    assert_int_equal(
        errors_in("int f(int a, nope b) { return a + b; } int g(void) { return f(1, 2); }"), 1);
    assert_int_equal(errors_in("int f(void) { int a = 1; int a = 2; return a; }"), 1);
}

static void marks_broken_functions(void **state)
{
    Run r;
    (void)state;
    run(&r, "int good(void) { return 1; } int bad(void) { return nope; } int late(void) { return "
            "bad(); }");
    assert_false(r.ok);
    assert_int_equal(r.unit.functions.len, 3);
    assert_false(r.unit.functions.data[0]->broken);
    assert_true(r.unit.functions.data[1]->broken);
    assert_false(r.unit.functions.data[2]->broken);
    drop(&r);
}

/* Long chains must not use up the stack. */
static void survives_length(void **state)
{
    enum { N = 100000 };
    static const struct {
        const char *before, *piece, *after;
    } cases[] = {
        {"int x, y; void f(void) { y = x", " + x", "; }"},
        {"int x, y; void f(void) { y = (x", ", x", "); }"},
        {"int x, y; void f(void) { if (x) y = 1; ", "else if (x) y = 1; ", "}"},
        {"enum { ", "a, b, c, d, ", "e };"}, /* redefined; many errors, one at a time */
        {"int x[] = {", "1, ", "2};"},
        {"void f(void) { ", "int v; { int v; } ", "}"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        uint32_t n = i == 3 || i == 5 ? 20 : N;
        Run r;
        Text t;
        Arena *a = arena_new();
        text_init(&t, a);
        text_add(&t, cases[i].before);
        for (uint32_t k = 0; k < n; k++)
            text_add(&t, cases[i].piece);
        text_add(&t, cases[i].after);
        run(&r, t.data);
        assert_int_equal(r.ok, i != 3 && i != 5);
        drop(&r);
        arena_destroy(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_conversions_out), cmocka_unit_test(flattens_initialisers),
        cmocka_unit_test(joins_declarations),     cmocka_unit_test(errors_do_not_cascade),
        cmocka_unit_test(marks_broken_functions), cmocka_unit_test(survives_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
