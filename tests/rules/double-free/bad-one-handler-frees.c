// One of the handlers in the table takes the message, and the loop frees it all the same.
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
        enum kind kind = text[0] == '-' ? KIND_DROP : text[0] == '+' ? KIND_COUNT : KIND_PRINT;
        handlers[kind](text);
        free(text); //~ double-free
    }
    return count > 9;
}
