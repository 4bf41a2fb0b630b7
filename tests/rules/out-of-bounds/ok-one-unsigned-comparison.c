// One comparison as unsigned refuses negative numbers too.
// run: ./a.out -1
#include <stdio.h>
#include <stdlib.h>

#define N 10

static int table[N];

static int get(int i)
{
    if ((unsigned)i >= N)
        return -1;
    return table[i];
}

int main(int argc, char **argv)
{
    int i = argc > 1 ? atoi(argv[1]) : 3;
    int a = get(i);
    if ((size_t)(long)i < sizeof table / sizeof table[0])
        table[i] = 7;
    if ((unsigned)i - 2u < 5u)
        a += table[i - 2];
    printf("%d\n", a);
    return 0;
}
