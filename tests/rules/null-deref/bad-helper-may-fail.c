// A helper returns null for bad input, and its caller doesn't ask.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct pair {
    char key[8];
    int value;
};

static struct pair *pair_parse(const char *s)
{
    const char *eq = strchr(s, '=');
    if (eq == NULL || eq - s >= 8)
        return NULL;
    struct pair *p = calloc(1, sizeof *p);
    if (p == NULL)
        return NULL;
    memcpy(p->key, s, (size_t)(eq - s));
    p->value = atoi(eq + 1);
    return p;
}

int main(int argc, char **argv)
{
    struct pair *p = pair_parse(argc > 1 ? argv[1] : "nothing");
    printf("%s %d\n", p->key, p->value); //~ null-deref
    free(p);
    return 0;
}
