// A comment, and /* another
/* #include <nothing.h> */
#ifndef GUARDED_H
#define GUARDED_H
#if defined(_WIN32)
#include <windows.h>
#endif
#include <stddef.h> /* the last
                       of all */
#ifdef OTHER
#include <other.h>
#endif
void guarded(void *p);
#include <stdint.h>
#endif
