// A line that is skipped is freed like the others.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    static const char *const lines[] = { "# note", "key=1", "" };
    int n = 0;
    for (int i = 0; i < 3; i++) {
        char *copy = strdup(lines[i]);
        if (copy == NULL)
            break;
        if (copy[0] == '#') {
            free(copy);
            continue;
        }
        n += (int)strcspn(copy, "=");
        free(copy);
    }
    printf("%d\n", n);
    return 0;
}
