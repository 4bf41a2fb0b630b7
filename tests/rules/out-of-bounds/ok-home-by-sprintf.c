// A path is made by snprintf, and too long ones are refused.
// run: env HOME=/a/very/long/home/directory/that/does/not/fit ./a.out
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char path[32];
    const char *home = getenv("HOME");
    if (home == NULL)
        return 1;
    int n = snprintf(path, sizeof path, "%s/.demorc", home);
    if (n < 0 || (size_t)n >= sizeof path)
        return 1;
    puts(path);
    return 0;
}
