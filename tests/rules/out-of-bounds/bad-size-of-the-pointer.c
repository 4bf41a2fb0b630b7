// Memory is asked for a pointer, not for what it points to.
#include <stdio.h>
#include <stdlib.h>

struct session {
    int id;
    int state;
    long started, ended;
};

static struct session *session_new(int id)
{
    struct session *s = malloc(sizeof s);
    if (s == NULL)
        return NULL;
    s->id = id;
    s->state = 0;
    s->started = 100; //~ out-of-bounds
    return s;
}

int main(void)
{
    struct session *s = session_new(1);
    if (s == NULL)
        return 1;
    printf("%d\n", s->id);
    free(s);
    return 0;
}
