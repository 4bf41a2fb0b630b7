// Binary searches in the three usual forms.
// run: ./a.out 13
#include <stdio.h>
#include <stdlib.h>

static const int prime[] = { 2, 3, 5, 7, 11, 13, 17, 19, 23 };
enum { PRIMES = sizeof prime / sizeof prime[0] };

static int closed(int key)
{
    int low = 0, high = PRIMES - 1;
    while (low <= high) {
        int mid = (low + high) / 2;
        if (prime[mid] == key)
            return mid;
        if (prime[mid] < key)
            low = mid + 1;
        else
            high = mid - 1;
    }
    return -1;
}

static size_t half_open(int key)
{
    size_t low = 0, high = PRIMES;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (prime[mid] < key)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static const int *by_pointer(int key)
{
    const int *base = prime;
    for (size_t n = PRIMES; n > 1;) {
        size_t half = n / 2;
        if (base[half] <= key)
            base += half;
        n -= half;
    }
    return base;
}

int main(int argc, char **argv)
{
    int key = argc > 1 ? atoi(argv[1]) : 8;
    size_t at = half_open(key);
    int i = closed(key);
    if (at < PRIMES && prime[at] == key)
        printf("%zu\n", at);
    if (i >= 0)
        printf("%d\n", prime[i]);
    printf("%d\n", *by_pointer(key));
    return 0;
}
