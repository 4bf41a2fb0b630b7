// A copy of the variable is freed.
// run: env SPEC_HOME=/tmp ./a.out
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *home = getenv("SPEC_HOME");
    if (home == NULL)
        return 0;
    home = strdup(home);
    if (home == NULL)
        return 1;
    printf("%zu\n", strlen(home));
    free(home);
    return 0;
}
