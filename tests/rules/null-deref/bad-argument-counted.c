// There may be none but the program's name.
#include <stdio.h>

int main(int argc, char **argv)
{
    if (argc < 1)
        return 1;
    if (!argv[1])
        puts("none");
    return argv[1][0] == '-'; //~ null-deref
}
