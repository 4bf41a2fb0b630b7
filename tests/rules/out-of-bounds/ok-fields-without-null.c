// Fields of fixed width without a null character are only used with their width.
// run: ./a.out supervisor-of-night
#include <stdio.h>
#include <string.h>

struct entry {
    char user[8];
    char line[4];
};

int main(int argc, char **argv)
{
    struct entry e;
    memset(&e, 0, sizeof e);
    strncpy(e.user, argc > 1 ? argv[1] : "root", sizeof e.user);
    memcpy(e.line, "tty1", 4);
    printf("%.8s on %.*s\n", e.user, (int)sizeof e.line, e.line);
    if (strncmp(e.user, "root", sizeof e.user) == 0)
        puts("root");
    char text[sizeof e.user + 1];
    memcpy(text, e.user, sizeof e.user);
    text[sizeof e.user] = '\0';
    printf("%zu %zu\n", strnlen(e.user, sizeof e.user), strlen(text));
    return 0;
}
