// A line with more fields than expected fills the array of fields over its end.
// run: echo 'a:b:c:d:e:f:g' | ./a.out
#include <stdio.h>
#include <string.h>

#define FIELDS 4

int main(void)
{
    char line[256];
    const char *field[FIELDS];
    int n = 0;
    if (fgets(line, sizeof line, stdin) == NULL)
        return 1;
    for (char *p = strtok(line, ":\n"); p != NULL; p = strtok(NULL, ":\n"))
        field[n++] = p; //~ out-of-bounds
    if (n > 0)
        printf("%d fields, the first is %s\n", n, field[0]);
    return 0;
}
