// A run that does not fit ends the unpacking.
// run: printf '\310a\310b' | ./a.out
#include <stdio.h>
#include <string.h>

int main(void)
{
    unsigned char out[256];
    size_t used = 0;
    int count, c;
    while ((count = getchar()) != EOF && (c = getchar()) != EOF) {
        if ((size_t)count > sizeof out - used)
            break;
        memset(out + used, c, (size_t)count);
        used += (size_t)count;
    }
    printf("%zu bytes\n", used);
    return 0;
}
