// A table of the program keeps a name that lives as long.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

static const char *_Nullable names[8];

int name_channel(unsigned channel, const char *__static name)
{
    if (channel >= 8)
        return -1;
    names[channel] = name;
    return 0;
}

const char *__static _Nullable channel_name(unsigned channel)
{
    return channel < 8 ? names[channel] : NULL;
}
