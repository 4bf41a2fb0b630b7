// The size of the array in bytes is given where wide characters are counted.
#include <stdio.h>
#include <wchar.h>

int main(void)
{
    wchar_t title[20];
    wmemset(title, L' ', sizeof title); //~ out-of-bounds
    title[19] = L'\0';
    printf("%zu\n", wcslen(title));
    return 0;
}
