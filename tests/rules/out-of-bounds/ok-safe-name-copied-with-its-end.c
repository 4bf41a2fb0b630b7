// A name is copied into a field with its end.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

struct name {
    char *__own __null_terminated text;
};

int name_set(struct name *n, const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    if (copy == NULL)
        return -1;
    memcpy(copy, text, size);
    free(n->text);
    n->text = copy;
    return 0;
}
