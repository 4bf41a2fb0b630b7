// A stack takes its argument unless it is full, and its caller frees it then.
#include <stdio.h>
#include <stdlib.h>

struct stack {
    char *at[2];
    int n;
};

static int push(struct stack *s, char *text)
{
    if (s->n == 2)
        return -1;
    s->at[s->n++] = text;
    return 0;
}

int main(void)
{
    struct stack s = {{NULL, NULL}, 0};
    for (int i = 0; i < 3; i++) {
        char *text = malloc(8);
        if (text == NULL)
            break;
        snprintf(text, 8, "%d", i);
        if (push(&s, text) < 0) {
            free(text);
            break;
        }
    }
    while (s.n > 0)
        free(s.at[--s.n]);
    return 0;
}
