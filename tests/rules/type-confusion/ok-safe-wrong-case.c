// The case of a circle reads its radius.
#include <corten.h>
#pragma corten safe

enum shape_kind { CIRCLE, SQUARE };

struct shape {
    enum shape_kind kind;
    union {
        int radius __tagged_by(kind, CIRCLE);
        int side __tagged_by(kind, SQUARE);
    } u;
};

int extent(const struct shape *s)
{
    switch (s->kind) {
    case CIRCLE:
        return s->u.radius;
    case SQUARE:
        return s->u.side;
    }
    return 0;
}
