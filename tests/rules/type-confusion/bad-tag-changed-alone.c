// The tag of a token is changed, its value is not.
#include <stdio.h>

enum token_kind { TOKEN_NUMBER, TOKEN_WORD };

struct token {
    enum token_kind kind;
    union {
        unsigned long number;
        const char *word;
    } u;
};

static void make_word(struct token *t, const char *word)
{
    t->kind = TOKEN_WORD;
    (void)word;
}

int main(void)
{
    struct token t = { TOKEN_NUMBER, { .number = 12 } };
    make_word(&t, "twelve");
    if (t.kind == TOKEN_WORD)
        puts(t.u.word); //~ type-confusion
    return 0;
}
