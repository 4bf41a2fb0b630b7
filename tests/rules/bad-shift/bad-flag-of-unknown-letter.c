// The flag of a letter that is not in the alphabet is asked for.
// run: ./a.out =
#include <stdio.h>

int main(int argc, char **argv)
{
    unsigned given = 0;
    for (int i = 1; i < argc; i++) {
        int c = (unsigned char)argv[i][0];
        given |= 1u << (c - 'a'); //~ bad-shift
    }
    printf("%x\n", given);
    return 0;
}
