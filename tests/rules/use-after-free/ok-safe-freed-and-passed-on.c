// A message is freed after it was passed on.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct message {
    int urgent;
};

void note(const struct message *m);

void discard(struct message *__own m)
{
    note(m);
    free(m);
}
