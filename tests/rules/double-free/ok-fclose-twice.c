// A stream that was closed is forgotten.
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
        f = NULL;
    } else {
        fputs(line, stdout);
    }
    if (f != NULL)
        fclose(f);
    return 0;
}
