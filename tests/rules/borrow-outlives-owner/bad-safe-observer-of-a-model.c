// A model of the program keeps an observer that lives in a function.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct observer {
    int changes;
};

struct model {
    struct observer *_Nullable who;
    int value;
};

void model_watch(struct model *m, struct observer *__captured_by(m) who);
void model_set(struct model *m, int value);

int changes(struct model *m, int value)
{
    struct observer o = { 0 };
    model_watch(m, &o); //~ borrow-outlives-owner
    model_set(m, value);
    return o.changes;
}
