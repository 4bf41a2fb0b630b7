// An operator takes two numbers from a calculator's stack that may hold none.
// run: echo '+' | ./a.out
#include <stdio.h>

int main(void)
{
    int stack[32];
    int top = 0, c;
    while ((c = getchar()) != EOF && c != '\n') {
        if (c >= '0' && c <= '9' && top < 32) {
            stack[top++] = c - '0';
        } else if (c == '+') {
            int b = stack[--top]; //~ out-of-bounds
            int a = stack[--top];
            stack[top++] = a + b;
        }
    }
    if (top > 0)
        printf("%d\n", stack[top - 1]);
    return 0;
}
