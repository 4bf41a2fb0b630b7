// There are two arguments, whatever is asked of the second.
#include <stdio.h>

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    if (!argv[1])
        puts("none");
    return argv[1][0] == '-';
}
