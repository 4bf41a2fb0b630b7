/* xmalloc asks for a limit, and who reads the limit may fail and print, which takes memory from
 * xmalloc: a cycle. xmalloc never returns null, however little of the cycle is known. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *xmalloc(size_t size);
static _Noreturn void stop(const char *why, ...);

static char *spelled(const char *text)
{
    char *copy = xmalloc(strlen(text) + 1);
    strcpy(copy, text);
    return copy;
}

static size_t limit_of(const char *name)
{
    const char *text = getenv(name);
    if (!text)
        return 0;
    char *end;
    unsigned long n = strtoul(text, &end, 10);
    if (*end) {
        char *copy = spelled(text);
        stop("bad number %s", copy);
    }
    return n;
}

static int too_large(size_t size, int gentle)
{
    static size_t most;
    if (!most)
        most = limit_of("MOST_BYTES");
    if (!most || size <= most)
        return 0;
    if (!gentle)
        stop("%zu bytes are too many", size);
    return -1;
}

static void *get(size_t size, int gentle)
{
    if (too_large(size, gentle))
        return NULL;
    void *p = malloc(size ? size : 1);
    if (!p && !gentle)
        stop("out of memory");
    return p;
}

void *xmalloc(size_t size)
{
    return get(size, 0);
}

void *xmalloc_gently(size_t size)
{
    return get(size, 1);
}

static _Noreturn void stop(const char *why, ...)
{
    va_list list;
    char *text = spelled(why);
    va_start(list, why);
    vfprintf(stderr, text, list);
    va_end(list);
    free(text);
    exit(1);
}

int *numbers(int n)
{
    if (n <= 0)
        return NULL;
    int *p = xmalloc((size_t)n * sizeof *p);
    p[0] = n;
    return p;
}
