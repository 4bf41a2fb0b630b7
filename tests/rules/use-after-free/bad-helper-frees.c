// A helper frees the message when it is empty; its caller goes on reading it.
// run: ./a.out ""
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int reject_empty(char *s)
{
    if (s[0] == '\0') {
        free(s);
        return -1;
    }
    return 0;
}

int main(int argc, char **argv)
{
    char *s = strdup(argc > 1 ? argv[1] : "");
    if (s == NULL)
        return 1;
    if (reject_empty(s) < 0)
        fprintf(stderr, "empty\n");
    size_t n = strlen(s); //~ use-after-free
    printf("%zu\n", n);
    exit(0);
}
