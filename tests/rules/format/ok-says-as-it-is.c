// A function that prints what it is given; nothing in that asks for an argument.
#include <stdio.h>

static void say(const char *text)
{
    printf(text);
    putchar('\n');
}

void done(int part)
{
    if (part == 100)
        say("done");
    say("100%% of this");
}
