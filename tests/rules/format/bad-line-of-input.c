// A line that was read is printed as it is.
#include <stdio.h>
#include <string.h>

int main(void)
{
    char line[128];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        printf(line); //~ format
        putchar('\n');
    }
    return 0;
}
