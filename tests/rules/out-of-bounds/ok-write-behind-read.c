// What is removed from a text in place can't be written past what was read.
// run: echo ' a  b   c ' | ./a.out
#include <stdio.h>
#include <string.h>

static void squeeze(char *s)
{
    char *w = s;
    for (const char *r = s; *r != '\0'; r++)
        if (*r != ' ' || r[1] != ' ')
            *w++ = *r;
    *w = '\0';
}

int main(void)
{
    char line[40];
    if (fgets(line, sizeof line, stdin) == NULL)
        return 1;
    line[strcspn(line, "\n")] = '\0';
    squeeze(line);
    size_t n = strlen(line);
    if (n > 0 && line[n - 1] == ' ')
        line[--n] = '\0';
    memmove(line, line + (line[0] == ' '), n + 1 - (line[0] == ' '));
    puts(line);
    return 0;
}
