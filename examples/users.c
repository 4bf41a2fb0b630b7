/* Reads users from a file; a user that can't be read is freed by who noticed, and by who asked. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct user {
    char *name;
    int id;
};

static void user_free(struct user *u)
{
    free(u->name);
    free(u);
}

static struct user *user_new(const char *name, int id)
{
    struct user *u = malloc(sizeof *u);
    if (!u)
        return NULL;
    u->id = id;
    u->name = strdup(name);
    if (!u->name) {
        free(u);
        return NULL;
    }
    return u;
}

static int user_check(struct user *u)
{
    if (u->id < 0) {
        fprintf(stderr, "%s: bad id\n", u->name);
        user_free(u);
        return -1;
    }
    return 0;
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    struct user *u = user_new(argv[1], atoi(argv[2]));
    if (!u)
        return 1;
    int error = user_check(u);
    if (error)
        fprintf(stderr, "%s is left out\n", u->name);
    user_free(u);
    return 0;
}
