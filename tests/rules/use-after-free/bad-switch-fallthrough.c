// A missing break lets the close case fall into the one that writes.
#include <stdio.h>
#include <stdlib.h>

enum op { OP_CLOSE, OP_WRITE, OP_END };

int main(void)
{
    static const enum op script[] = { OP_WRITE, OP_CLOSE, OP_END };
    int *counter = calloc(1, sizeof *counter);
    if (counter == NULL)
        return 1;
    for (int i = 0; script[i] != OP_END && counter != NULL; i++) {
        switch (script[i]) {
        case OP_CLOSE:
            printf("%d\n", *counter);
            free(counter);
            /* fall through */
        case OP_WRITE:
            *counter += 1; //~ use-after-free
            break;
        case OP_END:
            break;
        }
        if (script[i] == OP_CLOSE)
            return 0;
    }
    free(counter);
    return 0;
}
