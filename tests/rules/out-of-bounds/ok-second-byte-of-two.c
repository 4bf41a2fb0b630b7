// A character that is cut off is left for later.
// run: printf '%031d\303' 1 | ./a.out
#include <stdio.h>

int main(void)
{
    unsigned char text[32];
    size_t n = fread(text, 1, sizeof text, stdin);
    unsigned sum = 0;
    for (size_t i = 0; i < n; i++) {
        if (text[i] < 0x80) {
            sum += text[i];
        } else if (i + 1 < n) {
            sum += (text[i] & 0x1fu) << 6 | (text[i + 1] & 0x3fu);
            i++;
        }
    }
    printf("%u\n", sum);
    return 0;
}
