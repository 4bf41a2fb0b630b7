// The number of a token is read after a number was stored in it.
#include <corten.h>
#pragma corten safe

enum token_kind { T_NAME, T_NUMBER };

struct token {
    enum token_kind kind;
    union {
        char name __tagged_by(kind, T_NAME);
        int number __tagged_by(kind, T_NUMBER);
    } u;
};

int start(char c)
{
    struct token t;
    t.kind = T_NUMBER;
    t.u.number = c;
    return t.u.number;
}
