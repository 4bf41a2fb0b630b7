// asctime_r returns its argument, an array that ends with the function.
#include <stdio.h>
#include <time.h>

static char *text_of(const struct tm *tm)
{
    char buf[26];
    return asctime_r(tm, buf); //~ use-after-scope
}

int main(void)
{
    struct tm tm = {.tm_year = 100, .tm_mday = 1};
    char *s = text_of(&tm);
    return s == NULL;
}
