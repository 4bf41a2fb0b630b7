// The switch that maps a letter to a column gives minus one for the others, and that is used.
// run: printf z | ./a.out
#include <stdio.h>

static int column(int letter)
{
    switch (letter) {
    case 'r': return 0;
    case 'w': return 1;
    case 'x': return 2;
    }
    return -1;
}

int main(void)
{
    static int allowed[3];
    int c = getchar();
    if (c == EOF)
        return 1;
    int k = column(c);
    allowed[k] = 1; //~ out-of-bounds
    printf("%d%d%d\n", allowed[0], allowed[1], allowed[2]);
    return 0;
}
