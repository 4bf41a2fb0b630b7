// The getter refuses the length itself.
#include <stdio.h>
#include <stdlib.h>

struct text {
    char *at;
    size_t len;
};

static int text_get(const struct text *t, size_t i)
{
    if (i >= t->len)
        return -1;
    return t->at[i];
}

int main(void)
{
    struct text t = { malloc(3), 3 };
    if (t.at == NULL)
        return 1;
    t.at[0] = 'a', t.at[1] = 'b', t.at[2] = 'c';
    size_t i = 0;
    while (i < 4 && text_get(&t, i) >= 0)
        i++;
    printf("%zu\n", i);
    free(t.at);
    return 0;
}
