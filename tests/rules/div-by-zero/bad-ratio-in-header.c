// A scale that a file's header gives as two bytes is used as a fraction.
// run: printf '\003\000' | ./a.out
#include <stdio.h>

struct scale {
    int over, under;
};

static int read_scale(FILE *f, struct scale *s)
{
    int a = fgetc(f), b = fgetc(f);
    if (a == EOF || b == EOF)
        return -1;
    s->over = a;
    s->under = b;
    return 0;
}

int main(void)
{
    struct scale s;
    if (read_scale(stdin, &s) != 0)
        return 1;
    printf("%d\n", 640 * s.over / s.under); //~ div-by-zero
    return 0;
}
