/* A helper with more ways than cases: for the flag that it is given here, there is one. */
// whole: a contract has no cases for each flag that may be given
#include <stdlib.h>

enum part { HEAD = 1, BODY = 2, TAIL = 4, INDEX = 8, NOTES = 16 };

struct book {
    char *head, *body, *tail, *index, *notes;
};

static void drop(struct book *b, unsigned what)
{
    if (what & HEAD) {
        free(b->head);
        b->head = NULL;
    }
    if (what & BODY) {
        free(b->body);
        b->body = NULL;
    }
    if (what & TAIL) {
        free(b->tail);
        b->tail = NULL;
    }
    if (what & INDEX) {
        free(b->index);
        b->index = NULL;
    }
    if (what & NOTES)
        free(b->notes);
}

char last_note(struct book *b)
{
    drop(b, NOTES);
    return b->notes[0]; //~ use-after-free
}
