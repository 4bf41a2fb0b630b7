// A ring whose counters run freely and are masked when they are used.
// run: printf 'some bytes that are more than the ring holds' | ./a.out
#include <stdio.h>

#define SIZE 16u

struct ring {
    unsigned char byte[SIZE];
    unsigned in, out;
};

static int ring_put(struct ring *r, int c)
{
    if (r->in - r->out == SIZE)
        return -1;
    r->byte[r->in++ % SIZE] = (unsigned char)c;
    return 0;
}

static int ring_get(struct ring *r)
{
    if (r->in == r->out)
        return -1;
    return r->byte[r->out++ & (SIZE - 1)];
}

int main(void)
{
    struct ring r = { { 0 }, 0xfffffff8u, 0xfffffff8u };
    int c;
    while ((c = getchar()) != EOF)
        while (ring_put(&r, c) != 0)
            putchar(ring_get(&r));
    while ((c = ring_get(&r)) >= 0)
        putchar(c);
    putchar('\n');
    return 0;
}
