// Wide formats take narrow strings with %s, and wide ones with %ls.
#include <wchar.h>

void show(const wchar_t *name, const char *kind)
{
    wprintf(L"%s: %ls\n", kind, name);
    wprintf(L"%s: %ls\n", name, kind); //~ format
}
