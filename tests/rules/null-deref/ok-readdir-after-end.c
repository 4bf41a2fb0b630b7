// The last entry is remembered inside the loop.
#include <dirent.h>
#include <stdio.h>

int main(void)
{
    DIR *d = opendir("/");
    struct dirent *e;
    int n = 0;
    if (d == NULL)
        return 1;
    unsigned char type = 0;
    while ((e = readdir(d)) != NULL) {
        type = e->d_type;
        n++;
    }
    printf("%d %d\n", n, type);
    closedir(d);
    return 0;
}
