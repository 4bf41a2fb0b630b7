// A string is passed by the address behind its header, and freed by the address of the header.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef char *sds;

struct hdr {
    size_t len, alloc;
    char buf[];
};

#define HDR(s) ((struct hdr *)(void *)((s) - sizeof(struct hdr)))

static sds sds_new(const char *text)
{
    size_t n = strlen(text);
    struct hdr *h = malloc(sizeof *h + n + 1);
    if (h == NULL)
        return NULL;
    h->len = h->alloc = n;
    memcpy(h->buf, text, n + 1);
    return h->buf;
}

static void sds_free(sds s)
{
    if (s != NULL)
        free(HDR(s));
}

static sds sds_cat(sds s, const char *t)
{
    size_t n = strlen(t), len = HDR(s)->len;
    struct hdr *h = realloc(HDR(s), sizeof *h + len + n + 1);
    if (h == NULL)
        return NULL;
    memcpy(h->buf + len, t, n + 1);
    h->len = h->alloc = len + n;
    return h->buf;
}

int main(void)
{
    sds s = sds_new("key");
    if (s == NULL)
        return 1;
    sds t = sds_cat(s, ":value");
    if (t == NULL) {
        sds_free(s);
        return 1;
    }
    printf("%s %zu\n", t, HDR(t)->len);
    sds_free(t);
    return 0;
}
