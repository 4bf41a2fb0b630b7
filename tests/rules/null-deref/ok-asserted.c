// What an assertion or a fatal check has excluded needs no check below it.
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(c) ((c) ? (void)0 : fatal(#c, __LINE__))

_Noreturn static void fatal(const char *what, int line)
{
    fprintf(stderr, "%d: %s\n", line, what);
    abort();
}

int main(void)
{
    const char *pair = "key=value";
    const char *eq = strchr(pair, '=');
    assert(eq != NULL);
    char *copy = strdup(eq + 1);
    CHECK(copy != NULL);
    copy[0] = 'V';
    puts(copy);
    free(copy);
    return 0;
}
