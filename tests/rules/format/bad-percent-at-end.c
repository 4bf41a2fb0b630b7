// A percent sign that is meant as such.
#include <stdio.h>

void progress(int done, int all)
{
    if (done == all)
        printf("100%"); //~ format
    else
        printf("%d%%\n", done * 100 / all);
}
