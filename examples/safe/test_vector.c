/* test_vector.c - the vector keeps its people, their order and their names. */
#include "vector.h"
#include "testing.h"

#include <stdio.h>

static void fill(struct people *v, unsigned n)
{
    people_init(v);
    for (unsigned i = 0; i < n; i++) {
        char name[16];
        snprintf(name, sizeof name, "p%u", i);
        assert_int_equal(people_push(v, name, i), 0);
    }
}

static void test_push_pop(void **state)
{
    (void)state;
    struct people v;
    fill(&v, 100);
    assert_int_equal(v.len, 100);
    for (unsigned i = 100; i-- > 0;) {
        struct person p;
        char name[16];
        snprintf(name, sizeof name, "p%u", i);
        REQUIRE(people_pop(&v, &p) == 0);
        assert_string_equal(p.name, name);
        assert_int_equal(p.age, i);
        person_drop(&p);
    }
    struct person none;
    assert_int_equal(people_pop(&v, &none), -1);
    people_drop(&v);
}

static void test_reserve(void **state)
{
    (void)state;
    struct people v;
    people_init(&v);
    assert_int_equal(people_reserve(&v, 0), 0);
    assert_int_equal(people_reserve(&v, SIZE_MAX), -1);
    assert_int_equal(people_reserve(&v, 5), 0);
    const struct person *room = v.at;
    for (int i = 0; i < 5; i++)
        assert_int_equal(people_push(&v, "x", 1), 0);
    assert_ptr_equal(v.at, room);
    assert_int_equal(people_reserve(&v, SIZE_MAX - 3), -1);
    assert_int_equal(v.len, 5);
    people_drop(&v);
}

static void test_middle(void **state)
{
    (void)state;
    struct people v;
    struct person p;
    fill(&v, 4); /* 0 1 2 3 */
    assert_int_equal(people_insert(&v, 1, "a", 10), 0);
    assert_int_equal(people_insert(&v, 0, "b", 11), 0);
    assert_int_equal(people_insert(&v, 6, "c", 12), 0); /* b 0 a 1 2 3 c */
    assert_int_equal(v.len, 7);
    assert_int_equal(people_at(&v, 0)->age, 11);
    assert_int_equal(people_at(&v, 2)->age, 10);
    assert_int_equal(people_at(&v, 6)->age, 12);
    REQUIRE(people_remove(&v, 2, &p) == 0); /* b 0 1 2 3 c */
    assert_string_equal(p.name, "a");
    person_drop(&p);
    REQUIRE(people_swap_remove(&v, 0, &p) == 0); /* c 0 1 2 3 */
    assert_string_equal(p.name, "b");
    person_drop(&p);
    assert_string_equal(people_at(&v, 0)->name, "c");
    REQUIRE(people_swap_remove(&v, 4, &p) == 0);
    assert_int_equal(p.age, 3);
    person_drop(&p);
    assert_int_equal(people_remove(&v, 4, &p), -1);
    people_truncate(&v, 1);
    assert_int_equal(v.len, 1);
    people_truncate(&v, 5);
    assert_int_equal(v.len, 1);
    people_drop(&v);
}

static void test_find_and_rename(void **state)
{
    (void)state;
    struct people v;
    fill(&v, 10);
    const struct person *p = people_find(&v, "p7");
    REQUIRE(p != NULL);
    assert_int_equal(p->age, 7);
    assert_null(people_find(&v, "p70"));
    p = people_oldest(&v);
    REQUIRE(p != NULL);
    assert_int_equal(p->age, 9);
    assert_int_equal(people_rename(&v, 7, "seven"), 0);
    assert_null(people_find(&v, "p7"));
    assert_string_equal(people_at(&v, 7)->name, "seven");
    assert_int_equal(person_rename(&v.at[7], v.at[7].name), 0);
    assert_string_equal(people_at(&v, 7)->name, "seven");
    people_truncate(&v, 0);
    assert_null(people_oldest(&v));
    people_drop(&v);
}

static void test_sort(void **state)
{
    (void)state;
    static const unsigned ages[] = {30, 10, 20, 10, 40, 0, 20};
    static const char *const sorted[] = {"5", "1", "3", "2", "6", "0", "4"};
    struct people v;
    people_init(&v);
    for (unsigned i = 0; i < 7; i++) {
        char name[2] = {(char)('0' + i), '\0'};
        assert_int_equal(people_push(&v, name, ages[i]), 0);
    }
    people_sort_by_age(&v);
    for (unsigned i = 0; i < 7; i++)
        assert_string_equal(people_at(&v, i)->name, sorted[i]);
    people_drop(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_push_pop), cmocka_unit_test(test_reserve),
        cmocka_unit_test(test_middle),   cmocka_unit_test(test_find_and_rename),
        cmocka_unit_test(test_sort),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
