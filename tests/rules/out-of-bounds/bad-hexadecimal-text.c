// The text of n bytes in hexadecimal has 2n characters, and a null character.
#include <stdio.h>

#define DIGEST 4

int main(void)
{
    static const unsigned char digest[DIGEST] = { 0xde, 0xad, 0xbe, 0xef };
    char text[2 * DIGEST];
    for (int i = 0; i < DIGEST; i++)
        sprintf(text + 2 * i, "%02x", digest[i]); //~ out-of-bounds
    printf("%.8s\n", text);
    return 0;
}
