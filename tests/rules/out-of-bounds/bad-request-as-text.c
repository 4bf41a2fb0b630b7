// What was read fills the whole array, if the other side likes, and a helper takes it for a string.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static size_t words(const char *text)
{
    return strlen(text) / 5;
}

int main(void)
{
    char request[64];
    ssize_t n = read(STDIN_FILENO, request, sizeof request);
    if (n <= 0)
        return 1;
    printf("%zu words\n", words(request)); //~ out-of-bounds
    return 0;
}
