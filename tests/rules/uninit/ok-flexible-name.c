// A struct ends in the bytes of its name, which are copied in behind its fields.
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ref {
    struct ref *next;
    int flags;
    char name[];
};

static struct ref *ref_new(struct ref *next, const char *name)
{
    size_t n = strlen(name) + 1;
    struct ref *r = malloc(offsetof(struct ref, name) + n);
    if (r == NULL)
        exit(1);
    r->next = next;
    r->flags = 0;
    memcpy(r->name, name, n);
    return r;
}

int main(void)
{
    struct ref *list = ref_new(ref_new(NULL, "tip"), "main");
    while (list != NULL) {
        struct ref *r = list;
        list = r->next;
        if (r->flags == 0 && r->name[0] != '\0')
            puts(r->name);
        free(r);
    }
    return 0;
}
