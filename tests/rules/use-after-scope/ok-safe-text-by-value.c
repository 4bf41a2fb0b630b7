// A text that owns its letters is returned by value.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct text {
    char *__own __null_terminated letters;
    size_t changes;
};

struct text text_of(char *__own __null_terminated letters)
{
    struct text t = { letters, 0 };
    return t;
}
