// A record is filled at once, and one text becomes two of its members.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>
#include <string.h>

struct song {
    char *__own __null_terminated title;
    char *__own __null_terminated singer;
    int year;
};

int song_init(struct song *__inits __when(return == 0) s, const char *title)
{
    char *copy = strdup(title);
    if (copy == NULL)
        return -1;
    *s = (struct song){copy, copy, 1999}; //~ use-after-move
    return 0;
}

struct song *__own _Nullable song_new(const char *title)
{
    char *copy = strdup(title);
    if (copy == NULL)
        return NULL;
    struct song *s = malloc(sizeof *s);
    if (s == NULL) {
        free(copy);
        return NULL;
    }
    *s = (struct song){copy, copy, 2001}; //~ use-after-move
    return s;
}
