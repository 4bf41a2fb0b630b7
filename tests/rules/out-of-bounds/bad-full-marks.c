// Full marks have a bucket that the histogram lacks.
// run: echo 100 | ./a.out
#include <stdio.h>

int main(void)
{
    int bucket[10] = { 0 };
    unsigned mark;
    while (scanf("%u", &mark) == 1) {
        if (mark > 100)
            continue;
        bucket[mark / 10]++; //~ out-of-bounds
    }
    for (int i = 0; i < 10; i++)
        printf("%d ", bucket[i]);
    putchar('\n');
    return 0;
}
