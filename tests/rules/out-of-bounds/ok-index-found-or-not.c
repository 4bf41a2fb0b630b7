// The index of what was found is used only if it was.
// run: ./a.out height
#include <stdio.h>
#include <string.h>

static const char *const name[] = { "width", "height", "depth" };
static int value[3] = { 80, 25, 8 };

#define COUNT (sizeof name / sizeof name[0])

int main(int argc, char **argv)
{
    const char *wanted = argc > 1 ? argv[1] : "";
    size_t i;
    for (i = 0; i < COUNT; i++)
        if (strcmp(name[i], wanted) == 0)
            break;
    if (i != COUNT)
        printf("%d\n", value[i]);
    int found = -1;
    for (int k = 0; k < (int)COUNT && found < 0; k++)
        if (name[k][0] == wanted[0])
            found = k;
    printf("%d\n", found >= 0 ? value[found] : 0);
    int best = 0;
    for (int k = 1; k < 3; k++)
        if (value[k] > value[best])
            best = k;
    printf("%s\n", name[best]);
    return 0;
}
