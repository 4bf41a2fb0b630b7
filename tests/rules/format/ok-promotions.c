// What arrives behind `...` has been promoted, and many types have one size.
#include <inttypes.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>
#include <time.h>
#include <wchar.h>

enum colour { RED, GREEN };

struct mixed {
    short s;
    unsigned char c;
    unsigned bits : 3;
    float f;
    _Bool b;
    enum colour e;
};

void show(const struct mixed *m, size_t n, ssize_t d, uint64_t u, intmax_t j, ptrdiff_t t, off_t o,
          void (*f)(void), const int *p, const unsigned char *raw, const signed char *odd)
{
    printf("%hd %hhu %u %f %d %d %x\n", m->s, m->c, m->bits, m->f, m->b, m->e, m->s);
    printf("%zu %zd %" PRIu64 " %jd %td %lld\n", n, d, u, j, t, (long long)o);
    printf("%ld %lu %c %c %5c\n", (long)u, (unsigned long)d, m->c, 'x', 65);
    printf("%p %p %p %s %s %-*s|\n", (void *)p, p, *(void **)&f, raw, odd, 8, "x");
    printf("%m %% %d\n", RED);
    printf("%qd %Lu %Zu %hhx\n", 1LL, 2ULL, n, 300);
    printf("%'d %I5d %+.3e %a\n", 1, 2, 3.0, 4.0f);
    printf("%ls %lc\n", L"wide", (wint_t)65);
}
