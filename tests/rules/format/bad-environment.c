// A greeting from the environment.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    const char *greeting = getenv("GREETING");
    if (!greeting)
        greeting = "hello";
    fprintf(stderr, greeting); //~ format
    fputs("\n", stderr);
    return 0;
}
