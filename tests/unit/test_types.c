/* Types: sharing, variants, printing, conversions, layout, targets, attributes, built-ins. */
#include <stdio.h>

#include "sema/attr.h"
#include "sema/builtin.h"

#include <cmocka.h>

#define COMMON                                                                                     \
    "#define __SIZEOF_SHORT__ 2\n#define __SIZEOF_INT__ 4\n#define __SIZEOF_LONG_LONG__ 8\n"       \
    "#define __SIZEOF_FLOAT__ 4\n#define __SIZEOF_DOUBLE__ 8\n#define __BIGGEST_ALIGNMENT__ 16\n"
static const char x86_64[] = COMMON "#define __SIZEOF_LONG__ 8\n#define __SIZEOF_POINTER__ 8\n"
                                    "#define __SIZEOF_LONG_DOUBLE__ 16\n#define __x86_64__ 1\n"
                                    "#define __SIZE_TYPE__ long unsigned int\n"
                                    "#define __WCHAR_TYPE__ int\n";
static const char i386[] = COMMON "#define __SIZEOF_LONG__ 4\n#define __SIZEOF_POINTER__ 4\n"
                                  "#define __SIZEOF_LONG_DOUBLE__ 12\n#define __i386__ 1\n"
                                  "#define __SIZE_TYPE__ unsigned int\n"
                                  "#define __CHAR_UNSIGNED__ 1\n";

typedef struct Fixture {
    Arena *arena;
    Names *names;
    Target target;
    Types *ts;
} Fixture;

static Fixture fixture_new(const char *macros)
{
    static const char *const none[] = {"x"};
    Fixture f = {0};
    const char *missing;
    f.arena = arena_new();
    f.names = names_new(f.arena, none, 1);
    assert_true(target_from_macros(&f.target, macros, &missing));
    /* The target must not move: types keep a pointer to it. */
    Target *t = ARENA_NEW(f.arena, Target);
    *t = f.target;
    f.ts = types_new(f.arena, t, f.names);
    return f;
}
static void fixture_end(Fixture *f)
{
    names_destroy(f->names);
    arena_destroy(f->arena);
}
static Name name(Fixture *f, const char *s)
{
    return names_intern(f->names, s, strlen(s));
}
static const Type *basic(Fixture *f, TypeKind k)
{
    return type_basic(f->ts, k);
}

static void derived_types_are_shared(void **state)
{
    (void)state;
    Fixture f = fixture_new(x86_64);
    const Type *i = basic(&f, TYPE_INT), *ci = type_qualified(f.ts, i, QUAL_CONST);
    assert_ptr_equal(type_pointer(f.ts, i), type_pointer(f.ts, i));
    assert_ptr_equal(ci, type_qualified(f.ts, i, QUAL_CONST));
    assert_ptr_equal(type_array(f.ts, i, 3), type_array(f.ts, i, 3));
    assert_ptr_not_equal(type_array(f.ts, i, 3), type_array(f.ts, i, 4));
    assert_ptr_not_equal(type_array(f.ts, i, 0), type_array_unknown(f.ts, i));
    assert_ptr_equal(ci->canon, i);
    assert_ptr_equal(type_unqualified(f.ts, ci), i);
    assert_ptr_equal(type_bitint(f.ts, 7, true), type_bitint(f.ts, 7, true));
    fixture_end(&f);
}

static void names_do_not_matter_for_identity(void **state)
{
    (void)state;
    Fixture f = fixture_new(x86_64);
    const Type *i = basic(&f, TYPE_INT);
    const Type *num = type_variant(f.ts, i, name(&f, "num"), NULL, 0);
    const Type *p = type_pointer(f.ts, num);
    assert_ptr_not_equal(p, type_pointer(f.ts, i));
    assert_ptr_equal(p->canon, type_pointer(f.ts, i));
    assert_true(type_equal(p, type_pointer(f.ts, i)));
    /* Qualifiers below a pointer do. */
    const Type *pc = type_pointer(f.ts, type_qualified(f.ts, num, QUAL_CONST));
    assert_false(type_compatible(f.ts, p, pc));
    assert_string_equal(type_spell(f.arena, pc), "const num *");
    fixture_end(&f);
}

static void arrays_share_qualifiers_with_elements(void **state)
{
    (void)state;
    Fixture f = fixture_new(x86_64);
    const Type *a = type_array(f.ts, basic(&f, TYPE_INT), 3);
    const Type *ca = type_qualified(f.ts, a, QUAL_CONST);
    assert_ptr_equal(ca, type_array(f.ts, type_qualified(f.ts, a->elem, QUAL_CONST), 3));
    assert_int_equal(ca->quals, QUAL_CONST);
    assert_ptr_equal(ca->canon, a);
    assert_int_equal(ca->size, 12);
    fixture_end(&f);
}

static void late_completion_reaches_variants_and_arrays(void **state)
{
    (void)state;
    Fixture f = fixture_new(x86_64);
    const Type *s = type_record(f.ts, false, name(&f, "s"), LOC_NONE);
    const Type *cs = type_qualified(f.ts, s, QUAL_CONST);
    const Type *a = type_array(f.ts, s, 2), *aa = type_array(f.ts, a, 3);
    assert_false(type_is_complete(cs));
    Field *fields = ARENA_ARRAY(f.arena, Field, 2);
    fields[0].type = basic(&f, TYPE_CHAR);
    fields[1].type = basic(&f, TYPE_DOUBLE);
    record_layout(f.ts, s->u.record, fields, 2, 0);
    assert_true(type_is_complete(cs));
    assert_int_equal(cs->size, 16);
    assert_int_equal(cs->align, 8);
    assert_int_equal(a->size, 32);
    assert_int_equal(aa->size, 96);
    assert_int_equal(aa->align, 8);
    fixture_end(&f);
}

static const char *spelled(Fixture *f, const Type *t, const char *declared)
{
    Text out;
    text_init(&out, f->arena);
    type_print(&out, t, declared);
    return out.data;
}

static void declarators_print_as_c(void **state)
{
    (void)state;
    Fixture f = fixture_new(x86_64);
    const Type *c = basic(&f, TYPE_CHAR), *i = basic(&f, TYPE_INT);
    const Type *pc = type_pointer(f.ts, c);
    ParamType params[2] = {{.type = i}, {.type = pc}};
    const Type *fn = type_function(f.ts, pc, params, 2, true, true, NULL);
    const Type *pfn = type_pointer(f.ts, fn);
    assert_string_equal(spelled(&f, fn, "f"), "char *f(int, char *, ...)");
    assert_string_equal(spelled(&f, pfn, "f"), "char *(*f)(int, char *, ...)");
    assert_string_equal(spelled(&f, type_array(f.ts, pfn, 2), "f"),
                        "char *(*f[2])(int, char *, ...)");
    assert_string_equal(spelled(&f, type_pointer(f.ts, type_array(f.ts, i, 4)), ""), "int (*)[4]");
    const Type *q = type_qualified(f.ts, pc, QUAL_CONST | QUAL_RESTRICT);
    assert_string_equal(spelled(&f, q, "p"), "char *const restrict p");
    assert_string_equal(spelled(&f, type_function(f.ts, i, NULL, 0, false, true, NULL), "g"),
                        "int g(void)");
    assert_string_equal(spelled(&f, type_complex(f.ts, basic(&f, TYPE_FLOAT)), NULL),
                        "_Complex float");
    fixture_end(&f);
}

static void arithmetic_conversions(void **state)
{
    (void)state;
    Fixture f = fixture_new(x86_64), g = fixture_new(i386);
    static const struct {
        TypeKind a, b, wide, narrow; /* result where long has 64, 32 bits */
    } cases[] = {{TYPE_CHAR, TYPE_SHORT, TYPE_INT, TYPE_INT},
                 {TYPE_USHORT, TYPE_USHORT, TYPE_INT, TYPE_INT},
                 {TYPE_INT, TYPE_UINT, TYPE_UINT, TYPE_UINT},
                 {TYPE_LONG, TYPE_UINT, TYPE_LONG, TYPE_ULONG},
                 {TYPE_LLONG, TYPE_ULONG, TYPE_ULLONG, TYPE_LLONG},
                 {TYPE_LONG, TYPE_LLONG, TYPE_LLONG, TYPE_LLONG},
                 {TYPE_FLOAT, TYPE_ULLONG, TYPE_FLOAT, TYPE_FLOAT},
                 {TYPE_DOUBLE, TYPE_FLOAT, TYPE_DOUBLE, TYPE_DOUBLE},
                 {TYPE_DOUBLE, TYPE_FLOAT64, TYPE_FLOAT64, TYPE_FLOAT64},
                 {TYPE_FLOAT128, TYPE_LDOUBLE, TYPE_FLOAT128, TYPE_FLOAT128}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const Type *w = type_usual(f.ts, basic(&f, cases[i].a), basic(&f, cases[i].b));
        const Type *n = type_usual(g.ts, basic(&g, cases[i].b), basic(&g, cases[i].a));
        assert_ptr_equal(w, basic(&f, cases[i].wide));
        assert_ptr_equal(n, basic(&g, cases[i].narrow));
    }
    const Type *b = type_bitint(f.ts, 40, false), *i = basic(&f, TYPE_INT);
    assert_ptr_equal(type_usual(f.ts, b, i), b);
    assert_ptr_equal(type_usual(f.ts, type_bitint(f.ts, 32, false), i), i);
    assert_ptr_equal(type_promote_bit_field(f.ts, basic(&f, TYPE_UINT), 31), i);
    assert_ptr_equal(type_promote_bit_field(f.ts, basic(&f, TYPE_UINT), 32), basic(&f, TYPE_UINT));
    fixture_end(&f);
    fixture_end(&g);
}

static void wrapping(void **state)
{
    (void)state;
    Fixture f = fixture_new(x86_64);
    assert_true((i128)type_wrap(basic(&f, TYPE_SCHAR), 200) == -56);
    assert_true(type_wrap(basic(&f, TYPE_UCHAR), (u128)-3) == 253);
    assert_true((i128)type_wrap(type_bitint(f.ts, 3, false), 5) == -3);
    assert_true(type_wrap(basic(&f, TYPE_UINT128), ~(u128)0) == ~(u128)0);
    assert_true((i128)type_wrap(basic(&f, TYPE_LLONG), (u128)1 << 63) == -((i128)1 << 63));
    fixture_end(&f);
}

static void compatible_and_composite(void **state)
{
    (void)state;
    Fixture f = fixture_new(x86_64);
    const Type *i = basic(&f, TYPE_INT), *known = type_array(f.ts, i, 3);
    const Type *open = type_array_unknown(f.ts, i);
    assert_true(type_compatible(f.ts, known, open));
    assert_false(type_compatible(f.ts, known, type_array(f.ts, i, 4)));
    assert_ptr_equal(type_composite(f.ts, open, known), known);
    assert_ptr_equal(type_composite(f.ts, known, open), known);
    ParamType pk = {.type = type_pointer(f.ts, known)}, po = {.type = type_pointer(f.ts, open)};
    const Type *fk = type_function(f.ts, i, &pk, 1, false, true, NULL);
    const Type *fo = type_function(f.ts, i, &po, 1, false, true, NULL);
    const Type *old = type_function(f.ts, i, NULL, 0, false, false, NULL);
    assert_true(type_compatible(f.ts, fk, fo));
    assert_true(type_compatible(f.ts, fk, old));
    assert_ptr_equal(type_composite(f.ts, fo, fk)->u.fn.params[0].type, pk.type);
    assert_int_equal(type_composite(f.ts, old, fk)->u.fn.count, 1);
    const Type *e = type_enum(f.ts, name(&f, "e"), LOC_NONE);
    enum_layout(f.ts, e->u.enum_info, basic(&f, TYPE_UINT));
    assert_true(type_compatible(f.ts, e, basic(&f, TYPE_UINT)));
    assert_false(type_compatible(f.ts, e, i));
    assert_int_equal(e->size, 4);
    fixture_end(&f);
}

static Record *lay_out(Fixture *f, const TypeKind *kinds, const uint32_t *widths, uint32_t n,
                       uint32_t pack)
{
    const Type *s = type_record(f->ts, false, NULL, LOC_NONE);
    Field *fields = ARENA_ARRAY(f->arena, Field, n);
    for (uint32_t i = 0; i < n; i++) {
        fields[i].type = basic(f, kinds[i]);
        fields[i].name = name(f, "m");
        fields[i].is_bit_field = widths && widths[i] < 99;
        fields[i].bit_width = widths ? widths[i] : 0;
    }
    record_layout(f->ts, s->u.record, fields, n, pack);
    return s->u.record;
}

static void layouts(void **state)
{
    (void)state;
    Fixture f = fixture_new(x86_64), g = fixture_new(i386);
    static const TypeKind cd[] = {TYPE_CHAR, TYPE_DOUBLE}, bits[] = {TYPE_CHAR, TYPE_INT, TYPE_INT};
    static const uint32_t widths[] = {99, 20, 8};
    Record *r = lay_out(&f, cd, NULL, 2, 0);
    assert_int_equal(r->fields[1].offset, 8);
    r = lay_out(&g, cd, NULL, 2, 0);
    assert_int_equal(r->fields[1].offset, 4);
    assert_int_equal(r->size, 12);
    assert_int_equal(type_alignof(g.ts, basic(&g, TYPE_DOUBLE), false), 8);
    assert_int_equal(type_alignof(g.ts, basic(&g, TYPE_DOUBLE), true), 4);
    r = lay_out(&f, cd, NULL, 2, 2);
    assert_int_equal(r->fields[1].offset, 2);
    assert_int_equal(r->size, 10);
    r = lay_out(&f, bits, widths, 3, 0);
    assert_int_equal(r->fields[1].bit_offset, 8);
    assert_int_equal(r->fields[2].offset, 4);
    assert_int_equal(r->size, 8);
    fixture_end(&f);
    fixture_end(&g);
}

static void targets(void **state)
{
    (void)state;
    Fixture f = fixture_new(x86_64), g = fixture_new(i386);
    Target t;
    const char *missing;
    assert_int_equal(f.target.size_t_kind, TYPE_ULONG);
    assert_int_equal(g.target.size_t_kind, TYPE_UINT);
    assert_true(g.target.char_unsigned && !f.target.char_unsigned);
    assert_int_equal(g.target.by_kind[TYPE_LDOUBLE].align, 4);
    assert_false(target_from_macros(&t, "#define __SIZEOF_SHORT__ 2\n", &missing));
    assert_string_equal(missing, "__SIZEOF_INT__");
    assert_int_equal(type_va_list(f.ts)->size, 24);
    assert_int_equal(type_va_list(g.ts)->size, 4);
    fixture_end(&f);
    fixture_end(&g);
}

static void attributes(void **state)
{
    (void)state;
    Fixture f = fixture_new(x86_64);
    Name corten = name(&f, "corten"), gnu = name(&f, "gnu");
    assert_int_equal(attr_kind(f.ts, NULL, name(&f, "noreturn")), ATTR_NORETURN);
    assert_int_equal(attr_kind(f.ts, NULL, name(&f, "__packed__")), ATTR_PACKED);
    assert_int_equal(attr_kind(f.ts, corten, name(&f, "own")), ATTR_CORTEN_OWN);
    assert_int_equal(attr_kind(f.ts, NULL, name(&f, "corten_own_by")), ATTR_CORTEN_OWN_BY);
    assert_int_equal(attr_kind(f.ts, gnu, name(&f, "lockable")), ATTR_CAPABILITY);
    assert_int_equal(attr_kind(f.ts, name(&f, "vendor"), name(&f, "packed")), ATTR_UNKNOWN);
    assert_int_equal(attr_kind(f.ts, NULL, name(&f, "nonsense")), ATTR_UNKNOWN);
    for (int k = ATTR_UNKNOWN + 1; k < ATTR_COUNT; k++)
        assert_int_equal(attr_kind(f.ts, NULL, name(&f, attr_name((AttrKind)k))), k);
    fixture_end(&f);
}

static void builtins(void **state)
{
    (void)state;
    Fixture f = fixture_new(x86_64);
    const Type *l = basic(&f, TYPE_LONG), *pl = type_pointer(f.ts, l);
    assert_int_equal(builtin_lookup(f.ts, name(&f, "__builtin_memcpy")), BUILTIN_MEMCPY);
    assert_int_equal(builtin_library(f.ts, name(&f, "memcpy")), BUILTIN_MEMCPY);
    assert_int_equal(builtin_library(f.ts, name(&f, "expect")), BUILTIN_NONE);
    assert_int_equal(builtin_lookup(f.ts, name(&f, "__builtin_ia32_addps")), BUILTIN_TARGET);
    assert_int_equal(builtin_lookup(f.ts, name(&f, "__builtin_nothing")), BUILTIN_NONE);
    assert_string_equal(type_spell(f.arena, builtin_type(f.ts, BUILTIN_MEMCPY)),
                        "void *(void *, const void *, unsigned long)");
    assert_null(builtin_type(f.ts, BUILTIN_ATOMIC_LOAD_N));
    assert_ptr_equal(builtin_result(f.ts, BUILTIN_ATOMIC_LOAD_N, &pl, 1), l);
    assert_ptr_equal(builtin_param(f.ts, BUILTIN_ATOMIC_COMPARE_EXCHANGE_N, &pl, 1, 2), l);
    uint32_t min, max;
    builtin_arity(BUILTIN_ATOMIC_COMPARE_EXCHANGE_N, &min, &max);
    assert_int_equal(min, 6);
    assert_int_equal(max, 6);
    builtin_arity(BUILTIN_ASSUME_ALIGNED, &min, &max);
    assert_int_equal(min, 2);
    assert_int_equal(max, UINT32_MAX);
    /* Every signature can be read, and every name finds its entry. */
    for (int b = 1; b < BUILTIN_COUNT; b++) {
        builtin_type(f.ts, (BuiltinId)b);
        assert_int_equal(builtin_lookup(f.ts, name(&f, builtin_name((BuiltinId)b))), b);
    }
    fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(derived_types_are_shared),
        cmocka_unit_test(names_do_not_matter_for_identity),
        cmocka_unit_test(arrays_share_qualifiers_with_elements),
        cmocka_unit_test(late_completion_reaches_variants_and_arrays),
        cmocka_unit_test(declarators_print_as_c),
        cmocka_unit_test(arithmetic_conversions),
        cmocka_unit_test(wrapping),
        cmocka_unit_test(compatible_and_composite),
        cmocka_unit_test(layouts),
        cmocka_unit_test(targets),
        cmocka_unit_test(attributes),
        cmocka_unit_test(builtins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
