// The mean is computed if there are numbers.
// run: ./a.out < /dev/null
#include <stdio.h>

int main(void)
{
    long sum = 0, v;
    int n = 0;
    while (scanf("%ld", &v) == 1 && v < 1000 && v > -1000) {
        sum += v;
        n++;
    }
    if (n > 0)
        printf("%ld\n", sum / n);
    return 0;
}
