// The entry of a directory stream is read after the stream was closed.
#include <dirent.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    DIR *d = opendir("/");
    struct dirent *e, *last = NULL;
    if (d == NULL)
        return 1;
    while ((e = readdir(d)) != NULL) {
        last = e;
        if (e->d_name[0] != '.')
            break;
    }
    closedir(d);
    if (last != NULL)
        puts(last->d_name); //~ use-after-free
    return 0;
}
