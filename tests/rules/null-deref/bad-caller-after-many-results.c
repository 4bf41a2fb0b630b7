// A test hands null to a function that takes none, after four results that may each be null.
#include <stdlib.h>
#include <string.h>

struct item {
    int kind;
    char *text;
};

static struct item *make(const char *text)
{
    struct item *i = calloc(1, sizeof *i);
    if (i) {
        i->kind = 1;
        i->text = strdup(text);
        if (!i->text) {
            free(i);
            return NULL;
        }
    }
    return i;
}

static void drop(struct item *i)
{
    if (i)
        free(i->text);
    free(i);
}

static int set(struct item *i, const char *text)
{
    if (!(i->kind & 1) || strlen(text) > strlen(i->text))
        return -1;
    strcpy(i->text, text);
    return 0;
}

int main(void)
{
    struct item *a = make("a");
    struct item *b = make("b");
    struct item *c = make("c");
    struct item *d = make("d");
    int bad = set(NULL, "x") == 0; //~ null-deref
    drop(a);
    drop(b);
    drop(c);
    drop(d);
    return bad;
}
