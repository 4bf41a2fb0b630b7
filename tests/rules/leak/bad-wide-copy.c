// The wide copy is never freed.
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <wctype.h>

static size_t capitals(const wchar_t *text)
{
    wchar_t *copy = wcsdup(text);
    size_t n = 0;
    if (copy == NULL)
        return 0;
    for (wchar_t *p = copy; *p; p++) {
        n += iswupper((wint_t)*p) != 0;
        *p = (wchar_t)towlower((wint_t)*p);
    }
    printf("%ls\n", copy);
    return n; //~ leak
}

int main(void)
{
    return capitals(L"Ab") == 1 ? 0 : 1;
}
