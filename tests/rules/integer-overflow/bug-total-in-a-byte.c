// The lengths of three fields are added up in a byte, which their sum exceeds.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIELDS 3

static const uint8_t width[FIELDS] = { 120, 100, 90 };

int main(void)
{
    uint8_t total = 0;
    for (int i = 0; i < FIELDS; i++)
        total = (uint8_t)(total + width[i]); //~ integer-overflow
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
