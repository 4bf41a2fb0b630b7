// The mean of the numbers in a file that has none.
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
    printf("%ld\n", sum / n); //~ div-by-zero
    return 0;
}
