// The precision of a string is an int, and gets one.
#include <stdio.h>

struct slice {
    const char *text;
    size_t len;
};

static void show(const struct slice *s)
{
    printf("[%.*s]\n", (int)s->len, s->text);
}

int main(void)
{
    struct slice s = { "hello world", 5 };
    show(&s);
    return 0;
}
