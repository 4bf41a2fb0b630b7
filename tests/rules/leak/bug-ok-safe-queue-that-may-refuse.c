// A queue takes a text over where it has room, and says so; else the caller still owns it.
#include <corten.h>
#pragma corten safe
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct queue {
    char *__own _Nullable text;
};

bool queue_put(struct queue *q, char *__own __when(return == true) text)
{
    if (q->text != NULL)
        return false;
    q->text = text;
    return true;
}

void queue_copy(struct queue *q, const char *s)
{
    char *copy = strdup(s);
    if (copy == NULL)
        return;
    if (!queue_put(q, copy))
        free(copy);
}
