// The buffer is freed behind the loop.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int *scratch = malloc(4 * sizeof *scratch);
    int sum = 0;
    if (scratch == NULL)
        return 1;
    for (int round = 0; round < 2; round++) {
        sum += round;
        scratch[round] = sum;
    }
    printf("%d\n", scratch[1]);
    free(scratch);
    return 0;
}
