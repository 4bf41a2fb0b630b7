// Wide formats take narrow strings with %s, and wide ones with %ls.
#include <wchar.h>

void show(const wchar_t *name, const char *kind, wchar_t *line, size_t n)
{
    wprintf(L"%s: %ls %lc\n", kind, name, name[0]);
    swprintf(line, n, L"\u00e9\t%5d%%\n", 7);
}
