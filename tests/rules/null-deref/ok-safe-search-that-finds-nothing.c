// What a search found is counted up if it found something.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct word {
    const char *text;
    unsigned count;
};

struct words {
    struct word word[32];
    size_t used;
} __invariant(used <= 32);

static struct word *_Nullable find(struct words *__lifetimebound w, char first)
{
    for (size_t i = 0; i < w->used; i++)
        if (w->word[i].text[0] == first)
            return &w->word[i];
    return NULL;
}

void count_word(struct words *w, char first)
{
    struct word *found = find(w, first);
    if (found != NULL)
        found->count++;
}
