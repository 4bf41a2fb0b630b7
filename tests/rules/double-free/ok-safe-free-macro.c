// A macro frees a field and clears it, so that the cleanup may come by again.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define safefree(p)     \
    do {                \
        free((p));      \
        (p) = NULL;     \
    } while (0)

struct easy {
    char *url, *user;
};

static void easy_reset(struct easy *e)
{
    safefree(e->url);
    safefree(e->user);
}

static int easy_set(struct easy *e, const char *url, const char *user)
{
    safefree(e->url);
    e->url = strdup(url);
    if (e->url == NULL)
        goto fail;
    safefree(e->user);
    e->user = strdup(user);
    if (e->user == NULL || e->user[0] == '\0')
        goto fail;
    return 0;
fail:
    easy_reset(e);
    return -1;
}

int main(void)
{
    struct easy e = { NULL, NULL };
    if (easy_set(&e, "http://a/", "me") == 0)
        printf("%s %s\n", e.url, e.user);
    if (easy_set(&e, "http://b/", "") == 0)
        printf("%s\n", e.url);
    easy_reset(&e);
    return e.url == NULL ? 0 : 1;
}
