// What has no case sets no width: a letter that somebody typed, a number that a caller gives.
// run: printf z | ./a.out
#include <stdio.h>

static int typed(void)
{
    int width;
    switch (getchar()) {
    case 's':
        width = 1;
        break;
    case 'l':
        width = 8;
        break;
    }
    return width; //~ uninit
}

int level(int priority)
{
    int l;
    switch (priority) {
    case 0 ... 98:
        l = 99 - priority;
        break;
    case 99:
        l = 0;
        break;
    }
    return l; //~ uninit
}

int main(void)
{
    printf("%d\n", typed());
    return 0;
}
