// The lengths of three fields are added up as a size.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIELDS 3

static const uint8_t width[FIELDS] = { 120, 100, 90 };

int main(void)
{
    size_t total = 0;
    for (int i = 0; i < FIELDS; i++)
        total = total + width[i];
    char *row = malloc(total);
    if (row == NULL)
        return 1;
    char *p = row;
    for (int i = 0; i < FIELDS; i++) {
        memset(p, '-', width[i]);
        p += width[i];
    }
    printf("%c\n", row[0]);
    free(row);
    return 0;
}
