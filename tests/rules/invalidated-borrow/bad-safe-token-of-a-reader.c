// A line of a reader is used after the reader has read on.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdio.h>

struct reader {
    char *__own __counted_by(room) __null_terminated line;
    size_t room;
};

const char *_Nullable reader_next(struct reader *r);

int two(struct reader *r)
{
    const char *first = reader_next(r);
    if (first == NULL)
        return -1;
    const char *second = reader_next(r);
    if (second == NULL)
        return -1;
    puts(first); //~ invalidated-borrow
    puts(second);
    return 0;
}
