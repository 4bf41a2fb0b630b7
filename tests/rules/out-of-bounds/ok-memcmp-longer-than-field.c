// As many bytes are compared as the magic number has.
// run: printf 'DEMOFILE1' | ./a.out
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char magic[] = "DEMOFILE1";

int main(void)
{
    char *head = malloc(9);
    if (head == NULL)
        return 1;
    if (fread(head, 1, 9, stdin) != 9) {
        free(head);
        return 1;
    }
    int same = memcmp(head, magic, sizeof magic - 1) == 0;
    puts(same ? "ours" : "not ours");
    free(head);
    return 0;
}
