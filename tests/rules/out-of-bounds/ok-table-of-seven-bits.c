// The table has an entry for each byte.
// run: printf '\351' | ./a.out
#include <stdio.h>

int main(void)
{
    static unsigned seen[256];
    int c;
    while ((c = getchar()) != EOF)
        seen[c]++;
    printf("%u\n", seen['e']);
    return 0;
}
