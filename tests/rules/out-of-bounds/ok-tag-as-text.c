// As bad-tag-as-text.c, with the length said, or with room for the NUL.
#include <stdio.h>
#include <string.h>

int main(void)
{
    char tag[4] = "RIFF", text[5] = "RIFF", padded[8] = "RIFF";
    printf("%.4s %.*s\n", tag, (int)sizeof tag, tag);
    printf("%s %s %zu\n", text, padded, strlen(padded));
    memcpy(padded, tag, sizeof tag);
    printf("%s\n", padded);
    return memcmp(tag, "RIFX", 4) == 0;
}
