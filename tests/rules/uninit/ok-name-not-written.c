// As bad-name-not-written.c, with an empty name, and with a length of nothing.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void show(const char *name)
{
    printf("%s has %zu letters\n", name, strlen(name));
}

static char *blank(size_t n)
{
    char *s = malloc(n + 1);
    if (s == NULL)
        exit(1);
    memset(s, 0, n + 1);
    return s;
}

int main(int argc, char **argv)
{
    char name[32], none[1];
    name[0] = '\0';
    if (argc > 1)
        snprintf(name, sizeof name, "%s", argv[1]);
    show(name);
    printf("[%.*s]\n", 0, none);
    char *s = blank(0);
    show(s);
    free(s);
    return 0;
}
