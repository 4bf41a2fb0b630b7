// The error text lives in the function's outermost block.
#include <stdio.h>

static int check(int n)
{
    const char *why = NULL;
    char text[32];
    if (n > 3) {
        snprintf(text, sizeof text, "%d is too large", n);
        why = text;
        goto fail;
    }
    return 0;
fail:
    fprintf(stderr, "%s\n", why);
    return -1;
}

int main(void)
{
    return check(7) == 0;
}
