// The start of the word is kept as an index, which does not move with the buffer.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    size_t cap = 8, n = 0, word = 0;
    char *buf = malloc(cap);
    if (buf == NULL)
        return 1;
    int c;
    while ((c = getchar()) != EOF && c != '\n') {
        if (n + 1 == cap) {
            char *more = realloc(buf, cap * 2);
            if (more == NULL)
                break;
            buf = more;
            cap *= 2;
        }
        if (c == ' ')
            word = n + 1;
        buf[n++] = (char)c;
    }
    buf[n] = '\0';
    puts(buf + word);
    free(buf);
    return 0;
}
