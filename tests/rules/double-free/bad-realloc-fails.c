// After a failed realloc the old block is freed twice.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int grow(size_t more)
{
    int rc = -1;
    char *p = malloc(8);
    if (p == NULL)
        return -1;
    strcpy(p, "seed");
    char *q = realloc(p, more);
    if (q == NULL) {
        free(p);
        goto out;
    }
    p = q;
    puts(p);
    rc = 0;
out:
    free(p); //~ double-free
    return rc;
}

int main(void)
{
    size_t huge = (size_t)-1 / 4;
    return grow(huge) < 0 ? 0 : 1;
}
