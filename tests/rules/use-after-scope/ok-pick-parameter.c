// The pointer that was passed is returned.
#include <stdio.h>

struct big {
    int v[4];
};

static const int *largest(const struct big *b)
{
    const int *best = &b->v[0];
    for (int i = 1; i < 4; i++)
        if (b->v[i] > *best)
            best = &b->v[i];
    return best;
}

int main(void)
{
    struct big b = { { 3, 9, 4, 1 } };
    printf("%d\n", *largest(&b));
    return 0;
}
