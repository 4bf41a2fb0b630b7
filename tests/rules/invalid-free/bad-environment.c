// What getenv returned belongs to the environment, and is freed.
// run: env SPEC_HOME=/tmp ./a.out
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *home = getenv("SPEC_HOME");
    if (home == NULL)
        return 0;
    printf("%zu\n", strlen(home));
    free(home); //~ invalid-free
    return 0;
}
