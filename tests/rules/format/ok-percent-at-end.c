// The same, right.
#include <stdio.h>

void progress(int done, int all)
{
    if (done == all)
        printf("100%%");
    else
        printf("%d%%\n", done * 100 / all);
}
