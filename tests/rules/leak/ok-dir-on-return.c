// The directory stream is closed whether the entry was found or not.
#include <dirent.h>
#include <stdio.h>
#include <string.h>

static int has_entry(const char *dir, const char *name)
{
    struct dirent *e;
    int found = 0;
    DIR *d = opendir(dir);
    if (d == NULL)
        return 0;
    while ((e = readdir(d)) != NULL)
        if (strcmp(e->d_name, name) == 0) {
            found = 1;
            break;
        }
    closedir(d);
    return found;
}

int main(void)
{
    printf("%d\n", has_entry("/", "proc"));
    return 0;
}
