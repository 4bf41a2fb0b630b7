// More bytes are compared than the field has.
// run: printf 'DEMOFILE1' | ./a.out
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char magic[] = "DEMOFILE1";

int main(void)
{
    char *head = malloc(8);
    if (head == NULL)
        return 1;
    if (fread(head, 1, 8, stdin) != 8) {
        free(head);
        return 1;
    }
    int same = memcmp(head, magic, sizeof magic - 1) == 0; //~ out-of-bounds
    puts(same ? "ours" : "not ours");
    free(head);
    return 0;
}
