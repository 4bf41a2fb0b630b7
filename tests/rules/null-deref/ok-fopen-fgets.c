// The stream that couldn't be opened is reported.
// run: ./a.out /nonexistent
#include <stdio.h>

int main(int argc, char **argv)
{
    char line[80];
    FILE *f = fopen(argc > 1 ? argv[1] : "/proc/version", "r");
    if (f == NULL) {
        perror("open");
        return 0;
    }
    if (fgets(line, sizeof line, f) != NULL)
        fputs(line, stdout);
    fclose(f);
    return 0;
}
