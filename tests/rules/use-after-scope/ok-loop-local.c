// The variable that the pointer points to lives outside the loop.
#include <stdio.h>

int main(void)
{
    int *previous = NULL;
    int rising = 0;
    int kept = 0;
    for (int i = 0; i < 3; i++) {
        int value = i * i;
        if (previous != NULL && *previous < value)
            rising++;
        kept = value;
        previous = &kept;
    }
    printf("%d\n", rising);
    return 0;
}
