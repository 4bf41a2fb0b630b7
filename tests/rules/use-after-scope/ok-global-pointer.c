// The global is reset before the function returns.
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
    current_level = &level;
    deeper();
    printf("%d\n", level);
    current_level = NULL;
}

int main(void)
{
    run();
    deeper();
    return 0;
}
