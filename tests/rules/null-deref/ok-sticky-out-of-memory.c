// A failed allocation is remembered in the connection, and the caller asks there.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct conn {
    int oom;
};

static void *conn_alloc(struct conn *c, size_t n)
{
    void *p = NULL;
    if (!c->oom) {
        p = malloc(n);
        if (p == NULL)
            c->oom = 1;
    }
    return p;
}

static char *join(struct conn *c, const char *a, const char *b)
{
    size_t na = strlen(a), nb = strlen(b);
    char *z = conn_alloc(c, na + nb + 1);
    if (z != NULL) {
        memcpy(z, a, na);
        memcpy(z + na, b, nb + 1);
    }
    return z;
}

int main(void)
{
    struct conn c = { 0 };
    char *one = join(&c, "select ", "1");
    char *two = join(&c, "select ", "2");
    if (c.oom) {
        free(one);
        free(two);
        return 1;
    }
    printf("%c %c\n", one[7], two[7]);
    free(one);
    free(two);
    return 0;
}
