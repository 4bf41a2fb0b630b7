// An object lives until the last of its users has put it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct object {
    int refs;
    char *text;
};

static struct object *object_new(const char *text)
{
    struct object *o = malloc(sizeof *o);
    if (o == NULL)
        return NULL;
    o->refs = 1;
    o->text = strdup(text);
    if (o->text == NULL) {
        free(o);
        return NULL;
    }
    return o;
}

static struct object *object_get(struct object *o)
{
    o->refs++;
    return o;
}

static void object_put(struct object *o)
{
    if (o->refs == 1) {
        free(o->text);
        free(o);
    } else {
        o->refs--;
    }
}

int main(void)
{
    struct object *a = object_new("shared");
    if (a == NULL)
        return 1;
    struct object *b = object_get(a);
    object_put(a);
    printf("%s %d\n", b->text, b->refs);
    object_put(b);
    return 0;
}
