// A session is shown after the reference to it was dropped.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

struct session {
    unsigned refs;
    int user;
} __refcounted(session_ref, session_unref);

struct session *__own session_ref(struct session *s);
void session_unref(struct session *__own s);

void visit(struct session *s)
{
    struct session *mine = session_ref(s);
    session_unref(mine);
    printf("user %d\n", mine->user); //~ use-after-move
}
