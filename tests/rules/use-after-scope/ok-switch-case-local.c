// The buffer is declared before the switch.
#include <stdio.h>

enum level { INFO, WARN };

static void report(enum level l, int n)
{
    const char *head;
    char text[24];
    switch (l) {
    case WARN: {
        snprintf(text, sizeof text, "warning %d", n);
        head = text;
        break;
    }
    case INFO:
    default:
        head = "info";
        break;
    }
    puts(head);
}

int main(void)
{
    report(INFO, 0);
    report(WARN, 4);
    return 0;
}
