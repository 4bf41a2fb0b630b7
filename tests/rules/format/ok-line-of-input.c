// The same, right.
#include <stdio.h>
#include <string.h>

int main(void)
{
    char line[128];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        fputs(line, stdout);
        putchar('\n');
    }
    return 0;
}
