// An index that a switch or an enumeration has chosen.
// run: printf wrq | ./a.out
#include <stdio.h>

enum op { OP_READ, OP_WRITE, OP_QUIT, OP_COUNT };

static enum op op_of(int c)
{
    switch (c) {
    case 'r': return OP_READ;
    case 'w': return OP_WRITE;
    case 'q': return OP_QUIT;
    }
    return OP_COUNT;
}

int main(void)
{
    static const char *const name[OP_COUNT] = {
        [OP_READ] = "read",
        [OP_WRITE] = "write",
        [OP_QUIT] = "quit",
    };
    static unsigned done[OP_COUNT + 1];
    int c;
    while ((c = getchar()) != EOF) {
        enum op op = op_of(c);
        done[op]++;
        if (op == OP_COUNT)
            continue;
        puts(name[op]);
        if (op == OP_QUIT)
            break;
    }
    for (enum op op = OP_READ; op < OP_COUNT; op++)
        printf("%s %u\n", name[op], done[op]);
    return 0;
}
