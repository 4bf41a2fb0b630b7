// A name is copied into a lexer without a look at its length.
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
        l->name[n++] = *l->at; //~ out-of-bounds
        l->at++;
    }
}
