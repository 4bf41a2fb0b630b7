/* Runs generated programs on many inputs, under the sanitizers that it is built with.
 *
 * In: `table`, the programs' entries; on the command line which is the first to run. Out: a line for
 * each that leaked, and, when a sanitizer ends the process, which program it was and on which input:
 *
 *     LEAK 12 3        program 12 left something allocated on input 3
 *     DIED 14 0        a sanitizer's report stands above this
 *     SLOW 15 1        too many steps; no verdict
 *     DONE
 *
 * Allocations go through here (the linker's --wrap): to let the n-th of them fail, and to count what
 * is live, which is what finds leaks. What the inputs hold is on the heap, in pieces of the exact
 * size, so that the sanitizers know where they end. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef long Entry(int a, int b, const char *s, const unsigned char *v, size_t n);
extern Entry *const table[];
extern const int table_size;

void __sanitizer_set_death_callback(void (*callback)(void));
_Noreturn void run_trap(void);
void *__real_malloc(size_t n);
void *__real_realloc(void *p, size_t n);
void *__real_calloc(size_t n, size_t size);
void __real_free(void *p);
int __real_open(const char *path, int flags, ...);
int __real_close(int fd);
void *__wrap_malloc(size_t n);
void *__wrap_realloc(void *p, size_t n);
void *__wrap_calloc(size_t n, size_t size);
void __wrap_free(void *p);
char *__wrap_strdup(const char *s);
int __wrap_open(const char *path, int flags, ...);
int __wrap_close(int fd);
FILE *__real_fopen(const char *path, const char *mode);
FILE *__wrap_fopen(const char *path, const char *mode);
int __real_fclose(FILE *f);
int __wrap_fclose(FILE *f);

static int program, input, live, files, until_failure;
static sigjmp_buf trapped;
static volatile long sink;

static int fails(void) { return until_failure > 0 && --until_failure == 0; }

void *__wrap_malloc(size_t n)
{
    void *p = fails() || n > (1 << 20) ? NULL : __real_malloc(n);
    live += p != NULL;
    return p;
}

void *__wrap_calloc(size_t n, size_t size)
{
    void *p = fails() || (size != 0 && n > (1 << 20) / size) ? NULL : __real_calloc(n, size);
    live += p != NULL;
    return p;
}

void *__wrap_realloc(void *p, size_t n)
{
    if (fails() || n > (1 << 20))
        return NULL;
    /* Never in place: what still leads to the old one is wrong even where it would have grown. */
    void *q = __real_realloc(p, n);
    live += p == NULL && q != NULL;
    return q;
}

void __wrap_free(void *p)
{
    live -= p != NULL;
    __real_free(p);
}

char *__wrap_strdup(const char *s)
{
    size_t n = strlen(s) + 1;
    char *p = __wrap_malloc(n);
    return p == NULL ? NULL : memcpy(p, s, n);
}

int __wrap_open(const char *path, int flags, ...)
{
    int fd = fails() ? -1 : __real_open(path, flags);
    files += fd >= 0;
    return fd;
}

int __wrap_close(int fd)
{
    files -= fd >= 0;
    return __real_close(fd);
}

FILE *__wrap_fopen(const char *path, const char *mode)
{
    FILE *f = fails() ? NULL : __real_fopen(path, mode);
    files += f != NULL;
    return f;
}

int __wrap_fclose(FILE *f)
{
    files--;
    return __real_fclose(f);
}

static void say(const char *what)
{
    char line[64];
    int n = snprintf(line, sizeof line, "%s %d %d\n", what, program, input);
    (void)!write(2, line, (size_t)n);
}

static void died(void) { say("DIED"); }

static void too_slow(int signal)
{
    (void)signal;
    say("SLOW");
    _exit(0);
}

static void aborted(int signal)
{
    (void)signal;
    died();
    _exit(1);
}

void run_trap(void) { siglongjmp(trapped, 1); }

#define LENGTH(a) (sizeof(a) / sizeof(a)[0])

static const struct {
    int a, b;
    const char *s, *v;
    size_t n;
} inputs[] = {
    {0, 0, "", "", 0},
    {1, 2, "abc", "\1\2\3\4", 4},
    {-1, 7, "x", "\1", 1},
    {3, -5, "one two  three ", "\1\200\7\0\1\2\3\4\5\6\7\377", 12},
    {5, 1, " ", "\3\0", 2},
    {8, 15, "bbbbbbbbbbbbbbbbbbbbbbbb", "\1\1\1\1\1\1\1", 7},
    {2, 100000, "12345", "\0\0\0", 3},
    {2147483647, -2147483647 - 1, "a-b", "\5\4\3\2\1", 5},
};

#define RANDOM 32 /* inputs beyond the written ones */
#define FAILURES 10

/* A fixed sequence, the same for each program. */
static unsigned drawn(unsigned below)
{
    static unsigned x;
    if (below == 0) {
        x = 0;
        return 0;
    }
    x = x * 1103515245u + 12345u;
    return (x >> 16) % below;
}

static void run_one(int failing)
{
    static const char letters[] = "ab x-z1  \351";
    static const unsigned char bytes[] = {0, 1, 1, 2, 3, 4, 7, 8, 127, 128, 200, 255};
    int written = input < (int)LENGTH(inputs);
    int a = written ? inputs[input].a : (int)drawn(22) - 3;
    int b = written ? inputs[input].b : (int)drawn(22) - 3;
    size_t length = written ? strlen(inputs[input].s) : drawn(14);
    size_t n = written ? inputs[input].n : drawn(14);
    char *s = __real_malloc(length + 1);
    unsigned char *v = __real_malloc(n > 0 ? n : 1);
    if (s == NULL || v == NULL)
        abort();
    for (size_t i = 0; i < length; i++)
        s[i] = written ? inputs[input].s[i] : letters[drawn(sizeof letters - 1)];
    s[length] = '\0';
    for (size_t i = 0; i < n; i++)
        v[i] = written ? (unsigned char)inputs[input].v[i] : bytes[drawn(sizeof bytes)];
    live = files = 0;
    until_failure = failing;
    if (sigsetjmp(trapped, 0) == 0) {
        /* No element at all: a pointer to the end of one. */
        long r = table[program](a, b, s, n > 0 ? v : v + 1, n);
        sink += r == 77777 ? 1 : 2; /* what is not initialised is a report here */
        until_failure = 0;
        if (live != 0 || files != 0)
            say("LEAK");
    }
    __real_free(s);
    __real_free(v);
}

int main(int argc, char **argv)
{
    __sanitizer_set_death_callback(died);
    signal(SIGALRM, too_slow);
    signal(SIGABRT, aborted); /* the C library's own findings */
    for (program = argc > 1 ? atoi(argv[1]) : 0; program < table_size; program++) {
        alarm(3);
        drawn(0);
        for (input = 0; input < (int)LENGTH(inputs) + RANDOM; input++)
            run_one(0);
        for (int k = 1; k <= FAILURES; k++) {
            input = k % (int)LENGTH(inputs);
            run_one(k);
            input = 3;
            run_one(k);
        }
    }
    fputs("DONE\n", stderr);
    return 0;
}
