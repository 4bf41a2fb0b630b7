// The buffer is freed on each way out.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int shout(const char *s)
{
    char *up = strdup(s);
    if (up == NULL)
        return -1;
    if (strlen(up) > 5) {
        fputs("too long\n", stderr);
        free(up);
        return -1;
    }
    puts(up);
    free(up);
    return 0;
}

int main(void)
{
    return shout("a long text") == 0 ? 1 : 0;
}
