// A word that a table may not have is shown.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct slot {
    const char *_Nullable word;
    int uses;
};

int count_initial(const struct slot *__counted_by(n) slot, size_t n, char c)
{
    int count = 0;
    for (size_t i = 0; i < n; i++)
        if (slot[i].word[0] == c) //~ null-deref
            count = 1;
    return count;
}
