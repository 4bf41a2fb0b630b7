// Other characters have no flag.
// run: ./a.out =
#include <stdio.h>

int main(int argc, char **argv)
{
    unsigned given = 0;
    for (int i = 1; i < argc; i++) {
        int c = (unsigned char)argv[i][0];
        if (c < 'a' || c > 'z')
            continue;
        given |= 1u << (c - 'a');
    }
    printf("%x\n", given);
    return 0;
}
