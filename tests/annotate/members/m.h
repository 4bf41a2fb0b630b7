#ifndef M_H
#define M_H
#include <corten.h>
#define FIELD(type, name) type name
typedef struct item *item_ref;
typedef struct item {
    struct item *next, *prev;
    item_ref parent;
    item_ref a, b;
    char *text;
    const char *must;
    const char *set_once;
    char *_Nonnull said;
    void (*hook)(struct item *);
    struct {
        int *inner;
    } in;
    FIELD(char *, made);
    char name[8];
    int *untouched;
    int *zeroed;
} item;
#endif
