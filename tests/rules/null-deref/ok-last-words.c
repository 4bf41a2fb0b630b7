// Who never comes back looks whether there is a text.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void last_words(const char *text)
{
    if (text)
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
        give_up(want - have, NULL);
}
