/* tests/unit/test_types.c - types as functions: each once, variants, layout, compatibility, text. */
#include "sema/type.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "session/session.h"

typedef struct World {
    Arena *arena;
    Names *names;
    Target target;
    Types *ts;
} World;

static void world_new(World *w)
{
    const char *missing;
    memset(w, 0, sizeof *w);
    w->arena = arena_new();
    w->names = names_new(w->arena, syntax_known_names(), syntax_known_name_count());
    assert_true(target_from_macros(&w->target, probe_builtin_macros, &missing));
    w->ts = types_new(w->arena, &w->target, w->names);
}

static void world_end(World *w)
{
    names_destroy(w->names);
    arena_destroy(w->arena);
}

static Name name(const World *w, const char *text)
{
    return names_intern(w->names, text, strlen(text));
}

static const Type *basic(const World *w, TypeKind k)
{
    return type_basic(w->ts, k);
}

static void spelled(World *w, const Type *t, const char *declared, const char *want)
{
    Text out;
    text_init(&out, w->arena);
    type_print(&out, t, declared);
    assert_string_equal(out.data, want);
}

/* ---- identity -------------------------------------------------------------------------------- */
static void test_each_type_once(void **state)
{
    (void)state;
    World w;
    world_new(&w);
    const Type *i = basic(&w, TYPE_INT);
    assert_ptr_equal(type_pointer(w.ts, i), type_pointer(w.ts, i));
    assert_ptr_equal(type_array(w.ts, i, 3), type_array(w.ts, i, 3));
    assert_ptr_not_equal(type_array(w.ts, i, 3), type_array(w.ts, i, 4));
    assert_ptr_not_equal(type_array(w.ts, i, 0), type_array_unknown(w.ts, i));
    assert_ptr_equal(type_bitint(w.ts, 7, false), type_bitint(w.ts, 7, false));
    assert_ptr_not_equal(type_bitint(w.ts, 7, false), type_bitint(w.ts, 7, true));
    assert_ptr_equal(type_qualified(w.ts, i, QUAL_CONST), type_qualified(w.ts, i, QUAL_CONST));
    /* Two tags of the same name are two types. */
    Name s = name(&w, "s");
    assert_ptr_not_equal(type_record(w.ts, false, s, 1), type_record(w.ts, false, s, 2));
    world_end(&w);
}

static void test_variants(void **state)
{
    (void)state;
    World w;
    world_new(&w);
    const Type *i = basic(&w, TYPE_INT);
    const Type *num = type_variant(w.ts, i, name(&w, "num"), NULL, 0);
    const Type *cnum = type_qualified(w.ts, num, QUAL_CONST);
    assert_ptr_equal(num->canon, i);
    assert_ptr_equal(cnum->canon, i);
    assert_int_equal(cnum->quals, QUAL_CONST);
    assert_true(type_equal(num, i));
    assert_false(type_equal(cnum, i));
    assert_ptr_equal(type_unqualified(w.ts, cnum)->canon, i);
    assert_int_equal(type_unqualified(w.ts, cnum)->quals, 0);
    /* Names don't matter below a pointer, qualifiers do. */
    assert_ptr_equal(type_pointer(w.ts, num)->canon, type_pointer(w.ts, i)->canon);
    assert_ptr_not_equal(type_pointer(w.ts, cnum)->canon, type_pointer(w.ts, i)->canon);
    /* Qualifiers of an array are those of its elements, C23 6.7.4.1p11. */
    const Type *a = type_qualified(w.ts, type_array(w.ts, i, 2), QUAL_CONST);
    assert_int_equal(a->elem->quals, QUAL_CONST);
    const Type *wide = type_variant(w.ts, i, name(&w, "wide"), NULL, 16);
    assert_int_equal(wide->align, 16);
    assert_int_equal(wide->size, 4);
    world_end(&w);
}

static void test_predicates(void **state)
{
    (void)state;
    World w;
    world_new(&w);
    const Type *d = basic(&w, TYPE_DOUBLE);
    assert_true(type_is_integer(basic(&w, TYPE_BOOL)));
    assert_true(type_is_integer(type_bitint(w.ts, 9, true)));
    assert_false(type_is_integer(d));
    assert_true(type_is_floating(d));
    assert_false(type_is_floating(type_complex(w.ts, d)));
    assert_true(type_is_arithmetic(type_complex(w.ts, d)));
    assert_true(type_is_scalar(type_pointer(w.ts, d)));
    assert_true(type_is_scalar(basic(&w, TYPE_NULLPTR)));
    assert_false(type_is_complete(basic(&w, TYPE_VOID)));
    assert_false(type_is_complete(type_array_unknown(w.ts, d)));
    assert_true(type_is_complete(type_array(w.ts, d, 0)));
    const Type *vla = type_array_vla(w.ts, d, NULL);
    assert_true(type_is_vla(vla));
    assert_true(type_is_variably_modified(type_pointer(w.ts, vla)));
    assert_false(type_is_vla(type_pointer(w.ts, vla)));
    world_end(&w);
}

/* ---- layout ---------------------------------------------------------------------------------- */
static Field field(const World *w, const char *n, TypeKind k, int bits)
{
    Field f = {.name = n ? name(w, n) : NULL, .type = basic(w, k)};
    f.is_bit_field = bits >= 0;
    f.bit_width = bits >= 0 ? (uint32_t)bits : 0;
    return f;
}

static const Type *record(World *w, bool is_union, uint32_t pack, const Field *fields, uint32_t n)
{
    const Type *t = type_record(w->ts, is_union, name(w, "s"), 1);
    record_layout(w->ts, t->u.record, arena_copy(w->arena, fields, n * sizeof *fields), n, pack);
    return t;
}

static void test_struct(void **state)
{
    (void)state;
    World w;
    world_new(&w);
    Field f[] = {field(&w, "c", TYPE_CHAR, -1), field(&w, "l", TYPE_LONG, -1),
                 field(&w, "s", TYPE_SHORT, -1)};
    const Type *t = record(&w, false, 0, f, 3);
    assert_int_equal(t->size, 24);
    assert_int_equal(t->align, 8);
    assert_int_equal(t->u.record->fields[1].offset, 8);
    assert_int_equal(t->u.record->fields[2].offset, 16);
    t = record(&w, false, 2, f, 3);
    assert_int_equal(t->size, 12);
    assert_int_equal(t->align, 2);
    assert_int_equal(t->u.record->fields[1].offset, 2);
    t = record(&w, true, 0, f, 3);
    assert_int_equal(t->size, 8);
    assert_int_equal(t->u.record->fields[2].offset, 0);
    t = record(&w, false, 0, f, 0);
    assert_int_equal(t->size, 0);
    world_end(&w);
}

static void test_bit_fields(void **state)
{
    (void)state;
    World w;
    world_new(&w);
    Field f[] = {field(&w, "c", TYPE_CHAR, -1), field(&w, "a", TYPE_INT, 20),
                 field(&w, "b", TYPE_INT, 8)};
    const Type *t = record(&w, false, 0, f, 3);
    const Field *r = t->u.record->fields;
    assert_int_equal(t->size, 8);
    assert_int_equal(r[1].offset * 8 + r[1].bit_offset, 8);
    assert_int_equal(r[2].offset * 8 + r[2].bit_offset, 32);
    Field g[] = {field(&w, "a", TYPE_CHAR, 3), field(&w, NULL, TYPE_INT, 0),
                 field(&w, "b", TYPE_CHAR, 3)};
    t = record(&w, false, 0, g, 3);
    r = t->u.record->fields;
    assert_int_equal(t->size, 5);
    assert_int_equal(t->align, 1);
    assert_int_equal(r[2].offset * 8 + r[2].bit_offset, 32);
    world_end(&w);
}

/* What was made of a record before it had members gets its size. */
static void test_completion(void **state)
{
    (void)state;
    World w;
    world_new(&w);
    const Type *t = type_record(w.ts, false, name(&w, "s"), 1);
    const Type *c = type_qualified(w.ts, t, QUAL_CONST);
    const Type *named = type_variant(w.ts, c, name(&w, "cs"), NULL, 0);
    const Type *p = type_pointer(w.ts, named);
    assert_false(type_is_complete(p->elem));
    Field f[] = {field(&w, "l", TYPE_LONG, -1), field(&w, "i", TYPE_INT, -1)};
    record_layout(w.ts, t->u.record, f, 2, 0);
    assert_true(type_is_complete(p->elem));
    assert_int_equal(p->elem->size, 16);
    assert_int_equal(c->size, 16);
    assert_int_equal(type_array(w.ts, named, 3)->size, 48);
    const Type *e = type_enum(w.ts, name(&w, "e"), 2);
    const Type *ce = type_qualified(w.ts, e, QUAL_CONST);
    enum_layout(w.ts, e->u.enum_info, basic(&w, TYPE_UCHAR));
    assert_int_equal(ce->size, 1);
    assert_int_equal(ce->width, 8);
    assert_true(ce->is_unsigned);
    world_end(&w);
}

static void test_members(void **state)
{
    (void)state;
    World w;
    world_new(&w);
    const Field *path[16];
    Field in[] = {field(&w, "x", TYPE_INT, -1), field(&w, "y", TYPE_INT, -1)};
    const Type *inner = record(&w, true, 0, in, 2);
    Field out[] = {field(&w, "a", TYPE_INT, -1), {.type = inner}};
    const Type *t = record(&w, false, 0, out, 2);
    assert_int_equal(record_find(t->u.record, name(&w, "a"), path), 1);
    assert_int_equal(record_find(t->u.record, name(&w, "y"), path), 2);
    assert_ptr_equal(path[0]->type, inner);
    assert_int_equal(path[1]->offset, 0);
    assert_int_equal(record_find(t->u.record, name(&w, "z"), path), 0);
    world_end(&w);
}

/* ---- rules ----------------------------------------------------------------------------------- */
static const Type *function(World *w, const Type *result, const Type *param, bool proto)
{
    ParamType p = {.type = param, .written = param};
    return type_function(w->ts, result, param ? &p : NULL, param != NULL, false, proto, NULL);
}

static void test_compatible(void **state)
{
    (void)state;
    World w;
    world_new(&w);
    const Type *i = basic(&w, TYPE_INT), *u = basic(&w, TYPE_UINT), *l = basic(&w, TYPE_LONG);
    assert_true(type_compatible(w.ts, i, type_variant(w.ts, i, name(&w, "n"), NULL, 0)));
    assert_false(type_compatible(w.ts, i, u));
    assert_false(type_compatible(w.ts, l, basic(&w, TYPE_LLONG)));
    assert_false(type_compatible(w.ts, basic(&w, TYPE_CHAR), basic(&w, TYPE_SCHAR)));
    assert_true(type_compatible(w.ts, type_array(w.ts, i, 3), type_array_unknown(w.ts, i)));
    assert_false(type_compatible(w.ts, type_array(w.ts, i, 3), type_array(w.ts, i, 4)));
    const Type *e = type_enum(w.ts, name(&w, "e"), 1);
    enum_layout(w.ts, e->u.enum_info, u);
    assert_true(type_compatible(w.ts, e, u));
    assert_false(type_compatible(w.ts, e, i));
    const Type *f = function(&w, i, l, true), *g = function(&w, i, l, true);
    assert_true(type_compatible(w.ts, f, g));
    assert_true(type_compatible(w.ts, f, function(&w, i, NULL, false)));
    assert_false(type_compatible(w.ts, f, function(&w, i, i, true)));
    assert_false(type_compatible(w.ts, f, function(&w, l, l, true)));
    const Type *known = type_composite(w.ts, type_array_unknown(w.ts, i), type_array(w.ts, i, 3));
    assert_ptr_equal(known->canon, type_array(w.ts, i, 3));
    const Type *proto = type_composite(w.ts, function(&w, i, NULL, false), f);
    assert_int_equal(proto->u.fn.count, 1);
    world_end(&w);
}

static void test_conversions(void **state)
{
    (void)state;
    World w;
    world_new(&w);
    const Type *i = basic(&w, TYPE_INT), *u = basic(&w, TYPE_UINT), *l = basic(&w, TYPE_LONG);
    assert_ptr_equal(type_promote(w.ts, basic(&w, TYPE_USHORT)), i);
    assert_ptr_equal(type_promote(w.ts, basic(&w, TYPE_BOOL)), i);
    assert_ptr_equal(type_promote(w.ts, u), u);
    assert_int_equal(type_promote(w.ts, type_bitint(w.ts, 5, false))->kind, TYPE_BITINT);
    assert_ptr_equal(type_promote_bit_field(w.ts, u, 31), i);
    assert_ptr_equal(type_usual(w.ts, basic(&w, TYPE_CHAR), basic(&w, TYPE_USHORT)), i);
    assert_ptr_equal(type_usual(w.ts, i, u), u);
    assert_ptr_equal(type_usual(w.ts, u, l), l);
    assert_ptr_equal(type_usual(w.ts, basic(&w, TYPE_LLONG), basic(&w, TYPE_ULONG))->canon,
                     basic(&w, TYPE_ULLONG));
    assert_ptr_equal(type_usual(w.ts, basic(&w, TYPE_FLOAT), basic(&w, TYPE_ULLONG)),
                     basic(&w, TYPE_FLOAT));
    assert_ptr_equal(type_usual(w.ts, basic(&w, TYPE_FLOAT), basic(&w, TYPE_LDOUBLE)),
                     basic(&w, TYPE_LDOUBLE));
    const Type *c = type_complex(w.ts, basic(&w, TYPE_FLOAT));
    assert_ptr_equal(type_usual(w.ts, c, basic(&w, TYPE_DOUBLE)),
                     type_complex(w.ts, basic(&w, TYPE_DOUBLE)));
    world_end(&w);
}

static void test_wrap(void **state)
{
    (void)state;
    World w;
    world_new(&w);
    assert_true((i128)type_wrap(basic(&w, TYPE_SCHAR), 200) == -56);
    assert_true((i128)type_wrap(basic(&w, TYPE_UCHAR), (u128)-1) == 255);
    assert_true((i128)type_wrap(basic(&w, TYPE_INT), 0x80000000u) == -(i128)0x80000000u);
    assert_true((i128)type_wrap(type_bitint(w.ts, 3, false), 5) == -3);
    assert_true((i128)type_wrap(type_bitint(w.ts, 3, true), 13) == 5);
    assert_true(type_wrap(basic(&w, TYPE_UINT128), ~(u128)0) == ~(u128)0);
    world_end(&w);
}

/* ---- text ------------------------------------------------------------------------------------ */
static void test_print(void **state)
{
    (void)state;
    World w;
    world_new(&w);
    const Type *i = basic(&w, TYPE_INT);
    const Type *cc = type_qualified(w.ts, basic(&w, TYPE_CHAR), QUAL_CONST);
    const Type *f = function(&w, i, type_pointer(w.ts, cc), true);
    spelled(&w, i, "x", "int x");
    spelled(&w, type_pointer(w.ts, cc), "p", "const char *p");
    spelled(&w, type_qualified(w.ts, type_pointer(w.ts, i), QUAL_CONST), "p", "int *const p");
    spelled(&w, type_array(w.ts, type_pointer(w.ts, i), 3), "a", "int *a[3]");
    spelled(&w, type_pointer(w.ts, type_array(w.ts, i, 3)), "a", "int (*a)[3]");
    spelled(&w, f, "f", "int f(const char *)");
    spelled(&w, type_pointer(w.ts, f), "f", "int (*f)(const char *)");
    spelled(&w, type_array(w.ts, type_pointer(w.ts, f), 2), "f", "int (*f[2])(const char *)");
    spelled(&w, type_record(w.ts, true, name(&w, "u"), 1), "x", "union u x");
    spelled(&w, type_variant(w.ts, i, name(&w, "num"), NULL, 0), "x", "num x");
    assert_string_equal(type_spell(w.arena, type_pointer(w.ts, f)), "int (*)(const char *)");
    world_end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_type_once), cmocka_unit_test(test_variants),
        cmocka_unit_test(test_predicates),     cmocka_unit_test(test_struct),
        cmocka_unit_test(test_bit_fields),     cmocka_unit_test(test_completion),
        cmocka_unit_test(test_members),        cmocka_unit_test(test_compatible),
        cmocka_unit_test(test_conversions),    cmocka_unit_test(test_wrap),
        cmocka_unit_test(test_print),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
