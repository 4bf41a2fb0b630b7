#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
int log_open(const char *path);
int log_close(int fd);
FILE *report_open(void);

int lost(void)
{
    int fd = log_open("log");
    if (fd < 0)
        return -1;
    return 0; //~ leak
}

int closed(void)
{
    int fd = log_open("log");
    if (fd < 0)
        return -1;
    log_close(fd);
    return 0;
}

int other(void)
{
    FILE *f = report_open();
    if (!f)
        return -1;
    fputs("x", f);
    free(f); //~ mismatched-free
    return 0;
}
