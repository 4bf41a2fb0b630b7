// A scanner looks one character ahead; the null character stops it.
// run: ./a.out 'x<=10 && y!=3 /* c */ "a\"b'
#include <ctype.h>
#include <stdio.h>

static const char *skip_comment(const char *p)
{
    while (*p != '\0' && (p[0] != '*' || p[1] != '/'))
        p++;
    return *p != '\0' ? p + 2 : p;
}

static const char *skip_string(const char *p)
{
    while (*p != '\0' && *p != '"') {
        if (*p == '\\' && p[1] != '\0')
            p++;
        p++;
    }
    return *p == '"' ? p + 1 : p;
}

int main(int argc, char **argv)
{
    const char *p = argc > 1 ? argv[1] : "";
    int tokens = 0;
    while (*p != '\0') {
        if (isspace((unsigned char)*p)) {
            p++;
            continue;
        }
        if (p[0] == '/' && p[1] == '*') {
            p = skip_comment(p + 2);
            continue;
        }
        tokens++;
        if (*p == '"')
            p = skip_string(p + 1);
        else if (isalnum((unsigned char)*p))
            while (isalnum((unsigned char)*p))
                p++;
        else if (p[1] == '=' || (p[1] != '\0' && p[1] == p[0]))
            p += 2;
        else
            p++;
    }
    printf("%d tokens\n", tokens);
    return 0;
}
