// The table of options says that the name of a file is a number.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum option_type { OPTION_LONG, OPTION_TEXT };

static long verbose;
static const char *file = "default.conf";

static const struct option {
    char letter;
    enum option_type type;
    void *target;
} options[] = {
    { 'v', OPTION_LONG, &verbose },
    { 'f', OPTION_LONG, &file },
};

static void set_option(const struct option *o, const char *value)
{
    if (o->type == OPTION_LONG)
        *(long *)o->target = strtol(value, NULL, 10);
    else
        *(const char **)o->target = value;
}

int main(void)
{
    set_option(&options[0], "2");
    set_option(&options[1], "7"); //~ type-confusion
    printf("%s %ld\n", file, verbose);
    return 0;
}
