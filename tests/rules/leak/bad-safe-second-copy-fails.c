// The first copy is lost when there is no memory for the second.
#define _GNU_SOURCE
#include <corten.h>
#pragma corten safe
#include <stdlib.h>
#include <string.h>

struct login {
    char *__own __null_terminated user;
    char *__own __null_terminated host;
};

int login_init(struct login *__inits __when(return == 0) l, const char *user, const char *host)
{
    char *u = strdup(user);
    if (u == NULL)
        return -1;
    char *h = strdup(host);
    if (h == NULL)
        return -1; //~ leak
    l->user = u;
    l->host = h;
    return 0;
}
