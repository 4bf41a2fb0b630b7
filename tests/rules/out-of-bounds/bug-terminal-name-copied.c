// A name from the environment is copied character by character into a small buffer.
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
    while (term[i] != '\0') {
        name[i] = term[i]; //~ out-of-bounds
        i++;
    }
    name[i] = '\0';
    puts(name);
    return 0;
}
