// A negative length passes the check and is then a huge size.
// run: ./a.out -1
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    static const char text[64] = "lorem ipsum dolor sit amet";
    char out[64];
    if (argc < 2)
        return 1;
    int n = atoi(argv[1]);
    if (n > (int)sizeof out)
        return 1;
    memcpy(out, text, (size_t)n); //~ out-of-bounds
    printf("%d bytes\n", n);
    return 0;
}
