// A callee with many ways closes the stream in one of them: only if the image owns it.
#include <stdio.h>
#include <stdlib.h>

struct image {
    FILE *file;
    int owned, width, rows, kind, state;
    char *palette, *text, *profile, *history;
};

void note(const char *what);

static void finish(struct image *i)
{
    if (i->kind == 1)
        note("grey");
    if (i->state & 1) {
        free(i->palette);
        i->palette = NULL;
    }
    if (i->state & 2) {
        free(i->text);
        i->text = NULL;
    }
    if (i->state & 4) {
        free(i->profile);
        i->profile = NULL;
    }
    if (i->state & 8) {
        free(i->history);
        i->history = NULL;
    }
    if (i->owned) {
        fclose(i->file);
        i->file = NULL;
    }
    i->state = 0;
}

static int write_rows(struct image *i, FILE *f)
{
    i->file = f;
    i->owned = 0;
    int done = fwrite(i->text, 1, (size_t)i->width, f) == (size_t)i->width;
    finish(i);
    return done;
}

int save(struct image *i, const char *name)
{
    FILE *f = fopen(name, "wb");
    if (!f)
        return -1;
    if (!write_rows(i, f)) {
        fclose(f);
        return -1;
    }
    return fclose(f);
}
