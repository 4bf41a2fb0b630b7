// One byte less is read than the buffer holds, so that it can be terminated.
// run: printf '%064d' 5 | ./a.out
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char request[64];
    ssize_t n = read(STDIN_FILENO, request, sizeof request - 1);
    if (n < 0)
        return 1;
    request[n] = '\0';
    printf("got %s\n", request);
    return 0;
}
