// A queue in a ring, by its head and the number of its elements.
// run: printf 'abcdefghij' | ./a.out
#include <stdio.h>

enum { CAP = 5 };

struct queue {
    int item[CAP];
    int head, count;
};

static int queue_put(struct queue *q, int x)
{
    if (q->count == CAP)
        return 0;
    q->item[(q->head + q->count) % CAP] = x;
    q->count++;
    return 1;
}

static int queue_get(struct queue *q, int *x)
{
    if (q->count == 0)
        return 0;
    *x = q->item[q->head];
    q->head = q->head + 1 < CAP ? q->head + 1 : 0;
    q->count--;
    return 1;
}

int main(void)
{
    struct queue q = { .head = 0, .count = 0 };
    int c, x;
    while ((c = getchar()) != EOF) {
        if (!queue_put(&q, c) && queue_get(&q, &x)) {
            putchar(x);
            queue_put(&q, c);
        }
    }
    while (queue_get(&q, &x))
        putchar(x);
    putchar('\n');
    return 0;
}
