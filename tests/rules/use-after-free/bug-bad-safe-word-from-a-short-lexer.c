// A word is shown after the text that its lexer read was freed.
#define _GNU_SOURCE
#include <corten.h>
#define _GNU_SOURCE
#pragma corten safe
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct lexer {
    const char *at;
};

const char *__lifetimebound_of(lx->at) lexer_word(struct lexer *lx);

void show_word(const char *input)
{
    char *text = strdup(input);
    if (text == NULL)
        return;
    const char *word;
    {
        struct lexer lx = { text };
        word = lexer_word(&lx);
    }
    free(text);
    puts(word); //~ use-after-free
}
