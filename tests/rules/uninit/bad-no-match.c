// The place of a match is used though there may be none.
#include <regex.h>
#include <stdio.h>

static int find(const regex_t *re, const char *text)
{
    regmatch_t m[1];
    int failed = regexec(re, text, 1, m, 0);
    if (failed)
        puts("no match");
    return (int)m[0].rm_so; //~ uninit
}

int main(void)
{
    regex_t re;
    if (regcomp(&re, "b+", REG_EXTENDED) != 0)
        return 1;
    printf("%d\n", find(&re, "abc"));
    regfree(&re);
    return 0;
}
