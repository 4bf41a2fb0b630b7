// A stream is closed when reading fails, and again at the end.
#include <stdio.h>

int main(void)
{
    char line[80];
    FILE *f = fopen("/dev/null", "r");
    if (f == NULL)
        return 1;
    if (fgets(line, sizeof line, f) == NULL) {
        fputs("empty\n", stderr);
        fclose(f);
    } else {
        fputs(line, stdout);
    }
    fclose(f); //~ double-free
    return 0;
}
