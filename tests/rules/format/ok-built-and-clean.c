// The buffer held a line of input; then the program writes a text of its own into it.
#include <stdio.h>

int main(void)
{
    char text[64];
    int n = 0;
    if (fgets(text, sizeof text, stdin))
        n = text[0];
    snprintf(text, sizeof text, "first: %d\n", n);
    printf(text);
    return 0;
}
