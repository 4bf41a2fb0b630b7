// A string builder writes the end of its text without room for it.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

struct builder {
    char *__own __counted_by(room) text;
    size_t length, room;
} __invariant(length < room);

int builder_add(struct builder *b, char c)
{
    if (b->length == b->room) {
        if (b->room > 100000)
            return -1;
        size_t room = b->room + 64;
        char *more = calloc(room, 1);
        if (more == NULL)
            return -1;
        for (size_t i = 0; i < b->length; i++)
            more[i] = b->text[i];
        free(b->text);
        b->text = more;
        b->room = room;
    }
    b->text[b->length + 1] = '\0'; //~ out-of-bounds
    b->text[b->length] = c;
    b->length++;
    return 0;
}
