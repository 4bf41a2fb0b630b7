// What curl has escaped is released by free.
// Prototypes as in libcurl's headers.
#include <stdio.h>
#include <stdlib.h>

char *curl_easy_escape(void *handle, const char *s, int n);
void curl_free(void *p);

void print(void *handle, const char *query)
{
    char *text = curl_easy_escape(handle, query, 0);
    if (text == NULL)
        return;
    puts(text);
    free(text); //~ mismatched-free
}
