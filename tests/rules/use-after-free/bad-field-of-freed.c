// The name is freed through the struct after the struct itself.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct user {
    char *name;
    int id;
};

int main(void)
{
    struct user *u = malloc(sizeof *u);
    if (u == NULL)
        return 1;
    u->id = 7;
    u->name = strdup("seven");
    if (u->name == NULL) {
        free(u);
        return 1;
    }
    printf("%d %s\n", u->id, u->name);
    char *name = u->name;
    free(u);
    if (u->id == 7) //~ use-after-free
        free(name);
    else
        free(name);
    return 0;
}
