// run: -- one two
// exit: 45
#include <stdio.h>
#include <stdlib.h>
static void at_end(void) { puts("bye"); }
int main(int argc, char **argv)
{
    atexit(at_end);
    if (argc != 3 || argv[2][0] != 't' || argv[3])
        return 1;
    int *p = malloc(40);
    if (!p)
        return 2;
    for (int i = 0; i < 10; i++)
        p[i] = i;
    p = realloc(p, 4000);
    int sum = 0;
    for (int i = 0; p && i < 10; i++)
        sum += p[i];
    free(p);
    exit(sum);
}
