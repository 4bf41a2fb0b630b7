// What assert or a function of its own makes sure of need not be looked at again.
// run: ./a.out 4
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

static void die(const char *why)
{
    fprintf(stderr, "%s\n", why);
    exit(2);
}

#define REQUIRE(x) ((x) ? (void)0 : die(#x))

int main(int argc, char **argv)
{
    static const char *const unit[4] = { "B", "K", "M", "G" };
    static int use[4];
    if (argc < 2)
        return 1;
    int i = atoi(argv[1]);
    if (i == 4)
        i = 3;
    REQUIRE(i >= 0);
    assert(i < 4);
    use[i]++;
    puts(unit[i]);
    return 0;
}
