// A button is cast down to a label.
#include <stdio.h>

enum widget_kind { WIDGET_BUTTON, WIDGET_LABEL };

struct widget {
    enum widget_kind kind;
    int x, y;
};

struct button {
    struct widget base;
    long pressed;
};

struct label {
    struct widget base;
    const char *text;
};

static const char *label_text(const struct widget *w)
{
    const struct label *l = (const struct label *)w;
    return l->text;
}

int main(void)
{
    struct button ok = { { WIDGET_BUTTON, 10, 20 }, 3 };
    struct label title = { { WIDGET_LABEL, 0, 0 }, "title" };
    const struct widget *all[2] = { &title.base, &ok.base };
    puts(label_text(all[0]));
    puts(label_text(all[1])); //~ type-confusion
    return 0;
}
