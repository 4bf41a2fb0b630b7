// A date is shown if it was written.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <time.h>

void show_date(const struct tm *now)
{
    char date[16];
    date[0] = 'x';
    if (strftime(date, sizeof date, "%Y", now) > 0)
        puts(date);
}
