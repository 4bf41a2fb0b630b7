#include <string.h>
int main(void)
{
    char b[4];
    strcpy(b, "abcd"); //~ out-of-bounds
    return b[0];
}
