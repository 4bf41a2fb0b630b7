// A message is passed on after it was freed.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>

struct message {
    int urgent;
};

void note(const struct message *m);

void discard(struct message *__own m)
{
    free(m);
    note(m); //~ use-after-free
}
