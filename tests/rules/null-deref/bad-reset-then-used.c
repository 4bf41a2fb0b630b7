// The field is cleared after its memory was freed, and then read.
#include <stdio.h>
#include <stdlib.h>

struct state {
    int *counter;
};

int main(void)
{
    struct state s = { calloc(1, sizeof(int)) };
    if (s.counter == NULL)
        return 1;
    *s.counter = 5;
    free(s.counter);
    s.counter = NULL;
    printf("%d\n", *s.counter); //~ null-deref
    return 0;
}
