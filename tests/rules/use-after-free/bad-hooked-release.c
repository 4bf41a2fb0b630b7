// Memory is released through a variable that programs may set; what stands in it at first is free.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef void *(*allocate_fn)(size_t);
typedef void (*release_fn)(void *);

allocate_fn hook_allocate = malloc;
release_fn hook_release = (release_fn)free;

int set_hooks(allocate_fn a, release_fn r)
{
    if (!a || !r)
        return -1;
    hook_allocate = a;
    hook_release = r;
    return 0;
}

int verify(const char *key, const char *wanted)
{
    size_t n = strlen(key) + 1;
    char *copy = hook_allocate(n);
    if (!copy)
        return -1;
    memcpy(copy, key, n);
    if (strcmp(copy, wanted) != 0) {
        hook_release(copy);
        printf("%s is not %s\n", copy, wanted); //~ use-after-free
        return -1;
    }
    hook_release(copy);
    return 0;
}
