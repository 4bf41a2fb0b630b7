#include <stdio.h>
int main(void)
{
    char b[8];
    b[0] = 'x';
    puts(b); //~ uninit
    return 0;
}
