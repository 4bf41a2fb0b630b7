// The table of speeds has a zero for the first mode, which is asked for.
#include <stdio.h>

enum mode { MODE_OFF, MODE_SLOW, MODE_FAST };

static const unsigned speed[] = { 0, 9600, 115200 };

static unsigned divider(enum mode m)
{
    return 1843200u / speed[m];
}

int main(void)
{
    printf("%u\n", divider(MODE_FAST));
    printf("%u\n", divider(MODE_OFF)); //~ div-by-zero
    return 0;
}
