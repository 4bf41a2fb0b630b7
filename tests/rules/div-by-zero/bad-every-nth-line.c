// Every n-th line is printed, and n may be zero.
// run: printf 'a\nb\n' | env EVERY=0 ./a.out
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char line[100];
    const char *s = getenv("EVERY");
    int every = s != NULL ? atoi(s) : 1, n = 0;
    if (every < 0)
        return 1;
    while (fgets(line, sizeof line, stdin) != NULL)
        if (n++ % every == 0) //~ div-by-zero
            fputs(line, stdout);
    return 0;
}
