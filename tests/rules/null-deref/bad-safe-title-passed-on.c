// A title that may be missing is passed to a function that wants one.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct window {
    const char *_Nullable title;
};

void draw_text(const char *text);

void draw(const struct window *w)
{
    draw_text(w->title); //~ null-deref
}
