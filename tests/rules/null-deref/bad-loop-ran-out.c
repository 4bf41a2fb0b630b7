// The search loop may end without a match, and then its pointer is null.
#include <stdio.h>
#include <string.h>

struct color {
    const char *name;
    unsigned rgb;
};

static const struct color colors[] = { { "red", 0xff0000 }, { "blue", 0x0000ff } };

static void show(const char *name)
{
    const struct color *found = NULL;
    for (size_t i = 0; i < sizeof colors / sizeof *colors; i++) {
        if (strcmp(colors[i].name, name) == 0) {
            found = &colors[i];
            break;
        }
    }
    printf("%06x\n", found->rgb); //~ null-deref
}

int main(int argc, char **argv)
{
    show(argc > 1 ? argv[1] : "green");
    return 0;
}
