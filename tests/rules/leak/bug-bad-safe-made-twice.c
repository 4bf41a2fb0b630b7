// An object is made again while it still owns its first text.
#include <corten.h>
#pragma corten safe

struct title {
    char *__own __null_terminated text;
    int level;
};

void title_init(struct title *__inits t, int level);
void title_drop(struct title *__drops t);

void title_trial(void)
{
    struct title t;
    title_init(&t, 1);
    title_init(&t, 2); //~ leak
    title_drop(&t);
}
