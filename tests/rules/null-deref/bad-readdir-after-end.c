// The last entry is read after the loop that ends when there is none.
#include <dirent.h>
#include <stdio.h>

int main(void)
{
    DIR *d = opendir("/");
    struct dirent *e;
    int n = 0;
    if (d == NULL)
        return 1;
    while ((e = readdir(d)) != NULL)
        n++;
    printf("%d %d\n", n, e->d_type); //~ null-deref
    closedir(d);
    return 0;
}
