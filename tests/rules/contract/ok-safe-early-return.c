// A constructor that returns early has set its object before.
#include <corten.h>
#pragma corten safe

struct limits {
    int soft, hard;
};

void limits_init(struct limits *__inits l, int soft, int hard)
{
    l->soft = soft;
    l->hard = soft;
    if (hard < soft)
        return;
    l->hard = hard;
}
