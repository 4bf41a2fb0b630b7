// Whether the text was printed to its end says how long it is.
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char line[20], name[20];
    if (argc != 3)
        return 1;
    if (snprintf(line, sizeof line, "%s", argv[1]) >= (int)sizeof line)
        return 1;
    strcpy(name, argv[1]);
    puts(name);
    if (snprintf(line, sizeof line, "%s-%s", argv[1], argv[2]) >= (int)sizeof line)
        return 1;
    strcpy(name, argv[2]);
    puts(name);
    return 0;
}
