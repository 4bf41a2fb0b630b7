// The place goes back by a comparison's result: 0 or 1.
#include <stdio.h>
#include <string.h>

int next(void);

int read_number(void)
{
    char buf[25];
    char *p = buf;
    int opt, was = 0, prev = 0;
    for (;;) {
        opt = getchar();
        if (opt < '0' || opt > '9')
            break;
        if (prev != next() || !was)
            p = buf;
        else
            p -= buf[0] == '0';
        if (p == buf + sizeof buf - 4) {
            strcpy(p, "...");
            p += 3;
            break;
        }
        *p++ = opt;
        was = 1;
        prev = next();
    }
    if (p != buf) {
        *p = 0;
        puts(buf);
    }
    return opt;
}
