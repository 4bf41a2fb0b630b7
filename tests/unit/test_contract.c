/* tests/unit/test_contract.c - annotated prototypes in; what is read off them. */
#include "contract/contract.h"
#include "session/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

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
} Run;

#define OWN "__attribute__((corten_own)) "
#define OWN_BY(x) "__attribute__((corten_own_by(" x "))) "
#define WHEN(x) "__attribute__((corten_when(" x "))) "
#define RETURNED "__attribute__((corten_returned)) "

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
    r->dialect = (Dialect){.std = STD_C17, .gnu = true};
    assert_true(target_from_macros(&r->target, probe_builtin_macros, &missing));
    PpOptions options = {.dialect = &r->dialect, .predefined = probe_builtin_macros};
    SourceFile *f = file_store_overlay(r->files, "t.c", text, strlen(text));
    assert_true(pp_run(r->tu, r->names, r->files, r->diag, &r->map, &options, f, &r->pp));
    r->unit = (Unit){.arena = r->tu,
                     .names = r->names,
                     .diag = r->diag,
                     .map = &r->map,
                     .dialect = &r->dialect,
                     .target = &r->target,
                     .pp = &r->pp,
                     .path = "t.c"};
    assert_true(
        parse_unit(r->tu, r->names, r->diag, &r->map, &r->dialect, &r->pp, &r->unit.ast));
    assert_true(sema_run(&r->unit));
}

static void drop(Run *r)
{
    arena_destroy(r->tu);
    diag_sink_destroy(r->diag);
    file_store_destroy(r->files);
    names_destroy(r->names);
    arena_destroy(r->session);
}

static FunctionContract contract(Run *r, const char *name)
{
    for (uint32_t i = 0; i < r->unit.globals.len; i++)
        if (strcmp(NAME_TEXT(r->unit.globals.data[i]->name), name) == 0)
            return contract_of_function(r->tu, r->unit.globals.data[i]);
    fail_msg("no function %s", name);
    return (FunctionContract){0};
}

static void test_owners(void **state)
{
    (void)state;
    Run r;
    run(&r, "char *" OWN "_Nullable dup(const char *s);"
            "int " OWN_BY("shut, -1") "door(void);"
            "void *" OWN_BY("shut, -1") "gate(void);"
            "int take(char *" OWN WHEN("return == 0") "p, int plain);");
    FunctionContract c = contract(&r, "dup");
    assert_true(c.known && c.result.own && c.result.nullable && !c.result.family);
    assert_non_null(c.result_type);
    c = contract(&r, "door");
    assert_true(c.result.own && c.result.has_none && c.result.none == -1);
    assert_string_equal(NAME_TEXT(c.result.family), "shut");
    /* (void *)-1 owns nothing, whatever the type: not a pointer that may be null */
    c = contract(&r, "gate");
    assert_true(c.result.own && c.result.has_none && c.result.none == -1);
    assert_null(c.result_type);
    c = contract(&r, "take");
    assert_true(c.params[0].own && c.params[0].own_when.op == WHEN_EQ);
    assert_int_equal(contract_when(&c.params[0].own_when, true, 0), 1);
    assert_int_equal(contract_when(&c.params[0].own_when, true, 1), 0);
    assert_int_equal(contract_when(&c.params[0].own_when, false, 0), -1);
    assert_false(c.params[1].own);
    drop(&r);
}

static void test_results_that_depend_on_an_argument(void **state)
{
    (void)state;
    Run r;
    run(&r, "char *" OWN WHEN("to == NULL") "_Nullable real(const char *s, char *_Nullable "
            RETURNED "to);"
            "char *copy(char *" RETURNED "to, const char *s);"
            "char *" OWN WHEN("nobody == NULL") "fresh(char *to);");
    FunctionContract c = contract(&r, "real");
    assert_false(c.result.own);
    assert_int_equal(c.result.own_if_null, 1);
    assert_true(c.result.nullable && c.params[1].returned && c.params[1].nullable);
    c = contract(&r, "copy");
    assert_true(c.known && c.params[0].returned && !c.params[1].returned);
    assert_int_equal(c.result.own_if_null, -1);
    /* not a parameter's name: a condition that may or may not hold */
    c = contract(&r, "fresh");
    assert_true(c.result.own && !c.result.own_when.understood);
    assert_int_equal(contract_when(&c.result.own_when, true, 0), -1);
    drop(&r);
}

static void test_null(void **state)
{
    (void)state;
    Run r;
    run(&r, "char *_Null_unspecified last(void);"
            "char *_Nullable some(void);"
            "void both(char *p, char *q) __attribute__((nonnull(2)));"
            "char *" OWN "_Null_unspecified made(void);");
    FunctionContract c = contract(&r, "last");
    assert_true(c.known && !c.result.nullable && !c.result.nonnull);
    assert_null(c.result_type);
    assert_true(contract(&r, "some").result.nullable);
    c = contract(&r, "both");
    assert_true(!c.params[0].nonnull && c.params[1].nonnull);
    c = contract(&r, "made");
    assert_true(c.result.own && c.result_type);
    drop(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_owners),
        cmocka_unit_test(test_results_that_depend_on_an_argument),
        cmocka_unit_test(test_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
