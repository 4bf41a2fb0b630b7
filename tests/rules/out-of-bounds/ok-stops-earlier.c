// The loop's own end is too far, but it stops before.
// run: echo 12345678901234567890 | ./a.out
#include <stdio.h>

int main(void)
{
    char digits[8];
    int n = 0, c;
    for (int i = 0; i < 100; i++) {
        c = getchar();
        if (c < '0' || c > '9' || n == 7)
            break;
        digits[n++] = (char)c;
    }
    digits[n] = '\0';
    static const int step[] = { 5, 3, 1, 0 };
    int sum = 0;
    for (int i = 0;; i++) {
        if (step[i] == 0)
            break;
        sum += step[i];
    }
    static const char *const word[] = { "one", "two", NULL };
    for (const char *const *w = word; *w; w++)
        sum += (*w)[0];
    printf("%s %d\n", digits, sum);
    return 0;
}
