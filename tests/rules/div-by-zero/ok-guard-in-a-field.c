// A flag and a count that is kept with it say whether there is something to divide.
// run: printf '123x' | ./a.out
#include <stdbool.h>
#include <stdio.h>

struct stats {
    unsigned long total;
    unsigned count;
    bool empty;
};

static void stats_init(struct stats *s)
{
    s->total = 0;
    s->count = 0;
    s->empty = true;
}

static void stats_add(struct stats *s, unsigned v)
{
    s->total += v;
    s->count++;
    s->empty = false;
}

static int stats_mean(const struct stats *s, unsigned long *mean)
{
    if (s->count == 0)
        return -1;
    *mean = s->total / s->count;
    return 0;
}

int main(void)
{
    struct stats s;
    unsigned long mean;
    int c;
    stats_init(&s);
    while ((c = getchar()) >= '0' && c <= '9')
        stats_add(&s, (unsigned)c - '0');
    if (stats_mean(&s, &mean) == 0)
        printf("%lu\n", mean);
    stats_init(&s);
    stats_add(&s, 3);
    printf("%lu\n", s.total / s.count);
    return 0;
}
