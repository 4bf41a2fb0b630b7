// getgroups(n, list) gives n groups at most.
#include <stdlib.h>
#include <unistd.h>
#include <sys/types.h>

int groups(gid_t **out)
{
    int max = getgroups(0, NULL), n;
    if (max < 0)
        return -1;
    if (max == 0)
        max++;
    gid_t *g = reallocarray(NULL, max, sizeof *g);
    if (!g)
        return -1;
    n = getgroups(max, g);
    if (n < 0) {
        free(g);
        return -1;
    }
    *out = g;
    if (1 < n) {
        gid_t first = *g, *next, *end = g + n;
        for (next = g + 1; next < end; next++) {
            if (*next == first || *next == *g)
                n--;
            else
                *++g = *next;
        }
    }
    return n;
}
