/* What type an expression with a bit-field of more than 32 bits has, and how wide it computes. */
struct b {
    unsigned long a : 40;
    long b : 33;
    unsigned long c : 63;
    long d : 64;
    unsigned e : 31;
    unsigned f : 32;
    unsigned long long g : 20;
    _Bool h : 1;
    unsigned char i : 7;
    long long j : 5;
};
extern struct b x;
#define T(e)                                                                                       \
    _Generic((e), int                                                                              \
             : "int", unsigned                                                                     \
             : "unsigned", long                                                                    \
             : "long", unsigned long                                                               \
             : "ulong", long long                                                                  \
             : "ll", unsigned long long                                                            \
             : "ull", default                                                                      \
             : "other")
#define S(e) sizeof(e)
char *t[] = {T(x.a + 0),   T(x.b),           T(+x.a),    T(+x.b),    T(x.c + 1), T(x.d + 0),
             T(x.e + 0),   T(x.f + 0),       T(x.g + 0), T(x.h + 0), T(x.i + 0), T(x.a << 1),
             T(x.a + x.a), T(1 ? x.a : x.a), T(x.a),     T(~x.a),    T(-x.g),    T(x.g),
             T(x.a + 1u),  T(x.j + 0u),      T(x.j)};
_Static_assert(sizeof(+(struct b){}.a) == 8, "");
unsigned long sh(struct b *p)
{
    return p->a << 8;
}
#include <stdio.h>
struct b x = {.a = (1ul << 40) - 1, .b = -1, .c = ~0ul, .g = 0xfffff};
int main(void)
{
    for (unsigned i = 0; i < sizeof t / sizeof *t; i++)
        puts(t[i]);
    printf("%lx %lx %lx %lx %lx %llx\n", (unsigned long)(x.a << 8), (unsigned long)(x.a + 1),
           (unsigned long)-x.a, (unsigned long)~x.a, (unsigned long)(x.c + x.c),
           (unsigned long long)(x.g << 20));
    printf("%d %d %d %zu\n", x.a + 1 == 0, -x.a > 0, x.a * x.a == 1, sizeof(x.a + 0));
    unsigned long k = x.a++;
    printf("%lx %lx\n", k, (unsigned long)x.a);
    x.a -= 1;
    printf("%lx\n", (unsigned long)x.a);
    x.a = 5;
    x.a = x.a - 6;
    printf("%lx %lx\n", (unsigned long)x.a, (unsigned long)(x.a - 7 - x.a));
    printf("%lx\n", (unsigned long)(x.a = -1));
    printf("%lx\n", (unsigned long)(x.a += 2));
    if (x.a - 2 > 100)
        puts("big");
    printf("%lx\n", (unsigned long)((x.a - 2) >> 1));
    printf("%lx\n", (unsigned long)(1 ? x.a - 2 : 0));
}
