// Each step runs only if the ones before it have succeeded, so that all pointers are set.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int get_user(const char *url, char **out)
{
    const char *at = strchr(url, '@');
    if (at == NULL)
        return 3;
    *out = strndup(url, (size_t)(at - url));
    return *out != NULL ? 0 : 27;
}

static int get_host(const char *url, char **out)
{
    const char *at = strchr(url, '@');
    *out = strdup(at != NULL ? at + 1 : url);
    return *out != NULL ? 0 : 27;
}

static int show(const char *url)
{
    char *user = NULL, *host = NULL;
    int result = get_user(url, &user);
    if (!result)
        result = get_host(url, &host);
    if (!result)
        printf("%zu %zu\n", strlen(user), strlen(host));
    free(user);
    free(host);
    return result;
}

int main(void)
{
    int a = show("me@home"), b = show("nowhere");
    return a == 0 && b == 3 ? 0 : 1;
}
