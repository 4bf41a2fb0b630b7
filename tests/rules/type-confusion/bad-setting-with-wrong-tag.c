// A setting is marked as a text, and holds a number.
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
    struct setting port = { .name = "port", .type = SETTING_TEXT, .number = 8080 };
    setting_write(&port, stdout); //~ type-confusion
    return 0;
}
