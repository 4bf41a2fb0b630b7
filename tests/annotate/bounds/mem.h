#ifndef MEM_H
#define MEM_H
#include <stddef.h>
int same(const void *a, const void *b, size_t n);
int same_ints(const int *a, const int *b, size_t n);
int same_words(const void *a, const void *b, size_t words);
size_t len(const unsigned char *s);
size_t length(const char *s);
void fill(char *d, size_t n);
int unnamed(const char *, const char *, size_t);
#endif
