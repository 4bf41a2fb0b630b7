// A menu of the caller keeps a title that is written in a local buffer.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

struct menu {
    const char *title;
};

void menu_set_title(struct menu *m, const char *__captured_by(m) title);

void menu_number(struct menu *m, int number)
{
    char text[32];
    snprintf(text, sizeof text, "Menu %d", number);
    menu_set_title(m, text); //~ borrow-outlives-owner
    puts(text);
}
