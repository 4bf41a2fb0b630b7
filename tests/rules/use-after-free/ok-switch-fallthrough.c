// Each case ends with its break.
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
            counter = NULL;
            break;
        case OP_WRITE:
            *counter += 1;
            break;
        case OP_END:
            break;
        }
    }
    free(counter);
    return 0;
}
