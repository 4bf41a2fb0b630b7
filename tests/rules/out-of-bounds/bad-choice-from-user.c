// A menu choice that the user types is only compared with the upper end.
// run: echo -3 | ./a.out
#include <stdio.h>

static const char *const entry[] = { "new", "open", "save", "quit" };

int main(void)
{
    int choice;
    if (scanf("%d", &choice) != 1)
        return 1;
    if (choice >= (int)(sizeof entry / sizeof entry[0]))
        return 1;
    puts(entry[choice]); //~ out-of-bounds
    return 0;
}
