// The error text lives in the block that the goto leaves.
#include <stdio.h>

static int check(int n)
{
    const char *why = NULL;
    if (n > 3) {
        char text[32];
        snprintf(text, sizeof text, "%d is too large", n);
        why = text;
        goto fail;
    }
    return 0;
fail:
    fprintf(stderr, "%s\n", why); //~ use-after-scope
    return -1;
}

int main(void)
{
    return check(7) == 0;
}
