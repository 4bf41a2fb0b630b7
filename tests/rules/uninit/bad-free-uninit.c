// The way out frees a pointer that the failing path has not set.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int work(int n)
{
    int rc = -1;
    char *a, *b;
    a = malloc((size_t)n + 1);
    if (a == NULL)
        return -1;
    if (n < 4)
        goto out;
    b = strdup("text");
    if (b != NULL)
        rc = (int)strlen(b);
out:
    free(b); //~ uninit
    free(a);
    return rc;
}

int main(int argc, char **argv)
{
    (void)argv;
    printf("%d\n", work(argc));
    return 0;
}
