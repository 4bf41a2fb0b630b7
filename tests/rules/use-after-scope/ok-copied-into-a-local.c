// strcpy returns its argument, an array of the caller's.
#include <stdio.h>
#include <string.h>

static const char *greeting(char buf[64], const char *name)
{
    if (strlen(name) > 40)
        return "hello";
    return strcat(strcpy(buf, "hello, "), name);
}

int main(void)
{
    char buf[64];
    return greeting(buf, "you")[0] == 'x';
}
