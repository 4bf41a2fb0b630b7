// The number of wide characters is given.
#include <stdio.h>
#include <wchar.h>

int main(void)
{
    wchar_t title[20];
    wmemset(title, L' ', sizeof title / sizeof title[0]);
    title[19] = L'\0';
    printf("%zu\n", wcslen(title));
    return 0;
}
