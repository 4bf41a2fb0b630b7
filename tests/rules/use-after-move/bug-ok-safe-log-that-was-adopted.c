// A file is written to before the logger adopts it.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

void logger_adopt(FILE *__own_by(fclose) out);

int logger_start(const char *path)
{
    FILE *f = fopen(path, "a");
    if (f == NULL)
        return -1;
    fputs("started\n", f);
    logger_adopt(f);
    return 0;
}
