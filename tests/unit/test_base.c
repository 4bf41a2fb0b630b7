/* tests/unit/test_base.c - arena, containers, text, names, threads and the system door.
 *
 * Beside plain examples, the containers are compared with a naive twin on random operations: a
 * map with an array of pairs, a bit set with an array of bools. The seed is fixed. */
#include "base/base.h"
#include "base/os.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct Random { uint64_t state; } Random;

static uint64_t random_next(Random *r)
{
    r->state += UINT64_C(0x9E3779B97F4A7C15);
    return hash_mix(hash_mix(1, r->state), r->state >> 7);
}

/* ---- arena ------------------------------------------------------------------------- */

static bool all_zero(const unsigned char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (p[i])
            return false;
    return true;
}

static void arena_gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    Arena *a = arena_new();
    Random r = {1};
    for (int round = 0; round < 4; round++) {
        for (int i = 0; i < 2000; i++) {
            size_t n = random_next(&r) % (i % 100 == 0 ? 300000 : 200);
            unsigned char *p = arena_alloc(a, n);
            assert_int_equal((uintptr_t)p % 16, 0);
            assert_true(all_zero(p, n));
            memset(p, 0xAB, n);
        }
        arena_reset(a);
        assert_true(arena_bytes(a) <= (size_t)4 << 20);
    }
    arena_destroy(a);
    arena_destroy(NULL);
}

static void arena_grow_keeps_and_extends(void **state)
{
    (void)state;
    Arena *a = arena_new();
    char *p = arena_alloc(a, 16);
    memcpy(p, "0123456789abcdef", 16);
    char *q = arena_grow(a, p, 16, 64);
    assert_ptr_equal(p, q);
    assert_memory_equal(q, "0123456789abcdef", 16);
    assert_true(all_zero((unsigned char *)q + 16, 48));
    (void)arena_alloc(a, 1);
    char *s = arena_grow(a, q, 64, 256);
    assert_ptr_not_equal(q, s);
    assert_memory_equal(s, "0123456789abcdef", 16);
    assert_true(all_zero((unsigned char *)s + 16, 240));
    assert_non_null(arena_grow(a, NULL, 0, 8));
    arena_destroy(a);
}

static void bug_jumps_to_the_innermost_trap(void **state)
{
    (void)state;
    Arena *a = arena_new();
    ArenaTrap outer, inner;
    volatile int caught = 0;
    if (arena_try(&outer, a)) {
        if (arena_try(&inner, a)) {
            BUG(a, "number %d", 7);
        } else {
            caught++;
            assert_non_null(strstr(inner.message, "unit/test_base.c:"));
            assert_non_null(strstr(inner.message, "number 7"));
        }
        arena_end_try(&inner);
        BUG_IF(a, caught == 1);
    } else {
        caught++;
        assert_non_null(strstr(outer.message, "caught == 1"));
    }
    arena_end_try(&outer);
    assert_int_equal(caught, 2);
    arena_destroy(a);
}

static void exhausted_memory_is_a_bug(void **state)
{
    (void)state;
    Arena *a = arena_new();
    ArenaTrap trap;
    volatile int caught = 0;
    if (arena_try(&trap, a))
        (void)arena_alloc(a, SIZE_MAX - 100);
    else
        caught++;
    arena_end_try(&trap);
    volatile size_t many = SIZE_MAX / 4;
    if (arena_try(&trap, a))
        (void)ARENA_ARRAY(a, uint64_t, many);
    else
        caught++;
    arena_end_try(&trap);
    assert_int_equal(caught, 2);
    arena_destroy(a);
}

/* ---- containers -------------------------------------------------------------------- */

static void vectors_grow(void **state)
{
    (void)state;
    Arena *a = arena_new();
    VEC(uint32_t) v = {0};
    for (uint32_t i = 0; i < 100000; i++)
        VEC_PUSH(a, &v, i * 3);
    assert_int_equal(v.len, 100000);
    for (uint32_t i = 0; i < v.len; i++)
        assert_int_equal(v.data[i], i * 3);
    assert_int_equal(VEC_LAST(&v), 99999 * 3);
    arena_destroy(a);
}

enum { MAP_KEYS = 3000 };

static void map_agrees_with_an_array(void **state)
{
    (void)state;
    Arena *a = arena_new();
    Random r = {2};
    Map m;
    map_init(&m, a);
    uintptr_t *twin = ARENA_ARRAY(a, uintptr_t, MAP_KEYS); /* 0: absent */
    for (int i = 0; i < 20000; i++) {
        uint64_t k = random_next(&r) % MAP_KEYS;
        /* Keys that differ in the high bits only must be told apart as well; 0 is one of them. */
        uint64_t key = k % 2 ? k : k << 40;
        uintptr_t got = 12345;
        assert_int_equal(map_get(&m, key, &got), twin[k] != 0);
        assert_int_equal(got, twin[k] ? twin[k] : 12345);
        assert_ptr_equal(map_get_ptr(&m, key), (void *)twin[k]);
        if (random_next(&r) % 2) {
            twin[k] = (uintptr_t)i + 1;
            map_put(&m, key, twin[k]);
        }
    }
    arena_destroy(a);
}

enum { BITS = 517 };

static void bitset_agrees_with_bools(void **state)
{
    (void)state;
    Arena *a = arena_new();
    Random r = {3};
    for (int round = 0; round < 50; round++) {
        bool x[BITS] = {0}, y[BITS] = {0};
        BitSet bx = bitset_new(a, BITS), by = bitset_new(a, BITS);
        for (int i = 0; i < 300; i++) {
            uint32_t at = (uint32_t)(random_next(&r) % BITS);
            x[at] = true;
            bitset_add(bx, at);
            at = (uint32_t)(random_next(&r) % BITS);
            y[at] = true;
            bitset_add(by, at);
            at = (uint32_t)(random_next(&r) % BITS);
            x[at] = false;
            bitset_del(bx, at);
        }
        bool grows = false;
        for (uint32_t i = 0; i < BITS; i++)
            grows |= y[i] && !x[i];
        assert_int_equal(bitset_union(bx, by), grows);
        for (uint32_t i = 0; i < BITS; i++)
            assert_int_equal(bitset_has(bx, i), x[i] || y[i]);
        assert_false(bitset_union(bx, by)); /* a union is idempotent */
    }
    BitSet none = bitset_new(a, 0);
    assert_false(bitset_union(none, none));
    arena_destroy(a);
}

/* ---- text -------------------------------------------------------------------------- */

static void text_builds(void **state)
{
    (void)state;
    Arena *a = arena_new();
    Text t;
    text_init(&t, a);
    assert_string_equal(t.data, "");
    text_add(&t, "ab");
    text_add_n(&t, "cdef", 2);
    text_add_char(&t, '-');
    text_fill(&t, '.', 3);
    text_addf(&t, "%d/%s", 42, "x");
    assert_string_equal(t.data, "abcd-...42/x");
    size_t before = t.len;
    text_addf(&t, "%01000d", 1);
    assert_int_equal(t.len, before + 1000);
    assert_int_equal(strlen(t.data), t.len);
    assert_string_equal(arena_printf(a, "%s-%u", "n", 3u), "n-3");
    arena_destroy(a);
}

static void text_of_wide_numbers(void **state)
{
    (void)state;
    Arena *a = arena_new();
    Text t;
    text_init(&t, a);
    text_add_u128(&t, 0);
    text_add_char(&t, ' ');
    text_add_u128(&t, ~(u128)0);
    text_add_char(&t, ' ');
    text_add_i128(&t, -1);
    text_add_char(&t, ' ');
    text_add_i128(&t, (i128)((u128)1 << 127));
    assert_string_equal(t.data, "0 340282366920938463463374607431768211455 -1 "
                                "-170141183460469231731687303715884105728");
    arena_destroy(a);
}

/* ---- names ------------------------------------------------------------------------- */

enum { NAME_TEXTS = 20000, NAME_WORKERS = 4 };

typedef struct NamesJob {
    Names *names;
    Name (*seen)[NAME_WORKERS]; /* by text; each item interns a text for one worker's column */
} NamesJob;

static void intern_one(void *ctx, uint32_t item, unsigned worker)
{
    (void)worker;
    NamesJob *job = ctx;
    char text[32];
    uint32_t which = item / NAME_WORKERS;
    int len = snprintf(text, sizeof text, "name_%u", (unsigned)which);
    job->seen[which][item % NAME_WORKERS] = names_intern(job->names, text, (size_t)len);
}

static void names_are_unique_across_threads(void **state)
{
    (void)state;
    static const char *const known[] = {"int", "void", "", "while"};
    Arena *a = arena_new();
    Names *n = names_new(a, known, COUNT_OF(known));
    for (uint32_t i = 0; i < COUNT_OF(known); i++) {
        assert_string_equal(names_known(n, i + 1)->text, known[i]);
        assert_ptr_equal(names_intern(n, known[i], strlen(known[i])), names_known(n, i + 1));
        assert_int_equal(names_known(n, i + 1)->id, i + 1);
    }
    NamesJob job = {n, arena_alloc(a, sizeof(Name[NAME_WORKERS]) * NAME_TEXTS)};
    threads_run(NAME_WORKERS, NAME_TEXTS * NAME_WORKERS, intern_one, &job);
    bool *used = ARENA_ARRAY(a, bool, NAME_TEXTS + COUNT_OF(known) + 1);
    for (uint32_t i = 0; i < NAME_TEXTS; i++) {
        Name first = job.seen[i][0];
        for (int w = 1; w < NAME_WORKERS; w++)
            assert_ptr_equal(job.seen[i][w], first);
        assert_true(first->id <= NAME_TEXTS + COUNT_OF(known)); /* ids are dense */
        assert_false(used[first->id]);
        used[first->id] = true;
        assert_int_equal(first->len, strlen(first->text));
    }
    assert_ptr_equal(names_intern(n, &"resize"[2], 4), names_intern(n, "size", 4));
    Name none = names_known(n, 99);
    assert_string_equal(NAME_TEXT(none), "");
    names_destroy(n);
    arena_destroy(a);
}

/* ---- threads ----------------------------------------------------------------------- */

typedef struct CountJob {
    Lock *lock;
    uint32_t done[1000];
    uint32_t sum;
} CountJob;

static void count_one(void *ctx, uint32_t item, unsigned worker)
{
    CountJob *job = ctx;
    assert_true(worker < 3);
    job->done[item]++;
    lock_take(job->lock);
    job->sum += item;
    lock_drop(job->lock);
}

static void every_item_runs_once(void **state)
{
    (void)state;
    for (unsigned workers = 0; workers <= 3; workers++) {
        Arena *a = arena_new();
        CountJob *job = ARENA_NEW(a, CountJob);
        job->lock = lock_new(a);
        threads_run(workers, 1000, count_one, job);
        for (uint32_t i = 0; i < 1000; i++)
            assert_int_equal(job->done[i], 1);
        assert_int_equal(job->sum, 499500);
        threads_run(workers, 0, count_one, job);
        arena_destroy(a);
    }
}

/* ---- operating system -------------------------------------------------------------- */

static void files_are_written_whole(void **state)
{
    (void)state;
    Arena *a = arena_new();
    const char *why = NULL;
    char *dir = arena_strndup(a, "/tmp/corten-test-XXXXXX", 23);
    assert_non_null(mkdtemp(dir));
    char *deep = arena_printf(a, "%s/a/b//c/", dir);
    assert_true(os_make_dirs(deep, &why));
    assert_true(os_is_dir(deep));
    char *file = arena_printf(a, "%s/a/f", dir);
    const char *data;
    size_t len;
    assert_false(os_read_file(a, file, &data, &len, &why));
    assert_string_equal(why, "No such file or directory");
    assert_false(os_read_file(a, dir, &data, &len, &why));
    assert_string_equal(why, "Is a directory");
    char *big = arena_alloc(a, 100000);
    memset(big, 'x', 100000);
    assert_true(os_write_file(file, big, 100000, &why));
    assert_true(os_read_file(a, file, &data, &len, &why));
    assert_int_equal(len, 100000);
    assert_memory_equal(data, big, len);
    assert_int_equal(data[len], 0);
    assert_true(os_write_file(file, "", 0, &why));
    assert_true(os_read_file(a, file, &data, &len, &why));
    assert_int_equal(len, 0);
    assert_false(os_write_file(arena_printf(a, "%s/none/f", dir), "x", 1, &why));
    char **names;
    uint32_t count;
    assert_true(os_write_file(arena_printf(a, "%s/a/B", dir), "x", 1, &why));
    assert_true(os_list_dir(a, arena_printf(a, "%s/a", dir), &names, &count));
    assert_int_equal(count, 3);
    assert_string_equal(names[0], "B");
    assert_string_equal(names[1], "b");
    assert_string_equal(names[2], "f");
    OsRun run;
    const char *rm[] = {"rm", "-r", dir, NULL};
    assert_true(os_run(a, NULL, rm, NULL, &run, &why));
    assert_int_equal(run.exit_code, 0);
    assert_false(os_exists(dir));
    arena_destroy(a);
}

static void programs_are_run(void **state)
{
    (void)state;
    Arena *a = arena_new();
    const char *why = NULL;
    OsRun run;
    const char *cat[] = {"sh", "-c", "cat; echo err >&2; pwd; exit 3", NULL};
    assert_true(os_run(a, "/", cat, "in\n", &run, &why));
    assert_string_equal(run.out, "in\n/\n");
    assert_string_equal(run.err, "err\n");
    assert_int_equal(run.exit_code, 3);
    /* More than a pipe holds, on both sides; and a program that reads nothing of its input. */
    const char *much[] = {"sh", "-c", "head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero",
                          NULL};
    assert_true(os_run(a, NULL, much, "unread", &run, &why));
    assert_int_equal(run.out_len, 300000);
    assert_int_equal(run.err_len, 300000);
    const char *killed[] = {"sh", "-c", "kill -9 $$", NULL};
    assert_true(os_run(a, NULL, killed, NULL, &run, &why));
    assert_int_equal(run.exit_code, 137);
    const char *absent[] = {"corten-no-such-program", NULL};
    assert_false(os_run(a, NULL, absent, NULL, &run, &why));
    assert_int_equal(os_run_foreground(absent, &why), -1);
    const char *three[] = {"sh", "-c", "exit 3", NULL};
    assert_int_equal(os_run_foreground(three, &why), 3);
    assert_non_null(os_find_program(a, "sh"));
    assert_null(os_find_program(a, "corten-no-such-program"));
    assert_null(os_find_program(a, ""));
    assert_non_null(os_self_path(a));
    assert_non_null(os_cwd(a));
    assert_true(os_cores() >= 1);
    assert_true(os_peak_rss() > 0);
    arena_destroy(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_gives_zeroed_aligned_memory),
        cmocka_unit_test(arena_grow_keeps_and_extends),
        cmocka_unit_test(bug_jumps_to_the_innermost_trap),
        cmocka_unit_test(exhausted_memory_is_a_bug),
        cmocka_unit_test(vectors_grow),
        cmocka_unit_test(map_agrees_with_an_array),
        cmocka_unit_test(bitset_agrees_with_bools),
        cmocka_unit_test(text_builds),
        cmocka_unit_test(text_of_wide_numbers),
        cmocka_unit_test(names_are_unique_across_threads),
        cmocka_unit_test(every_item_runs_once),
        cmocka_unit_test(files_are_written_whole),
        cmocka_unit_test(programs_are_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
