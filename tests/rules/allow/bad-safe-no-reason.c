// At level safe, too: no reason, no rule of that name, and nothing on the line to be silenced.
#include <corten.h>
#pragma corten safe

int first(const int *_Nullable v)
{
    //~v allow
    return *v; // corten: allow(null-deref)
}

//~v allow
int zero; // corten: allow(leaks) nothing leaks

//~v allow
int one; // corten: allow(leak)

int two; //~v allow
// corten: allow() for no rule
