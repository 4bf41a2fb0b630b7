// Lines read by fgets, fscanf and getline, and what is done to their ends.
// run: printf 'alpha 1\nbeta 2\n\n' | ./a.out
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char line[16], word[8];
    int n;
    if (fgets(line, sizeof line, stdin) == NULL)
        return 1;
    char *nl = strchr(line, '\n');
    if (nl != NULL)
        *nl = '\0';
    if (sscanf(line, "%7s %d", word, &n) == 2)
        printf("%s=%d\n", word, n);
    char *more = NULL;
    size_t room = 0;
    ssize_t got;
    while ((got = getline(&more, &room, stdin)) > 0) {
        if (more[got - 1] == '\n')
            more[--got] = '\0';
        if (got > 0)
            printf("%c\n", more[got - 1]);
    }
    free(more);
    return 0;
}
