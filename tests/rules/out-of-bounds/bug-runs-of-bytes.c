// Runs are unpacked without a look at the end of the output.
// run: printf '\310a\310b' | ./a.out
#include <stdio.h>
#include <string.h>

int main(void)
{
    unsigned char out[256];
    size_t used = 0;
    int count, c;
    while ((count = getchar()) != EOF && (c = getchar()) != EOF) {
        memset(out + used, c, (size_t)count); //~ out-of-bounds
        used += (size_t)count;
    }
    printf("%zu bytes\n", used);
    return 0;
}
