#include <string.h>
int main(void)
{
    char b[8] = "abcdef";
    memcpy(b + 1, b, 4); //~ overlap
    return b[0];
}
