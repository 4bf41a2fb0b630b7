// The second snprintf is told the size of the rest.
// run: ./a.out some-quite-long-argument-for-the-line
#include <stdio.h>

int main(int argc, char **argv)
{
    char line[32];
    int n = snprintf(line, sizeof line, "[%d] ", argc % 100);
    if (n < 0 || n >= (int)sizeof line || argc < 2)
        return 1;
    snprintf(line + n, sizeof line - (size_t)n, "%s", argv[1]);
    puts(line);
    return 0;
}
