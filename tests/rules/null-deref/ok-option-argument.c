// Each call of getopt sets optarg anew.
#include <getopt.h>
#include <stdlib.h>
#include <sys/stat.h>
static const struct option longs[] = {{"x", 1, 0, 120}, {0, 0, 0, 0}};
void usage(int n);
int main(int argc, char **argv)
{
    int c;
    char *version = 0;
    while ((c = getopt_long(argc, argv, "bt:", longs, 0)) != -1) {
        switch (c) {
        case 'b':
            if (optarg)
                version = optarg;
            break;
        case 't': {

            if (*optarg)
                exit(1);
            break;
        }
        default: usage(1);
        }
    }
    return version != 0;
}
