// An object is made again after it was taken down.
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
    title_drop(&t);
    title_init(&t, 2);
    title_drop(&t);
}
