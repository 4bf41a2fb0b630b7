// Signed and unsigned, qualified, enumerated and first members: other types, the same object.
#include <stdio.h>

enum colour { RED, GREEN };

struct inner {
    int number;
    const char *text;
};

struct outer {
    struct inner inner;
    int more;
};

static int first_number(const void *object)
{
    const int *n = object;
    return *n;
}

static unsigned sum_bits(const unsigned *v, int n)
{
    unsigned sum = 0;
    for (int i = 0; i < n; i++)
        sum |= v[i];
    return sum;
}

int main(void)
{
    struct outer o = { { 3, "three" }, 4 };
    enum colour c = GREEN;
    int v[3] = { 1, -2, 3 };
    char text[4] = "abc";
    void *p = &o;
    struct inner *in = p;
    printf("%d %s %d\n", in->number, in->text, first_number(&o));
    printf("%d %u\n", first_number(&c), sum_bits((unsigned *)v, 3));
    printf("%d\n", *(volatile int *)&o.more + *(unsigned char *)text);
    long pair[2] = { 5, 6 };
    long(*whole)[2] = (long(*)[2])pair;
    printf("%ld %d\n", (*whole)[1], ((struct outer *)(void *)&o.inner)->more);
    return 0;
}
