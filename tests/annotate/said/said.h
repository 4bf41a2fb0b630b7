#ifndef SAID_H
#define SAID_H
#include <corten.h>
#include <stddef.h>
void *get(size_t n) __attribute__((malloc(free, 1)));
void put(void *__own p);
char *name(char *_Nonnull s, char *t);
#endif
