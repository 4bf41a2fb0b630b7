// A queue takes its argument when it succeeds, and leaves it to the caller when it doesn't.
#include <stdio.h>
#include <stdlib.h>

struct queue {
    char *slot[2];
    int n;
};

static int queue_put(struct queue *q, char *s)
{
    if (q->n == 2)
        return -1;
    q->slot[q->n++] = s;
    return 0;
}

int main(void)
{
    struct queue q = { { NULL, NULL }, 0 };
    int dropped = 0;
    for (int i = 0; i < 4; i++) {
        char *s = malloc(4);
        if (s == NULL)
            break;
        snprintf(s, 4, "%d", i);
        if (queue_put(&q, s) < 0) {
            free(s);
            dropped++;
        }
    }
    printf("%d %d\n", q.n, dropped);
    while (q.n > 0)
        free(q.slot[--q.n]);
    return 0;
}
