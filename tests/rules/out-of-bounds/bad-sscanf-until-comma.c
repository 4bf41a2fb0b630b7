// A field up to the comma is scanned without a width.
// run: echo a-field-that-does-not-fit-into-twelve,5 | ./a.out
#include <stdio.h>

int main(void)
{
    char line[128], name[12];
    int n;
    if (fgets(line, sizeof line, stdin) == NULL)
        return 1;
    if (sscanf(line, "%[^,],%d", name, &n) != 2) //~ out-of-bounds
        return 1;
    printf("%s %d\n", name, n);
    return 0;
}
