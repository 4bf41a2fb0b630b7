#ifndef OUT_H
#define OUT_H
#include <stddef.h>
struct pair { int a, b; };
int parse(const char *s, int *value);
void pair_set(struct pair *p, int a, int b);
void pair_zero(struct pair *p);
void pair_via(struct pair *p);
void pair_half(struct pair *p);
void swap(int *a, int *b);
void next(int *n);
void chunk(size_t *len);
void noted(int *n);
int text_new(char **out, size_t size);
void maybe(int *n);
#endif
