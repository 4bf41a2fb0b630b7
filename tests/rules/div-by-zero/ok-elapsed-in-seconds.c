// Less than a second counts as one.
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
    unsigned long s = seconds_since(m->start, now);
    return m->bytes / (s > 0 ? s : 1);
}

int main(void)
{
    struct meter m = { 5000, 0 };
    while (getchar() != EOF)
        m.bytes++;
    printf("%lu\n", rate(&m, 5400));
    return 0;
}
