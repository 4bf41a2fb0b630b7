// Standard input is used as it is; other streams are opened and closed.
#include <stdio.h>
#include <string.h>

static int cat(const char *name)
{
    int c, have_stdin = strcmp(name, "-") == 0;
    FILE *f;
    if (have_stdin) {
        f = stdin;
    } else {
        f = fopen(name, "r");
        if (f == NULL) {
            perror(name);
            return 1;
        }
    }
    while ((c = getc(f)) != EOF)
        if (putchar(c) == EOF)
            break;
    int bad = ferror(f);
    if (!have_stdin && fclose(f) == EOF)
        bad = 1;
    return bad != 0;
}

int main(int argc, char **argv)
{
    int rc = 0;
    for (int i = 1; i < argc; i++)
        rc |= cat(argv[i]);
    return argc > 1 ? rc : cat("-");
}
