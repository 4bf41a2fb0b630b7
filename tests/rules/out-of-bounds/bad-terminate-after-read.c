// What was read is terminated, but a full buffer has no room for that.
// run: printf '%064d' 5 | ./a.out
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char request[64];
    ssize_t n = read(STDIN_FILENO, request, sizeof request);
    if (n < 0)
        return 1;
    request[n] = '\0'; //~ out-of-bounds
    printf("got %s\n", request);
    return 0;
}
