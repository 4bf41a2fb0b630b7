// A list of tokens is released when one of them cannot be copied.
#define _GNU_SOURCE
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

struct token {
    char *__own __null_terminated text;
    struct token *__own _Nullable next;
};

static void tokens_free(struct token *__own _Nullable t)
{
    while (t != NULL) {
        struct token *next = t->next;
        free(t->text);
        free(t);
        t = next;
    }
}

struct token *__own _Nullable tokens_of(const char *text, int n)
{
    struct token *first = NULL;
    for (int i = 0; i < n; i++) {
        struct token *t = malloc(sizeof *t);
        char *copy = strdup(text);
        if (t == NULL || copy == NULL) {
            free(t);
            free(copy);
            tokens_free(first);
            return NULL;
        }
        t->text = copy;
        t->next = first;
        first = t;
    }
    return first;
}
