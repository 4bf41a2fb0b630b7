// fgets is told the size of its own buffer.
// run: printf '%0100d\n' 5 | ./a.out
#include <stdio.h>
#include <string.h>

#define LINE_MAX_LEN 128

struct entry {
    char key[64];
    int line;
};

static int read_entry(FILE *f, struct entry *e)
{
    if (fgets(e->key, sizeof e->key, f) == NULL)
        return -1;
    e->key[strcspn(e->key, "\n")] = '\0';
    return 0;
}

int main(void)
{
    struct entry e = { "", 0 };
    while (read_entry(stdin, &e) == 0)
        printf("%d %s\n", ++e.line, e.key);
    return 0;
}
