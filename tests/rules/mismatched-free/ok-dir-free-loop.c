// Directory streams in an array are closed.
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    static const char *const path[2] = { "/", "/tmp" };
    for (int i = 0; i < 2; i++) {
        int n = 0;
        DIR *d = opendir(path[i]);
        if (d == NULL)
            continue;
        while (readdir(d) != NULL)
            n++;
        printf("%s %d\n", path[i], n > 0);
        closedir(d);
    }
    return 0;
}
