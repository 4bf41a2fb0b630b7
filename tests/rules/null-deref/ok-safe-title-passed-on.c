// A title that may be missing is passed on with a substitute.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct window {
    const char *_Nullable title;
};

void draw_text(const char *text);

void draw(const struct window *w)
{
    draw_text(w->title != NULL ? w->title : "untitled");
}
