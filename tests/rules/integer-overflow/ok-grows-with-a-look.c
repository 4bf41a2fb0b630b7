// A buffer grows by sums and products that are looked at before, after or by a built-in.
// run: printf '%01000d' 5 | ./a.out
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct buf {
    char *at;
    uint32_t len, cap;
};

static int buf_add(struct buf *b, const char *p, uint32_t n)
{
    uint32_t need = b->len + n;
    if (need < b->len || need > UINT32_MAX / 2)
        return -1;
    if (need > b->cap) {
        uint32_t cap = b->cap > need / 2 ? b->cap * 2 : need;
        char *at = realloc(b->at, cap);
        if (at == NULL)
            return -1;
        b->at = at;
        b->cap = cap;
    }
    memcpy(b->at + b->len, p, n);
    b->len = need;
    return 0;
}

static void *array_of(size_t n, size_t each, size_t header)
{
    size_t bytes;
    if (__builtin_mul_overflow(n, each, &bytes) || __builtin_add_overflow(bytes, header, &bytes))
        return NULL;
    return malloc(bytes);
}

int main(void)
{
    struct buf b = { NULL, 0, 0 };
    char piece[100];
    size_t n;
    while ((n = fread(piece, 1, sizeof piece, stdin)) > 0)
        if (buf_add(&b, piece, (uint32_t)n) != 0)
            break;
    void *array = array_of(b.len, 16, 64);
    printf("%u %d\n", (unsigned)b.len, array != NULL);
    free(array);
    free(b.at);
    return 0;
}
