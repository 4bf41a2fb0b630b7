// As bad-request-as-text.c, with room for a NUL, or with a length.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static size_t words(const char *text)
{
    return strlen(text) / 5;
}

/* A length below zero says that there is a NUL. */
static void show(const char *text, ssize_t n)
{
    if (n < 0)
        n = (ssize_t)strlen(text);
    fwrite(text, 1, (size_t)n, stdout);
}

static int first_line(char *text, size_t n)
{
    char *end = memchr(text, '\n', n);
    if (end == NULL)
        return 0;
    *end = '\0';
    return 1;
}

int main(void)
{
    char request[64], more[64];
    ssize_t n = read(STDIN_FILENO, request, sizeof request - 1);
    if (n <= 0)
        return 1;
    request[n] = '\0';
    printf("%s: %zu words\n", request, words(request));
    n = read(STDIN_FILENO, more, sizeof more);
    if (n <= 0)
        return 1;
    show(more, n);
    if (first_line(more, (size_t)n))
        puts(more);
    printf("%.*s\n", (int)n, more);
    return 0;
}
