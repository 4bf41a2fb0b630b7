// A flag that says that the buffer was allocated is cleared before it is looked at.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int hash(const char *s)
{
    char small[8], *p = small;
    int heap = 0, h = 0;
    size_t n = strlen(s) + 1;
    if (n > sizeof small) {
        p = malloc(n);
        if (p == NULL)
            return -1;
        heap = 1;
    }
    memcpy(p, s, n);
    heap = 0;
    for (size_t i = 0; p[i] != '\0'; i++)
        h = (h * 31 + p[i]) % 1000;
    if (heap)
        free(p);
    return h; //~ leak
}

int main(void)
{
    printf("%d\n", hash("a text of some length"));
    return 0;
}
