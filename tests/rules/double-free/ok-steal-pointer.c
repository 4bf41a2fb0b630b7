// The local pointer is cleared when its object has gone to the result.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline void free_charp(char **p)
{
    free(*p);
}

#define auto_free __attribute__((cleanup(free_charp)))
#define TAKE(p) ({ __typeof__(p) taken_ = (p); (p) = NULL; taken_; })

static int make_path(const char *dir, const char *name, char **out)
{
    auto_free char *path = malloc(strlen(dir) + strlen(name) + 2);
    if (path == NULL)
        return -1;
    strcpy(path, dir);
    strcat(path, "/");
    strcat(path, name);
    if (strstr(path, "..") != NULL)
        return -2;
    *out = TAKE(path);
    return 0;
}

int main(void)
{
    char *p;
    if (make_path("/etc", "../x", &p) == 0)
        free(p);
    if (make_path("/etc", "hosts", &p) != 0)
        return 1;
    puts(p);
    free(p);
    return 0;
}
