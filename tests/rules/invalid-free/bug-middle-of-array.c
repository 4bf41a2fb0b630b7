// The rows of one block are freed one by one.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int *row[3];
    row[0] = calloc(12, sizeof(int));
    if (row[0] == NULL)
        return 1;
    for (int i = 1; i < 3; i++)
        row[i] = row[0] + 4 * i;
    row[2][3] = 9;
    printf("%d\n", row[2][3]);
    free(row[1]); //~ invalid-free
    free(row[0]);
    return 0;
}
