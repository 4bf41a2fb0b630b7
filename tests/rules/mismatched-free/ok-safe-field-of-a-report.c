// A report closes the file that it holds.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>

struct report {
    FILE *__own_by(fclose) out;
    int lines;
};

void report_end(struct report *__drops r)
{
    fclose(r->out);
}
