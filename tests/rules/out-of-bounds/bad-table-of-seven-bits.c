// A byte of the input is an index into a table for seven bits.
// run: printf '\351' | ./a.out
#include <stdio.h>

int main(void)
{
    static unsigned seen[128];
    int c;
    while ((c = getchar()) != EOF)
        seen[c]++; //~ out-of-bounds
    printf("%u\n", seen['e']);
    return 0;
}
