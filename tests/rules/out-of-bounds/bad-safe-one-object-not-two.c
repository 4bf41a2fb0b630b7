// The object behind the one that was lent is read.
#include <corten.h>
#pragma corten safe

struct sample {
    int left, right;
};

int next_left(const struct sample *s)
{
    s++;
    return s->left; //~ out-of-bounds
}
