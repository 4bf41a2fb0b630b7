// A name is shown before the object that is made with it takes it.
#define _GNU_SOURCE
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct user;

struct user *__own _Nullable user_new(char *__own __null_terminated name);
void user_free(struct user *__own u);

int greet(const char *text)
{
    char *name = strdup(text);
    if (name == NULL)
        return -1;
    puts(name);
    struct user *u = user_new(name);
    if (u != NULL)
        user_free(u);
    return 0;
}
