// What the callbacks of the library store in globals is there afterwards.
#define _XOPEN_SOURCE 700
#include <ftw.h>
#include <pthread.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *found;
static int *smallest;
static char *buffer;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static int look(const char *path, const struct stat *s, int kind, struct FTW *where)
{
    (void)s;
    (void)where;
    if (kind == FTW_F && found == NULL)
        found = strdup(path);
    return 0;
}

static int by_value(const void *a, const void *b)
{
    int *x = (int *)a, *y = (int *)b;
    smallest = *x < *y ? x : y;
    return (*x > *y) - (*x < *y);
}

static void make(void)
{
    buffer = malloc(16);
}

int main(void)
{
    int v[3] = {3, 1, 2};
    found = NULL;
    if (nftw(".", look, 8, 0) != 0)
        return 1;
    if (found)
        printf("%c\n", found[0]);
    free(found);
    smallest = NULL;
    qsort(v, 3, sizeof *v, by_value);
    printf("%d\n", *smallest);
    buffer = NULL;
    pthread_once(&once, make);
    if (buffer)
        buffer[0] = '\0';
    free(buffer);
    return 0;
}
