// A session is shown while the reference to it is held.
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
    printf("user %d\n", mine->user);
    session_unref(mine);
}
