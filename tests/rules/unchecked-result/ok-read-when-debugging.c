// The result is read by code that this configuration leaves out.
#include <stdio.h>

#define DEBUG 0
#define debug(...)                                                                                 \
    do {                                                                                           \
        if (DEBUG)                                                                                 \
            fprintf(stderr, __VA_ARGS__);                                                          \
    } while (0)

__attribute__((warn_unused_result)) int attempt(int n);

void optional(int n)
{
    int rc = attempt(n);
    debug("attempt %d: %d\n", n, rc);
}
