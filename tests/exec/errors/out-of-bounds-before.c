#include <string.h>
int main(void)
{
    char b[4] = "";
    char *p = b + strlen(b);
    return *--p; //~ out-of-bounds
}
