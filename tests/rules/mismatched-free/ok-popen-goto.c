// The way out closes the pipe by pclose.
#include <stdio.h>

static int user_count(void)
{
    int n = -1;
    FILE *p = popen("echo 3", "r");
    if (!p)
        goto out;
    if (fscanf(p, "%d", &n) != 1)
        n = -1;
out:
    if (p)
        pclose(p);
    return n;
}

int main(void)
{
    printf("%d\n", user_count());
    return 0;
}
