// A file is written to after the logger adopted it.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

void logger_adopt(FILE *__own_by(fclose) out);

int logger_start(const char *path)
{
    FILE *f = fopen(path, "a");
    if (f == NULL)
        return -1;
    logger_adopt(f);
    fputs("started\n", f); //~ use-after-move
    return 0;
}
