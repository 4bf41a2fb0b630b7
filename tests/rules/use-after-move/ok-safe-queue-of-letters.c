// A letter is stamped before it is handed to the queue.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct letter {
    int stamp;
    struct letter *__own _Nullable behind;
};

struct queue {
    struct letter *__own _Nullable first;
};

void queue_put(struct queue *q, struct letter *__own l);

int post(struct queue *q)
{
    struct letter *l = malloc(sizeof *l);
    if (l == NULL)
        return -1;
    l->stamp = 0;
    l->behind = NULL;
    l->stamp = 7;
    queue_put(q, l);
    return 0;
}
