// The number of a bit comes from the command line.
// run: ./a.out 64
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    unsigned long long set = 5;
    if (argc < 2)
        return 1;
    int bit = atoi(argv[1]);
    if (bit < 0)
        return 1;
    puts(set >> bit & 1 ? "set" : "clear"); //~ bad-shift
    return 0;
}
