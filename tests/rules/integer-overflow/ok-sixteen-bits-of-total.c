// The total length has a type that holds it.
// run: printf '\377\377\020\000%070000d' 5 | ./a.out
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    uint16_t part[2];
    if (fread(part, sizeof part[0], 2, stdin) != 2)
        return 1;
    size_t total = (size_t)part[0] + part[1];
    char *text = malloc(total);
    if (text == NULL)
        return 1;
    size_t n = fread(text, 1, part[0], stdin);
    n += fread(text + n, 1, part[1], stdin);
    printf("%zu bytes\n", n);
    free(text);
    return 0;
}
