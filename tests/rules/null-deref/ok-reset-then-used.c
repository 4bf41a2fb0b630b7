// The field is read before it is cleared.
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
    int last = *s.counter;
    free(s.counter);
    s.counter = NULL;
    printf("%d\n", last);
    return 0;
}
