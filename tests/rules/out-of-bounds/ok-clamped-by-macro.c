// Lengths are clamped by the usual macros before they are used.
// run: printf '%0900d' 4 | ./a.out
#include <stdio.h>
#include <string.h>

#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))
#define CLAMP(x, low, high) ((x) < (low) ? (low) : (x) > (high) ? (high) : (x))

int main(void)
{
    char big[1000], small[100];
    static const int weight[5] = { 1, 2, 4, 8, 16 };
    size_t n = fread(big, 1, sizeof big, stdin);
    memcpy(small, big, MIN(n, sizeof small));
    size_t k = MIN(n, ARRAY_SIZE(small) - 1);
    small[k] = '\0';
    int w = (int)n - 3;
    w = CLAMP(w, 0, 4);
    printf("%d %zu\n", weight[w], strlen(small));
    return 0;
}
