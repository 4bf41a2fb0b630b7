// A pointer to a variable of the loop's body is used in the next turn.
#include <stdio.h>

int main(void)
{
    int *previous = NULL;
    int rising = 0;
    for (int i = 0; i < 3; i++) {
        int value = i * i;
        if (previous != NULL && *previous < value) //~ use-after-scope
            rising++;
        previous = &value;
    }
    printf("%d\n", rising);
    return 0;
}
