// The name is copied out of the entry before the stream is closed.
#include <dirent.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    DIR *d = opendir("/");
    struct dirent *e, *last = NULL;
    char name[256] = "";
    if (d == NULL)
        return 1;
    while ((e = readdir(d)) != NULL) {
        last = e;
        if (e->d_name[0] != '.')
            break;
    }
    if (last != NULL)
        snprintf(name, sizeof name, "%s", last->d_name);
    closedir(d);
    puts(name);
    return 0;
}
