// A function lends its argument to one that keeps it.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct sink {
    int lines;
};

struct logger {
    struct sink *_Nullable to;
};

void logger_set(struct logger *l, struct sink *__captured_by(l) to);

void logger_mute(struct logger *l, struct sink *nowhere)
{
    nowhere->lines = 0;
    logger_set(l, nowhere); //~ borrow-outlives-owner
}
