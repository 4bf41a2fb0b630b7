// The stream is closed, and then the memory freed.
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
    fclose(f);
    puts(text);
    free(text);
    return 0;
}
