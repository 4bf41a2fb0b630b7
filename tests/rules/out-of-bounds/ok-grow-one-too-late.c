// The buffer grows when it is full.
// run: printf '%070d' 3 | ./a.out
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    size_t used = 0, cap = 16;
    char *buf = malloc(cap);
    int c;
    if (buf == NULL)
        return 1;
    while ((c = getchar()) != EOF) {
        if (used == cap) {
            char *more = realloc(buf, cap * 2);
            if (more == NULL)
                break;
            buf = more;
            cap *= 2;
        }
        buf[used++] = (char)c;
    }
    printf("%zu bytes\n", used);
    free(buf);
    return 0;
}
