// A model of the function keeps an observer that lives in the function.
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

int changes(int value)
{
    struct observer o = { 0 };
    struct model m = { NULL, 0 };
    model_watch(&m, &o);
    model_set(&m, value);
    return o.changes;
}
