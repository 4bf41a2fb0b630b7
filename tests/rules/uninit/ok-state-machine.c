// Each state of a decoder sets what the next one reads, and falls through to it.
#include <stdio.h>

enum mode { HEAD, LENGTH, BODY, DONE, BAD };

static int decode(const unsigned char *p, size_t n)
{
    enum mode mode = HEAD;
    unsigned length, sum = 0;
    for (;;) {
        switch (mode) {
        case HEAD:
            if (n == 0 || *p != 0xaa) {
                mode = BAD;
                break;
            }
            p++, n--;
            mode = LENGTH;
            /* fall through */
        case LENGTH:
            if (n == 0) {
                mode = BAD;
                break;
            }
            length = *p++;
            n--;
            mode = BODY;
            /* fall through */
        case BODY:
            while (length > 0 && n > 0) {
                sum += *p++;
                length--, n--;
            }
            mode = length == 0 ? DONE : BAD;
            break;
        case DONE:
            return (int)sum;
        case BAD:
            return -1;
        }
    }
}

int main(void)
{
    static const unsigned char good[] = { 0xaa, 3, 1, 2, 3 }, cut[] = { 0xaa, 9, 1 };
    printf("%d %d\n", decode(good, sizeof good), decode(cut, sizeof cut));
    return 0;
}
