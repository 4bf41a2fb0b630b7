// The pointer walk stops at the end pointer.
#include <stdio.h>

static void clear(char *p, char *end)
{
    while (p < end)
        *p++ = ' ';
}

int main(void)
{
    char screen[80];
    clear(screen, screen + sizeof screen);
    printf("[%.3s]\n", screen);
    return 0;
}
