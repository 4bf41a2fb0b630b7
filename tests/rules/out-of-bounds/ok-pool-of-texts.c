// Texts lie in one array one behind the other; a table has their offsets.
// run: ./a.out 2
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char text[] = "none\0file\0directory\0link";
static const unsigned char offset[] = { 0, 5, 10, 20 };

enum { KINDS = sizeof offset / sizeof offset[0] };

static const struct command {
    const char *name;
    unsigned kind;
} command[] = { { "cat", 1 }, { "ls", 2 }, { "readlink", 3 }, { NULL, 0 } };

int main(int argc, char **argv)
{
    unsigned kind = argc > 1 ? (unsigned)atoi(argv[1]) : 0;
    puts(kind < KINDS ? text + offset[kind] : "unknown");
    for (const struct command *c = command; c->name != NULL; c++)
        printf("%s %s\n", c->name, &text[offset[c->kind]]);
    size_t n = 0;
    for (const char *p = text; p < text + sizeof text; p += strlen(p) + 1)
        n++;
    const struct command *last = &command[sizeof command / sizeof command[0] - 2];
    printf("%zu %s %d\n", n, last->name, (int)(last - command));
    return 0;
}
