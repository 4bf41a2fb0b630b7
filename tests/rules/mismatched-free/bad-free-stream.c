// A stream kept in a struct is freed with the struct's other fields.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct source {
    char *path;
    FILE *in;
};

int main(void)
{
    struct source s = { strdup("/dev/null"), NULL };
    if (s.path == NULL)
        return 1;
    s.in = fopen(s.path, "r");
    free(s.path);
    if (s.in == NULL)
        return 1;
    free(s.in); //~ mismatched-free
    return 0;
}
