// The second snprintf is told the size of the whole line.
// run: ./a.out some-quite-long-argument-for-the-line
#include <stdio.h>

int main(int argc, char **argv)
{
    char line[32];
    int n = snprintf(line, sizeof line, "[%d] ", argc % 100);
    if (n < 0 || n >= (int)sizeof line || argc < 2)
        return 1;
    snprintf(line + n, sizeof line, "%s", argv[1]); //~ out-of-bounds
    puts(line);
    return 0;
}
