// The format is looked up in a catalogue; its translation takes what the original takes.
#include <stdio.h>

char *catalogue_text(const char *text) __attribute__((format_arg(1)));
#define _(text) catalogue_text(text)

void deleted(const char *name, int n)
{
    printf(_("%s was deleted\n"), name);
    printf(_("%d of %d\n"), n, name); //~ format
}
