#include <stddef.h>
struct buf { char *data; size_t len, cap; };
struct buf *buf_new(size_t cap);
void buf_free(struct buf *b);
int buf_init(struct buf *b, size_t n);
void buf_drop(struct buf *b);
int buf_take(struct buf *b);
char *buf_at(struct buf *b, size_t i);
int buf_copy(const struct buf *from, char **out);
