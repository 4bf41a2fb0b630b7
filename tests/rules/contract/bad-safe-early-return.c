// A constructor returns early without a word of it.
#include <corten.h>
#pragma corten safe

struct limits {
    int soft, hard;
};

void limits_init(struct limits *__inits l, int soft, int hard)
{
    l->soft = soft;
    if (hard < soft)
        return; //~ contract
    l->hard = hard;
}
