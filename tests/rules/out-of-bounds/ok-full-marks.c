// Full marks count in the last bucket.
// run: echo 100 | ./a.out
#include <stdio.h>

int main(void)
{
    int bucket[10] = { 0 };
    unsigned mark;
    while (scanf("%u", &mark) == 1) {
        if (mark > 100)
            continue;
        if (mark == 100)
            mark = 99;
        bucket[mark / 10]++;
    }
    for (int i = 0; i < 10; i++)
        printf("%d ", bucket[i]);
    putchar('\n');
    return 0;
}
