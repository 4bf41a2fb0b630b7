/* A growing text. */
#ifndef BUF_H
#define BUF_H

#include <stddef.h>
#include <stdio.h>

struct buf {
    char *data;
    size_t len;
};

struct buf *buf_new(size_t n);
void buf_free(struct buf *b);
void buf_drop(struct buf *b);
void buf_reset(struct buf *b);
int buf_send(struct buf *b, int quick);
FILE *buf_log(const char *path);
int buf_pipe(const char *path);
void buf_hush(int fd);
void xfree(void *p);
void *aligned(size_t n);
void aligned_free(void *p);
struct buf *buf_keep(struct buf *b);

#endif
