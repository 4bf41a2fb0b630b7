// annotate: --all
#include <stdlib.h>

static void *get(size_t n);

void *use(size_t n)
{
    return get(n);
}

static void *get(size_t n)
{
    return malloc(n);
}

static int head(const char *s)
{
    return s ? *s : 0;
}

int main(int argc, char **argv)
{
    void *p = use(8);
    int n = argc > 0 && argv ? head(argv[0]) : 0;
    free(p);
    return n;
}
