// Blanks are trimmed from the end, past the beginning of a line that has nothing else.
// run: printf '   \n' | ./a.out
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *line = malloc(80);
    if (line == NULL)
        return 1;
    if (fgets(line, 80, stdin) != NULL) {
        int n = (int)strlen(line);
        while (line[n - 1] == ' ' || line[n - 1] == '\n') //~ out-of-bounds
            n--;
        line[n] = '\0';
        printf("[%s]\n", line);
    }
    free(line);
    return 0;
}
