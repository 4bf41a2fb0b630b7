// asctime_r returns its argument, an array of the caller's.
#include <stdio.h>
#include <time.h>

static char *text_of(const struct tm *tm, char buf[26])
{
    return asctime_r(tm, buf);
}

int main(void)
{
    struct tm tm = {.tm_year = 100, .tm_mday = 1};
    char buf[26];
    char *s = text_of(&tm, buf);
    return s == NULL;
}
