// The start of the word is kept while the buffer that it stands in grows.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    size_t cap = 8, n = 0;
    char *buf = malloc(cap);
    if (buf == NULL)
        return 1;
    char *word = buf;
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
            word = buf + n + 1;
        buf[n++] = (char)c;
    }
    buf[n] = '\0';
    puts(word); //~ invalidated-borrow
    free(buf);
    return 0;
}
