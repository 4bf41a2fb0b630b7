// A message that is a request is read as a reply.
#include <stdio.h>
#include <string.h>

enum { REQUEST = 1, REPLY };

struct message {
    int kind;
    union {
        struct {
            long id;
            long deadline;
        } request;
        struct {
            const char *text;
            const char *author;
        } reply;
    } u;
};

static void request_init(struct message *m, long id)
{
    memset(m, 0, sizeof *m);
    m->kind = REQUEST;
    m->u.request.id = id;
    m->u.request.deadline = 30;
}

static int print_reply(const struct message *m)
{
    return printf("%s: %s\n", m->u.reply.author, m->u.reply.text);
}

int main(void)
{
    struct message m;
    request_init(&m, 77);
    print_reply(&m); //~ type-confusion
    return 0;
}
