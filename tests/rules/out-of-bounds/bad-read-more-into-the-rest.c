// The rest of the buffer is filled as if it were the whole buffer.
// run: { printf 0123456789; sleep 0.3; printf '%040d' 5; } | ./a.out
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char buf[40];
    size_t used = 0;
    while (used < sizeof buf) {
        ssize_t n = read(STDIN_FILENO, buf + used, sizeof buf); //~ out-of-bounds
        if (n <= 0)
            break;
        used += (size_t)n;
    }
    printf("%zu bytes\n", used);
    return 0;
}
