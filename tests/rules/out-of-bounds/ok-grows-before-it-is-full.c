// A buffer that grows in the four usual ways before it is written to.
// run: printf '%0500d\n' 3 | ./a.out
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct buf {
    char *at;
    size_t len, cap;
};

static int buf_reserve(struct buf *b, size_t more)
{
    if (b->cap - b->len >= more)
        return 0;
    size_t cap = b->cap ? b->cap : 16;
    while (cap < b->len + more)
        cap *= 2;
    char *at = realloc(b->at, cap);
    if (at == NULL)
        return -1;
    b->at = at;
    b->cap = cap;
    return 0;
}

static int buf_add(struct buf *b, const char *p, size_t n)
{
    if (buf_reserve(b, n + 1) != 0)
        return -1;
    memcpy(b->at + b->len, p, n);
    b->len += n;
    b->at[b->len] = '\0';
    return 0;
}

int main(void)
{
    struct buf b = { NULL, 0, 0 };
    char piece[24];
    while (fgets(piece, sizeof piece, stdin) != NULL)
        if (buf_add(&b, piece, strlen(piece)) != 0)
            break;
    if (b.at != NULL)
        printf("%zu %zu\n", b.len, strlen(b.at));
    free(b.at);
    return 0;
}
