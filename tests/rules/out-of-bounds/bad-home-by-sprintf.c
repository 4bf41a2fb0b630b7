// A path is made by sprintf from an environment variable of any length.
// run: env HOME=/a/very/long/home/directory/that/does/not/fit ./a.out
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char path[32];
    const char *home = getenv("HOME");
    if (home == NULL)
        return 1;
    sprintf(path, "%s/.demorc", home); //~ out-of-bounds
    puts(path);
    return 0;
}
