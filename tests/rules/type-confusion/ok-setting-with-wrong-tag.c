// A setting is marked as what it holds.
#include <stdio.h>

enum setting_type { SETTING_NUMBER, SETTING_TEXT };

struct setting {
    const char *name;
    enum setting_type type;
    union {
        long number;
        const char *text;
    };
};

static void setting_write(const struct setting *s, FILE *f)
{
    if (s->type == SETTING_TEXT)
        fprintf(f, "%s = \"%s\"\n", s->name, s->text);
    else
        fprintf(f, "%s = %ld\n", s->name, s->number);
}

int main(void)
{
    struct setting port = { .name = "port", .type = SETTING_NUMBER, .number = 8080 };
    setting_write(&port, stdout);
    return 0;
}
