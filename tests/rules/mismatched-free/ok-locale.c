// A locale object is released by freelocale.
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

int main(void)
{
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (c == (locale_t)0)
        return 1;
    locale_t copy = duplocale(c);
    if (copy != (locale_t)0) {
        printf("%d\n", strcasecmp("A", "a"));
        freelocale(copy);
    }
    freelocale(c);
    return 0;
}
