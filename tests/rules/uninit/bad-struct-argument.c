// The callee reads a member of the struct that the caller never set.
#include <stdio.h>

struct range {
    int from, to, step;
};

static int count(const struct range *r)
{
    int n = 0;
    for (int i = r->from; i < r->to && n < 100; i += r->step)
        n++;
    return n;
}

int main(void)
{
    struct range r;
    r.from = 0;
    r.to = 10;
    printf("%d\n", count(&r)); //~ uninit
    return 0;
}
