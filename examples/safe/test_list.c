/* test_list.c - the list keeps its tasks, and their order. */
#include "list.h"
#include "testing.h"

#include <string.h>

/* The first letters of the tasks, in order. */
static void expect(const struct tasks *l, const char *letters)
{
    size_t i = 0;
    for (const struct task_node *n = l->first; n != NULL; n = n->next, i++) {
        assert_true(letters[i] != '\0');
        assert_int_equal(n->task.text[0], letters[i]);
    }
    assert_int_equal(i, strlen(letters));
    assert_int_equal(tasks_count(l), i);
}

static void fill(struct tasks *l)
{
    tasks_init(l);
    assert_int_equal(tasks_push(l, "b", 2), 0);
    assert_int_equal(tasks_push(l, "a", 1), 0);
    assert_int_equal(tasks_append(l, "c", 3), 0);
    assert_int_equal(tasks_append(l, "d", 2), 0);
    expect(l, "abcd");
}

static void test_ends(void **state)
{
    (void)state;
    struct tasks l;
    struct task t;
    fill(&l);
    REQUIRE(tasks_pop(&l, &t) == 0);
    assert_string_equal(t.text, "a");
    assert_int_equal(t.urgency, 1);
    task_drop(&t);
    expect(&l, "bcd");
    while (tasks_pop(&l, &t) == 0)
        task_drop(&t);
    expect(&l, "");
    assert_int_equal(tasks_append(&l, "x", 0), 0);
    expect(&l, "x");
    tasks_drop(&l);
}

static void test_remove_and_find(void **state)
{
    (void)state;
    struct tasks l;
    fill(&l);
    const struct task *c = tasks_find(&l, "c");
    REQUIRE(c != NULL);
    assert_int_equal(c->urgency, 3);
    assert_null(tasks_find(&l, "z"));
    assert_true(tasks_remove(&l, "c"));
    expect(&l, "abd");
    assert_true(tasks_remove(&l, "a"));
    assert_true(tasks_remove(&l, "d"));
    assert_false(tasks_remove(&l, "z"));
    expect(&l, "b");
    assert_true(tasks_remove(&l, "b"));
    assert_false(tasks_remove(&l, "b"));
    tasks_drop(&l);
}

static void test_order(void **state)
{
    (void)state;
    struct tasks l;
    fill(&l);
    tasks_reverse(&l);
    expect(&l, "dcba");
    assert_false(tasks_is_sorted(&l));
    tasks_sort(&l);
    expect(&l, "cdba");
    assert_true(tasks_is_sorted(&l));
    assert_int_equal(tasks_insert_by_urgency(&l, "e", 2), 0);
    assert_int_equal(tasks_insert_by_urgency(&l, "f", 9), 0);
    assert_int_equal(tasks_insert_by_urgency(&l, "g", 0), 0);
    expect(&l, "fcdbeag");
    assert_int_equal(tasks_forget_below(&l, 2), 2);
    expect(&l, "fcdbe");
    assert_int_equal(tasks_forget_below(&l, 10), 5);
    expect(&l, "");
    tasks_sort(&l);
    tasks_reverse(&l);
    tasks_drop(&l);
}

static void test_append_all(void **state)
{
    (void)state;
    struct tasks a, b;
    fill(&a);
    fill(&b);
    tasks_append_all(&a, &b);
    expect(&a, "abcdabcd");
    expect(&b, "");
    tasks_append_all(&a, &b);
    tasks_append_all(&b, &a);
    expect(&b, "abcdabcd");
    tasks_drop(&a);
    tasks_drop(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_remove_and_find),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_append_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
