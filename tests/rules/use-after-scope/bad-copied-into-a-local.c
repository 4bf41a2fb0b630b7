// strcpy returns its argument, an array that ends with the function.
#include <stdio.h>
#include <string.h>

static const char *greeting(const char *name)
{
    char buf[64];
    if (strlen(name) > 40)
        return "hello";
    return strcat(strcpy(buf, "hello, "), name); //~ use-after-scope
}

int main(void)
{
    return greeting("you")[0] == 'x';
}
