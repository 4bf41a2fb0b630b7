#include <stdlib.h>

void die(const char *why);
void *must_alloc(size_t n);
void check_or_die(int ok);

static void usage(void)
{
    die("usage");
}

int never_null(void)
{
    int *p = must_alloc(sizeof *p);
    *p = 1;
    free(p);
    return 0;
}

int lost(void)
{
    int *p = must_alloc(sizeof *p);
    *p = 1;
    return *p; //~ leak
}

int after(int n)
{
    int *p = malloc(sizeof *p);
    if (!p)
        usage();
    *p = n;
    if (n < 0)
        die("negative");
    free(p);
    return 0;
}

int checked(int *p)
{
    check_or_die(p != NULL);
    return *p;
}
