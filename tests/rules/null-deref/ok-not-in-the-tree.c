// What tfind returns is used when the key is there.
#include <search.h>
#include <stdio.h>
#include <string.h>

static int compare(const void *a, const void *b)
{
    return strcmp(a, b);
}

static const char *lookup(void *root, const char *key)
{
    char **found = tfind(key, &root, compare);
    if (found == NULL)
        return "";
    return *found;
}

int main(void)
{
    puts(lookup(NULL, "x"));
    return 0;
}
