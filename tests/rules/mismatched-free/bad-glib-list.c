// A list of strings is released as one block.
// Prototypes as in GLib's headers.
#include <stdio.h>

char **g_strsplit(const char *s, const char *separator, int n);
void g_strfreev(char **list);
void g_free(void *p);

void print_words(const char *line)
{
    char **words = g_strsplit(line, " ", 0);
    for (char **w = words; *w; w++)
        puts(*w);
    g_free(words); //~ mismatched-free
}
