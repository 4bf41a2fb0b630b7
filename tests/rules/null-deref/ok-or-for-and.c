// The second operand is evaluated only if the pointer isn't null.
// run: env -u SPEC_MODE ./a.out
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    const char *mode = getenv("SPEC_MODE");
    if (mode != NULL && mode[0] == 'x')
        puts("mode is set");
    return 0;
}
