// The value of a token is changed with its tag.
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
    t->u.word = word;
}

int main(void)
{
    struct token t = { TOKEN_NUMBER, { .number = 12 } };
    make_word(&t, "twelve");
    if (t.kind == TOKEN_WORD)
        puts(t.u.word);
    return 0;
}
