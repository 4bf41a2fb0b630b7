// The answer copies as many bytes as the request says, not as many as came.
// run: printf '\100ping' | ./a.out
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned char *heartbeat(const unsigned char *req, size_t got, size_t *answered)
{
    if (got < 1)
        return NULL;
    size_t len = req[0];
    unsigned char *p = malloc(len + 1);
    if (p == NULL)
        return NULL;
    p[0] = (unsigned char)len;
    memcpy(p + 1, req + 1, len);
    *answered = len + 1;
    return p;
}

int main(void)
{
    unsigned char req[16];
    size_t n = 0, got = fread(req, 1, sizeof req, stdin);
    unsigned char *p = heartbeat(req, got, &n); //~ out-of-bounds
    if (p == NULL)
        return 1;
    printf("%zu\n", n);
    free(p);
    return 0;
}
