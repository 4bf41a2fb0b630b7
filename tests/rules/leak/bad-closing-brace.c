// The block of a void function ends while it owns the list of numbers.
#include <stdio.h>
#include <stdlib.h>

static void histogram(const char *text)
{
    int *count = calloc(256, sizeof *count);
    if (count == NULL)
        return;
    for (const unsigned char *p = (const unsigned char *)text; *p; p++)
        count[*p]++;
    printf("%d\n", count['a']);
} //~ leak

int main(void)
{
    histogram("banana");
    return 0;
}
