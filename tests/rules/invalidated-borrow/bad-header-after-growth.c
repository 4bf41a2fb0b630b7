// The header of a message is read after the message was made longer.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct message {
    unsigned length;
    char text[];
};

int main(int argc, char **argv)
{
    struct message *m = malloc(sizeof *m + 8);
    if (m == NULL)
        return 1;
    m->length = 0;
    if (argc > 1) {
        unsigned n = (unsigned)strlen(argv[1]);
        struct message *more = realloc(m, sizeof *m + n);
        if (more == NULL) {
            free(m);
            return 1;
        }
        memcpy(more->text, argv[1], n);
        m->length = n; //~ invalidated-borrow
        m = more;
    }
    printf("%u\n", m->length);
    free(m);
    return 0;
}
