// The directory stream stays open when the entry was found.
#include <dirent.h>
#include <stdio.h>
#include <string.h>

static int has_entry(const char *dir, const char *name)
{
    struct dirent *e;
    DIR *d = opendir(dir);
    if (d == NULL)
        return 0;
    while ((e = readdir(d)) != NULL)
        if (strcmp(e->d_name, name) == 0)
            return 1; //~ leak
    closedir(d);
    return 0;
}

int main(void)
{
    printf("%d\n", has_entry("/", "proc"));
    return 0;
}
