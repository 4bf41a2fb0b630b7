// The stream of open_memstream is freed as if it were the memory.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *text = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&text, &n);
    if (f == NULL)
        return 1;
    fprintf(f, "%d-%d", 4, 2);
    fflush(f);
    puts(text);
    free(text);
    free(f); //~ mismatched-free
    return 0;
}
