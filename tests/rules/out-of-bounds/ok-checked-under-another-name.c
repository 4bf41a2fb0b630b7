// The check is made of a copy, of a field, or of what the index was computed from.
// run: ./a.out 31
#include <stdio.h>
#include <stdlib.h>

struct request {
    int slot;
    int flags;
};

int main(int argc, char **argv)
{
    static int v[16], w[32];
    struct request r = { 0, 0 };
    if (argc < 2)
        return 1;
    r.slot = atoi(argv[1]);
    const int i = r.slot;
    if (r.slot < 0 || i > 31)
        return 1;
    w[i] = 1;
    v[r.slot / 2] = 2;
    int half = i >> 1;
    v[half]++;
    if (half < 8)
        v[half * 2 + 1]--;
    unsigned j = (unsigned)i;
    if (j != 0)
        w[j - 1] = v[(j - 1) / 2];
    printf("%d\n", w[0]);
    return 0;
}
