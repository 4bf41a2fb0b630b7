// The names of a folder are freed, the array that held them isn't.
#define _GNU_SOURCE
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static int list(const char *dir)
{
    struct dirent **names;
    int n = scandir(dir, &names, NULL, alphasort);
    if (n < 0)
        return -1;
    for (int i = 0; i < n; i++) {
        puts(names[i]->d_name);
        free(names[i]);
    }
    return n; //~ leak
}

int main(void)
{
    return list("/nonexistent") < 0 ? 0 : 1;
}
