// A second fread reads no more than the first has left.
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int is_base(int c);

void decode(FILE *in, int ignore)
{
    char *b = malloc(4096);
    ptrdiff_t sum;
    if (!b)
        return;
    do {
        sum = 0;
        do {
            ptrdiff_t n = fread(b + sum, 1, 4096 - sum, in);
            if (ignore)
                for (ptrdiff_t i = 0; n > 0 && i < n;) {
                    if (is_base(b[sum + i]) || b[sum + i] == '=')
                        i++;
                    else
                        memmove(b + sum + i, b + sum + i + 1, --n - i);
                }
            sum += n;
            if (ferror(in))
                exit(1);
        } while (sum < 4096 && !feof(in));
    } while (!feof(in));
    free(b);
}
