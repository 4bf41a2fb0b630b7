// A locale that could be extended is part of the new one; else it is freed.
#define _GNU_SOURCE
#include <locale.h>
#include <stdio.h>

static int german_dates(void)
{
    locale_t l = newlocale(LC_CTYPE_MASK, "C", (locale_t)0);
    if (l == (locale_t)0)
        return -1;
    locale_t both = newlocale(LC_TIME_MASK, "de_DE", l);
    if (both == (locale_t)0) {
        freelocale(l);
        return -1;
    }
    freelocale(both);
    return 0;
}

int main(void)
{
    printf("%d\n", german_dates() <= 0);
    return 0;
}
