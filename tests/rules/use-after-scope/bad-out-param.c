// The address of a local is stored through an out-parameter.
#include <stdio.h>

struct limits {
    int low, high;
};

static int get_limits(const struct limits **out)
{
    struct limits l = { 1, 9 };
    *out = &l; //~ use-after-scope
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
