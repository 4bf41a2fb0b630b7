// All cases of the switch set the value or end the program.
#include <stdio.h>
#include <stdlib.h>

enum unit { BYTES, KILO, MEGA };

static unsigned long scale(unsigned long n, enum unit u)
{
    unsigned long factor;
    switch (u) {
    case BYTES:
        factor = 1;
        break;
    case KILO:
        factor = 1024;
        break;
    case MEGA:
        factor = 1024 * 1024;
        break;
    default:
        fprintf(stderr, "bad unit %d\n", (int)u);
        abort();
    }
    return n * factor;
}

int main(void)
{
    printf("%lu %lu\n", scale(3, KILO), scale(1, MEGA));
    return 0;
}
