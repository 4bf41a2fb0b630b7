// A time out of range has no local form.
// run: ./a.out 9223372036854775807
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(int argc, char **argv)
{
    time_t t = argc > 1 ? (time_t)strtoll(argv[1], NULL, 10) : 0;
    struct tm *tm = localtime(&t);
    printf("%d\n", tm->tm_year + 1900); //~ null-deref
    return 0;
}
