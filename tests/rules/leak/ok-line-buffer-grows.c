// A line buffer whose block getdelim makes and moves; the release asks for its size.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <errno.h>
#include <assert.h>
struct strbuf {
    size_t alloc, len;
    char *buf;
};
char slop[1];
void die(void) __attribute__((noreturn));
static void reset(struct strbuf *sb)
{
    sb->len = 0;
    if (sb->buf != slop)
        sb->buf[0] = 0;
}
static void init(struct strbuf *sb)
{
    sb->alloc = sb->len = 0;
    sb->buf = slop;
}
int getwhole(struct strbuf *sb, FILE *fp)
{
    ssize_t r;
    if (feof(fp))
        return EOF;
    reset(sb);
    if (!sb->alloc)
        sb->buf = NULL;
    errno = 0;
    r = getdelim(&sb->buf, &sb->alloc, '\n', fp);
    if (r > 0) {
        sb->len = r;
        return 0;
    }
    if (errno == ENOMEM)
        die();
    if (!sb->buf)
        init(sb);
    else
        reset(sb);
    return EOF;
}
int line(struct strbuf *sb, FILE *fp)
{
    if (getwhole(sb, fp))
        return EOF;
    if (sb->len > 0 && sb->buf[sb->len - 1] == '\n') {
        --sb->len;
        if (sb->len > 0 && sb->buf[sb->len - 1] == '\r')
            --sb->len;
        sb->buf[sb->len] = 0;
    }
    return 0;
}
void rel(struct strbuf *sb)
{
    if (sb->alloc) {
        free(sb->buf);
        init(sb);
    }
}
int main(int c, char **v)
{
    struct strbuf l1 = {0, 0, slop};
    FILE *fp = fopen(v[1], "r");
    if (!fp)
        return 1;
    while (!line(&l1, fp)) {
        if (l1.len)
            break;
    }
    fclose(fp);
    rel(&l1);
    return 0;
}
