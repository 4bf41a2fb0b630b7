// Options are looked up by letter, by number and by what getopt leaves.
// run: ./a.out -v -n 3 file
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const level[] = { "quiet", "normal", "verbose" };

int main(int argc, char **argv)
{
    static int given[256];
    unsigned verbose = 0;
    int c, n = 0;
    while ((c = getopt(argc, argv, "vn:")) != -1) {
        given[c & 0xff]++;
        switch (c) {
        case 'v': verbose++; break;
        case 'n': n = atoi(optarg); break;
        default: return 2;
        }
    }
    if (verbose >= sizeof level / sizeof level[0])
        verbose = sizeof level / sizeof level[0] - 1;
    puts(level[verbose]);
    puts(level[n < 0 ? 0 : n > 2 ? 2 : n]);
    puts(level[!!n + (n > 1)]);
    for (int i = optind; i < argc; i++)
        puts(argv[i]);
    const char *letters = "vn", *at = strchr(letters, argc > 2 ? argv[2][0] : 'n');
    static int count[3];
    if (at != NULL)
        count[at - letters]++;
    printf("%d %d\n", given['v'], count[2]);
    return 0;
}
