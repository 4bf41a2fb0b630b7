// The pipe's ends are closed though there may be none.
#include <stdio.h>
#include <unistd.h>

static int through_a_pipe(char c)
{
    int end[2];
    int failed = pipe(end);
    char got = 0;
    if (!failed && write(end[1], &c, 1) == 1 && read(end[0], &got, 1) != 1)
        got = 0;
    close(end[0]); //~ uninit
    close(end[1]); //~ uninit
    return got;
}

int main(void)
{
    return through_a_pipe('x') == 'x' ? 0 : 1;
}
