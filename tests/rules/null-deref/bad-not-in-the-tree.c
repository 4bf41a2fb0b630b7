// What tfind returns is used though the key may not be there.
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
    return *found; //~ null-deref
}

int main(void)
{
    puts(lookup(NULL, "x"));
    return 0;
}
