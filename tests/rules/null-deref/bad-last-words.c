// Who never comes back needs its text all the same, and its own callee says so.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void last_words(const char *text)
{
    fwrite(text, 1, strlen(text), stderr);
    exit(1);
}

static void give_up(int missing, const char *why)
{
    fprintf(stderr, "%d missing: ", missing);
    last_words(why);
}

void need(int have, int want)
{
    if (have < want)
        give_up(want - have, NULL); //~ null-deref
}
