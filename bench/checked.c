/* The hot loops of examples/safe, one after the other: what bench/checked measures, built with the
 * `__checked` statements of the examples and without. Each line of the output is a loop, its processor
 * seconds, and a number made of its results, which keeps the work from being thrown away. */
#define _POSIX_C_SOURCE 200809L
#include "arena.h"
#include "grid.h"
#include "json.h"
#include "map.h"
#include "regex.h"
#include "sorting.h"
#include "strbuf.h"
#include "vector.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static unsigned next_random(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static unsigned long life(void)
{
    struct grid a, b;
    unsigned random = 1;
    if (grid_init(&a, 512, 512) != 0 || grid_init(&b, 512, 512) != 0)
        abort();
    for (size_t y = 0; y < 512; y++)
        for (size_t x = 0; x < 512; x++)
            grid_set(&a, x, y, next_random(&random) & 1);
    for (int turn = 0; turn < 150; turn++) {
        grid_life(&a, &b);
        grid_life(&b, &a);
    }
    unsigned long alive = grid_population(&a);
    grid_drop(&a);
    grid_drop(&b);
    return alive;
}

static unsigned long sort(void (*how)(int *v, size_t n))
{
    enum { N = 200000 };
    static int v[N];
    unsigned random = 1;
    unsigned long sum = 0;
    for (int turn = 0; turn < 15; turn++) {
        for (size_t i = 0; i < N; i++)
            v[i] = (int)next_random(&random);
        how(v, N);
        sum += (unsigned)v[N / 2];
    }
    return sum;
}

static unsigned long sort_quick(void) { return sort(quick_sort); }
static unsigned long sort_heap(void) { return sort(heap_sort); }

static unsigned long map(void)
{
    enum { KEYS = 20000 };
    struct map m;
    char key[32];
    unsigned random = 1;
    unsigned long found = 0;
    map_init(&m, 7);
    for (int turn = 0; turn < 100; turn++)
        for (int i = 0; i < KEYS; i++) {
            snprintf(key, sizeof key, "%u", next_random(&random) % KEYS);
            if (i % 4 == 0 && map_set(&m, key, "value") != 0)
                abort();
            found += i % 4 == 1 ? map_remove(&m, key) : map_has(&m, key);
        }
    map_drop(&m);
    return found;
}

static unsigned long text(void)
{
    struct strbuf b;
    unsigned long sum = 0;
    strbuf_init(&b);
    for (int turn = 0; turn < 40; turn++) {
        strbuf_truncate(&b, 0);
        for (int i = 0; i < 1000000; i++)
            if (strbuf_add_char(&b, (char)('a' + i % 26)) != 0)
                abort();
        for (size_t i = 0; i < 1000000; i++)
            sum += (unsigned char)strbuf_at(&b, i);
    }
    strbuf_drop(&b);
    return sum;
}

static unsigned long vector(void)
{
    struct people v;
    unsigned long sum = 0;
    people_init(&v);
    for (unsigned i = 0; i < 1000; i++)
        if (people_push(&v, "Ann", i % 90) != 0)
            abort();
    for (int turn = 0; turn < 200000; turn++)
        for (size_t i = 0; i < 1000; i++)
            sum += people_at(&v, i)->age;
    people_drop(&v);
    return sum;
}

static unsigned long pattern(void)
{
    static char line[4000];
    static const char words[] = "[a-c]+x*[0-9]?z";
    struct regex re;
    struct regex_states s;
    unsigned long found = 0;
    memset(line, 'b', sizeof line);
    if (regex_compile(view_of(words), false, &re) != REGEX_OK || regex_states_init(&s, &re) != 0)
        abort();
    for (int turn = 0; turn < 3000; turn++) {
        line[turn % 4000] = 'x';
        found += regex_matches(&re, &s, view_of_n(line, sizeof line));
    }
    regex_states_drop(&s);
    regex_drop(&re);
    return found;
}

static unsigned long json(void)
{
    struct strbuf b;
    struct json j;
    struct json_error error;
    unsigned long n = 0;
    strbuf_init(&b);
    if (strbuf_add(&b, "[") != 0)
        abort();
    for (int i = 0; i < 2000; i++)
        if (strbuf_add(&b, "{\"name\": \"Ann\", \"list\": [1, 2, 3.5, true, null]}, ") != 0)
            abort();
    if (strbuf_add(&b, "0]") != 0)
        abort();
    for (int turn = 0; turn < 150; turn++) {
        if (json_parse(b.data, b.len, &j, &error) != 0)
            abort();
        n += j.u.items.len;
        json_drop(&j);
    }
    strbuf_drop(&b);
    return n;
}

int main(void)
{
    static const struct {
        const char *name;
        unsigned long (*run)(void);
    } loops[] = {{"grid: Life", life},         {"sorting: quick_sort", sort_quick},
                 {"sorting: heap_sort", sort_heap}, {"map: set, has, remove", map},
                 {"strbuf: add_char, at", text},    {"vector: people_at", vector},
                 {"regex: matches", pattern},       {"json: parse", json}};
    for (size_t i = 0; i < sizeof loops / sizeof loops[0]; i++) {
        struct timespec from, to;
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
        unsigned long result = loops[i].run();
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
        printf("%s\t%.6f\t%lu\n", loops[i].name,
               (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9, result);
    }
    return 0;
}
