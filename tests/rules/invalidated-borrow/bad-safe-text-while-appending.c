// The text of a builder is printed after more was added to it.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdio.h>

struct builder {
    char *__own __null_terminated text;
    size_t length;
};

int builder_add(struct builder *b, const char *more);
const char *builder_text(const struct builder *b);

int title(struct builder *b)
{
    const char *text = builder_text(b);
    puts(text);
    if (builder_add(b, "!") != 0)
        return -1;
    puts(text); //~ invalidated-borrow
    return 0;
}
