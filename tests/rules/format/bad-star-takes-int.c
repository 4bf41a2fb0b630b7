// The precision of a string is an int, and gets a size.
#include <stdio.h>

struct slice {
    const char *text;
    size_t len;
};

static void show(const struct slice *s)
{
    printf("[%.*s]\n", s->len, s->text); //~ format
}

int main(void)
{
    struct slice s = { "hello world", 5 };
    show(&s);
    return 0;
}
