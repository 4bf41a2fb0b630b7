// The count is in elements.
// run: printf '%0128d' 1 | ./a.out
#include <stdio.h>

int main(void)
{
    unsigned short pair[2];
    size_t n = fread(pair, sizeof pair[0], 2, stdin);
    if (n != 2)
        return 1;
    printf("%u %u\n", pair[0], pair[1]);
    return 0;
}
