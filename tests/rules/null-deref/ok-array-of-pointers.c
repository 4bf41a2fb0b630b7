// The loop ends where the table has null.
#include <stdio.h>
#include <string.h>

static size_t longest(const char *const *names, int n)
{
    size_t best = 0;
    for (int i = 0; i < n; i++) {
        if (names[i] == NULL)
            break;
        size_t len = strlen(names[i]);
        if (len > best)
            best = len;
    }
    return best;
}

int main(void)
{
    const char *const names[] = { "a", "bcd", NULL };
    printf("%zu\n", longest(names, 3));
    return 0;
}
