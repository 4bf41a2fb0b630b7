// The table of names was not extended with the enumeration.
#include <stdio.h>

enum level { LEVEL_DEBUG, LEVEL_INFO, LEVEL_WARNING, LEVEL_ERROR };

static const char *level_name(enum level l)
{
    static const char *const name[] = { "debug", "info", "warning" };
    return name[l];
}

int main(void)
{
    printf("%s\n", level_name(LEVEL_INFO));
    printf("%s\n", level_name(LEVEL_ERROR)); //~ out-of-bounds
    return 0;
}
