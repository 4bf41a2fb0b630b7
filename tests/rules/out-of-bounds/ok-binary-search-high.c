// The upper end of a binary search begins at the last element.
// run: ./a.out 99
#include <stdio.h>
#include <stdlib.h>

static const int prime[8] = { 2, 3, 5, 7, 11, 13, 17, 19 };

int main(int argc, char **argv)
{
    int key = argc > 1 ? atoi(argv[1]) : 5;
    int low = 0, high = 7;
    while (low <= high) {
        int mid = low + (high - low) / 2;
        if (prime[mid] == key) {
            puts("prime");
            return 0;
        }
        if (prime[mid] < key)
            low = mid + 1;
        else
            high = mid - 1;
    }
    puts("not in the table");
    return 0;
}
