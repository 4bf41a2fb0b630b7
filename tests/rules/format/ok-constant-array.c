// The same, right.
#include <stdio.h>

static const char usage[] = "usage: %s [-n count] file\n"
                            "  -n  how many lines, at most %d\n";
static const char *const errors[] = { "no file %s\n", "line %d: %s\n" };

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, usage, argv[0], 1000);
        return 1;
    }
    fprintf(stderr, errors[0], argv[1]);
    fprintf(stderr, errors[1], 3, argv[1]);
    return 0;
}
