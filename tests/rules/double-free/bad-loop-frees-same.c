// Every turn of the loop frees the buffer that was allocated before it.
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
        free(scratch); //~ double-free
    }
    printf("%d\n", sum);
    return 0;
}
