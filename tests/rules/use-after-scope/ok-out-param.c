// The address of a static constant is stored through the out-parameter.
#include <stdio.h>

struct limits {
    int low, high;
};

static int get_limits(const struct limits **out)
{
    static const struct limits l = { 1, 9 };
    *out = &l;
    return 0;
}

int main(void)
{
    const struct limits *p;
    if (get_limits(&p) < 0)
        return 1;
    printf("%d\n", p->high);
    return 0;
}
