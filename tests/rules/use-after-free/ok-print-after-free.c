// The buffer is freed when nothing needs it any more.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    const char *who = argc > 1 ? argv[1] : "world";
    size_t n = strlen(who) + 8;
    char *msg = malloc(n);
    if (msg == NULL)
        return 1;
    snprintf(msg, n, "hello %s", who);
    int len = (int)strlen(msg);
    printf("%d %s\n", len, msg);
    free(msg);
    return 0;
}
