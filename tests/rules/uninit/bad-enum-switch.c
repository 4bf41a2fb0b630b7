// The switch has no case for the third state, and nothing sets the text for it.
#include <stdio.h>

enum state { IDLE, BUSY, DEAD };

static const char *text_of(enum state s)
{
    const char *t;
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
    return t; //~ uninit
}

int main(void)
{
    puts(text_of(BUSY));
    const char *t = text_of(DEAD);
    printf("%d\n", t == NULL || t[0] == '?');
    return 0;
}
