// A global keeps the address of a local after its function has returned.
#include <stdio.h>

static int *current_level;

static void deeper(void)
{
    if (current_level != NULL)
        ++*current_level;
}

static void run(void)
{
    int level = 0;
    current_level = &level; //~ use-after-scope
    deeper();
    printf("%d\n", level);
}

int main(void)
{
    run();
    deeper();
    return 0;
}
