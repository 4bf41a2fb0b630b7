// A user's name is printed before the user is dropped.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

struct user {
    char *__own __null_terminated name;
    int id;
};

int user_init(struct user *__inits __when(return == 0) u, int id);
void user_drop(struct user *__drops u);

void show_user(int id)
{
    struct user u;
    if (user_init(&u, id) != 0)
        return;
    const char *name = u.name;
    puts(name);
    user_drop(&u);
}
