// A name is copied into a lexer as far as there is room.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct lexer {
    const char *at;
    char name[16] __null_terminated;
};

void lex_name(struct lexer *l)
{
    size_t n = 0;
    while (*l->at >= 'a' && *l->at <= 'z') {
        if (n < sizeof l->name - 1)
            l->name[n++] = *l->at;
        l->at++;
    }
    l->name[n] = '\0';
}
