// The picture is drawn before the frame may get another.
#include <corten.h>
#pragma corten safe

struct picture {
    int width;
};

struct frame {
    struct picture *__own picture;
};

void frame_change(struct frame *f);
void draw(const struct picture *p);

void frame_show(struct frame *f)
{
    const struct picture *p = f->picture;
    draw(p);
    frame_change(f);
}
