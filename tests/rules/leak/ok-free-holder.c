// The name is freed before its record.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct record {
    char *name;
    int n;
};

int main(void)
{
    struct record *r = calloc(1, sizeof *r);
    if (r == NULL)
        return 1;
    r->name = strdup("rec");
    r->n = r->name != NULL ? (int)strlen(r->name) : 0;
    printf("%d\n", r->n);
    free(r->name);
    free(r);
    return 0;
}
