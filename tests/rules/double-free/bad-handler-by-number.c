// The handler is chosen by a number from outside; one of them frees the message, and so do we.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum kind { KIND_PRINT, KIND_DROP, KIND_COUNT };

static unsigned count;

static void on_print(char *text)
{
    puts(text);
}

static void on_drop(char *text)
{
    free(text);
}

static void on_count(char *text)
{
    count += text[0] != 0;
}

static void (*const handlers[])(char *) = {
    [KIND_PRINT] = on_print,
    [KIND_DROP] = on_drop,
    [KIND_COUNT] = on_count,
};

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        char *text = strdup(argv[i]);
        if (!text)
            return 1;
        unsigned kind = (unsigned char)text[0] % 3;
        handlers[kind](text);
        free(text); //~ double-free
    }
    return count > 9;
}
