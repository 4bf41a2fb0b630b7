// The text comes with a length and without a NUL; the message about it prints it as a string.
#include <stdio.h>

static int parse_number(const char *text, size_t length)
{
    int n = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9') {
            printf("not a number: '%s'\n", text);
            return -1;
        }
        n = (n * 10 + (text[i] - '0')) % 1000;
    }
    return n;
}

int main(void)
{
    char word[3] = { '1', 'o', '3' };
    return parse_number(word, sizeof word) < 0; //~ out-of-bounds
}
