// A full stack takes one value more.
// run: echo '1 2 3 4 5 6' | ./a.out
#include <stdio.h>

#define DEPTH 4

struct stack {
    int value[DEPTH];
    int used;
};

int main(void)
{
    struct stack s = { { 0 }, 0 };
    int v;
    while (scanf("%d", &v) == 1) {
        if (s.used > DEPTH)
            break;
        s.value[s.used++] = v; //~ out-of-bounds
    }
    printf("%d values\n", s.used);
    return 0;
}
