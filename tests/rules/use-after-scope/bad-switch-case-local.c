// A case's own buffer is read behind the switch.
#include <stdio.h>

enum level { INFO, WARN };

static void report(enum level l, int n)
{
    const char *head;
    switch (l) {
    case WARN: {
        char text[24];
        snprintf(text, sizeof text, "warning %d", n);
        head = text;
        break;
    }
    case INFO:
    default:
        head = "info";
        break;
    }
    puts(head); //~ use-after-scope
}

int main(void)
{
    report(INFO, 0);
    report(WARN, 4);
    return 0;
}
