#ifndef CRLF_H
#define CRLF_H
#include <stddef.h>

void *get(size_t n);
void put(void *p);
#endif