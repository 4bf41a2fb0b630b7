// The stream goes to fgets without a look at whether it was opened.
// run: ./a.out /nonexistent
#include <stdio.h>

int main(int argc, char **argv)
{
    char line[80];
    FILE *f = fopen(argc > 1 ? argv[1] : "/proc/version", "r");
    if (fgets(line, sizeof line, f) != NULL) //~ null-deref
        fputs(line, stdout);
    fclose(f);
    return 0;
}
