// A conditional expression gives null for the case that is then used.
#include <stdio.h>

struct mode {
    const char *name;
    int bits;
};

int main(int argc, char **argv)
{
    (void)argv;
    static const struct mode wide = { "wide", 64 };
    const struct mode *m = argc > 3 ? &wide : NULL;
    printf("%d\n", m->bits); //~ null-deref
    return 0;
}
