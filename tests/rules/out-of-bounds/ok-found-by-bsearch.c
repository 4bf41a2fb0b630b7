// What bsearch, strpbrk, memrchr and lfind hand out points into what they were given.
// run: ./a.out cherry
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const fruit[] = { "apple", "banana", "cherry", "date" };

static int compare(const void *a, const void *b)
{
    return strcmp(a, *(const char *const *)b);
}

int main(int argc, char **argv)
{
    static int price[4] = { 3, 1, 7, 5 };
    const char *key = argc > 1 ? argv[1] : "";
    const char *const *p = bsearch(key, fruit, 4, sizeof fruit[0], compare);
    if (p != NULL) {
        size_t i = (size_t)(p - fruit);
        printf("%d\n", price[i]);
        if (p > fruit)
            printf("behind %s\n", p[-1]);
        if (p + 1 < fruit + 4)
            printf("before %s\n", p[1]);
    }
    char path[32] = "a/b/c.d";
    char *slash = memrchr(path, '/', strlen(path));
    if (slash != NULL)
        memmove(path, slash + 1, strlen(slash + 1) + 1);
    char *mark = strpbrk(path, ".:");
    if (mark != NULL)
        *mark++ = '\0';
    printf("%s %s\n", path, mark != NULL ? mark : "");
    return 0;
}
