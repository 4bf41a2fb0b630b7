// All arguments together are no longer than the line.
#include <stdio.h>
#include <string.h>

static int total(int n, char **texts)
{
    int sum = 1;
    while (n--)
        sum += (int)strlen(*texts++) + 1;
    return sum;
}

int main(int argc, char **argv)
{
    char line[1000] = "";
    if (total(argc, argv) > (int)sizeof line)
        return 1;
    for (int i = 1; i < argc; i++) {
        strcat(line, argv[i]);
        strcat(line, " ");
    }
    puts(line);
    return 0;
}
