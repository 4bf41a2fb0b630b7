// Lines from getline are copied into an array, sorted, and all freed.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

int main(void)
{
    char *line = NULL, **lines = NULL;
    size_t cap = 0, n = 0, room = 0;
    int rc = 1;
    while (getline(&line, &cap, stdin) != -1) {
        if (n == room) {
            size_t more = room ? 2 * room : 8;
            char **p = reallocarray(lines, more, sizeof *p);
            if (p == NULL)
                goto done;
            lines = p;
            room = more;
        }
        lines[n] = strdup(line);
        if (lines[n] == NULL)
            goto done;
        n++;
    }
    if (n > 0)
        qsort(lines, n, sizeof *lines, by_text);
    for (size_t i = 0; i < n; i++)
        fputs(lines[i], stdout);
    rc = 0;
done:
    while (n > 0)
        free(lines[--n]);
    free(lines);
    free(line);
    return rc;
}
