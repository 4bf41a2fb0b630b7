// Each event adds a connection, and none is refused when the table is full.
// run: printf 'ccccccccc' | ./a.out
#include <stdio.h>

#define MAX_CONNECTIONS 4

struct server {
    struct {
        int id;
        int bytes;
    } connection[MAX_CONNECTIONS];
    int used;
};

static int server_accept(struct server *s, int id)
{
    s->connection[s->used].id = id;
    s->connection[s->used].bytes = 0;
    return s->used++;
}

int main(void)
{
    static struct server s;
    int c, id = 0;
    while ((c = getchar()) != EOF)
        if (c == 'c')
            server_accept(&s, id++); //~ out-of-bounds
    printf("%d\n", s.used);
    return 0;
}
