// The text is set for all other states before the switch.
#include <stdio.h>

enum state { IDLE, BUSY, DEAD };

static const char *text_of(enum state s)
{
    const char *t = "?";
    switch (s) {
    case IDLE:
        t = "idle";
        break;
    case BUSY:
        t = "busy";
        break;
    case DEAD:
        break;
    }
    return t;
}

int main(void)
{
    puts(text_of(BUSY));
    const char *t = text_of(DEAD);
    printf("%d\n", t == NULL || t[0] == '?');
    return 0;
}
