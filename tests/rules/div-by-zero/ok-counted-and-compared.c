// Counts that are not zero where they divide.
// run: printf '4 5 6' | ./a.out
#include <stdio.h>

int main(void)
{
    int v, n = 0, max = 0, last = 0;
    long sum = 0;
    while (scanf("%d", &v) == 1 && v > 0 && v < 1000) {
        sum += v;
        n++;
        last = (int)(sum / n);
        if (v > max)
            max = v;
        sum += 1000 / v;
    }
    if (n < 1) {
        puts("nothing");
        return 0;
    }
    printf("%ld %d\n", sum / n, last);
    printf("%ld\n", sum % max);
    unsigned digits = 0;
    unsigned long rest = (unsigned long)sum;
    do {
        rest /= 10;
        digits++;
    } while (rest);
    printf("%lu\n", (unsigned long)sum / digits);
    for (int i = n; i; i--)
        sum += 12 / i;
    for (int d = 2; d * d <= n; d++)
        sum += n % d == 0;
    return sum == 0;
}
