// The condition says or where and was meant, so that the null pointer is read.
// run: env -u SPEC_MODE ./a.out
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    const char *mode = getenv("SPEC_MODE");
    if (mode != NULL || mode[0] == 'x') //~ null-deref
        puts("mode is set");
    return 0;
}
