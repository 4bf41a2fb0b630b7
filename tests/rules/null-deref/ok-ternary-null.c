// Both cases of the conditional expression give an object.
#include <stdio.h>

struct mode {
    const char *name;
    int bits;
};

int main(int argc, char **argv)
{
    (void)argv;
    static const struct mode wide = { "wide", 64 };
    static const struct mode narrow = { "narrow", 32 };
    const struct mode *m = argc > 3 ? &wide : &narrow;
    printf("%d\n", m->bits);
    return 0;
}
