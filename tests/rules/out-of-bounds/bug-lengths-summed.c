// All arguments together are no longer than the line: their lengths are summed up right here.
#include <string.h>
#include <stdio.h>
int main(int argc, char **argv)
{
    char line[1000] = "";
    size_t sum = 1;
    for (int i = 1; i < argc; i++)
        sum += strlen(argv[i]) + 1;
    if (sum > sizeof line)
        return 1;
    for (int i = 1; i < argc; i++) {
        strcat(line, argv[i]);
        strcat(line, " ");
    }
    puts(line);
    return 0;
}
