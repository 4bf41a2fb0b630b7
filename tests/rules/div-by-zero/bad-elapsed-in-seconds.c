// A rate is computed over the whole seconds that have passed since the start.
// run: printf 'abc' | ./a.out
#include <stdio.h>

struct meter {
    unsigned long start, bytes;
};

static unsigned long seconds_since(unsigned long start, unsigned long now)
{
    return (now - start) / 1000;
}

static unsigned long rate(const struct meter *m, unsigned long now)
{
    return m->bytes / seconds_since(m->start, now);
}

int main(void)
{
    struct meter m = { 5000, 0 };
    while (getchar() != EOF)
        m.bytes++;
    printf("%lu\n", rate(&m, 5400)); //~ div-by-zero
    return 0;
}
