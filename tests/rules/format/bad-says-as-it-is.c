// A function that prints what it is given, as a format.
#include <stdio.h>

static void say(const char *text)
{
    printf(text);
    putchar('\n');
}

void done(int part)
{
    if (part == 100)
        say("done: %d parts"); //~ format
    say("100%% of this");
}
