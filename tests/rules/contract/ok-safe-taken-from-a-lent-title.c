// A copy of the text of a title that was lent for reading is given away.
#define _GNU_SOURCE
#include <corten.h>
#define _GNU_SOURCE
#pragma corten safe
#include <stdlib.h>
#include <string.h>

struct title {
    char *__own __null_terminated text;
    int level;
};

void publish(char *__own __null_terminated text);

void title_publish(const struct title *t)
{
    char *copy = strdup(t->text);
    if (copy != NULL)
        publish(copy);
}
