#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern char *shown;
void cache_set(char *text);
char *cache_get(void);
void show(char *text);
void cache_clear(void);

int kept(void)
{
    char *text = strdup("kept");
    cache_set(text);
    return 0;
}

int cleared(void)
{
    char *text = strdup("cleared");
    if (!text)
        return -1;
    cache_set(text);
    cache_clear();
    puts(text); //~ use-after-free
    return 0;
}

int shows(void)
{
    char *text = strdup("shown");
    if (!text)
        return -1;
    show(text);
    free(shown);
    puts(text); //~ use-after-free
    return 0;
}
