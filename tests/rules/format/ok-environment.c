// The same, right.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    const char *greeting = getenv("GREETING");
    if (!greeting)
        greeting = "hello";
    fprintf(stderr, "%s", greeting);
    fputs("\n", stderr);
    return 0;
}
