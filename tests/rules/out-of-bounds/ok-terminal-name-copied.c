// The copy stops when the buffer is full.
// run: env TERM=a-terminal-of-quite-some-length ./a.out
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char name[16];
    const char *term = getenv("TERM");
    if (term == NULL)
        return 1;
    size_t i = 0;
    while (term[i] != '\0' && i < sizeof name - 1) {
        name[i] = term[i];
        i++;
    }
    name[i] = '\0';
    puts(name);
    return 0;
}
