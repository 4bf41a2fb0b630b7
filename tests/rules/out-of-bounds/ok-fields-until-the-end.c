// A loop that looks for the null character does not pass it.
#include <stdlib.h>
#include <string.h>

int count_fields(void)
{
    const char *p = getenv("LIST_COLORS");
    if (!p || !*p)
        return 0;
    char *copy = strdup(p), *q = copy;
    if (!q)
        return 0;
    int n = 0;
    for (;;) {
        if (*q == ':' || *q == 0) {
            char c = *q;
            *q++ = 0;
            n++;
            if (c == 0)
                break;
        } else {
            q++;
        }
    }
    free(copy);
    return n;
}
