// What was only lent is freed: an argument, or what an argument leads to.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>
struct note { int pitch; };
void play1(struct note *n)
{
    free(n); //~ invalid-free
}
int play2(struct note *n)
{
    int p = n->pitch;
    free(n); //~ invalid-free
    return p;
}
void play3(char *n)
{
    free(n); //~ invalid-free
}
void note_free(struct note *__own n);
void play4(struct note *n)
{
    note_free(n); //~ invalid-free
}
struct band { struct note *first; };
void play5(struct band *n)
{
    free(n->first); //~ invalid-free
}
