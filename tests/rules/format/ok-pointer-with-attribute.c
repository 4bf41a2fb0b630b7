// The same, right.
#include <stdio.h>

struct sink {
    void *self;
    void (*put)(void *self, const char *format, ...) __attribute__((format(printf, 2, 3)));
};

void report(const struct sink *to, const char *what)
{
    to->put(to->self, "%s\n", what);
}
