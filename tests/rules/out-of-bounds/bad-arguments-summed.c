// How long all arguments are together is said, and not asked.
#include <stdio.h>
#include <string.h>

static void say_total(int n, char **texts)
{
    int sum = 1;
    while (n--)
        sum += (int)strlen(*texts++) + 1;
    printf("%d\n", sum);
}

int main(int argc, char **argv)
{
    char line[1000] = "";
    say_total(argc, argv);
    if (argc > 1)
        strcat(line, argv[1]); //~ out-of-bounds
    puts(line);
    return 0;
}
