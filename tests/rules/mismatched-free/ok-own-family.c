// The object's own release function is called on both paths.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct widget {
    char *label;
    int size;
};

static void widget_free(struct widget *w)
{
    if (w != NULL) {
        free(w->label);
        free(w);
    }
}

#if defined(__CORTEN__) || !defined(__clang__)
__attribute__((malloc(widget_free, 1)))
#endif
static struct widget *widget_new(const char *label, int size)
{
    struct widget *w = malloc(sizeof *w);
    if (w == NULL)
        return NULL;
    w->label = strdup(label);
    w->size = size;
    return w;
}

int main(void)
{
    struct widget *w = widget_new("knob", 0);
    if (w == NULL)
        return 1;
    if (w->size == 0) {
        widget_free(w);
        return 0;
    }
    widget_free(w);
    return 0;
}
