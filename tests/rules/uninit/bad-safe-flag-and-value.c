// A value is read when its flag says that it is missing.
#include <corten.h>
#pragma corten safe

int level(int have, int given)
{
    int value;
    int set = 0;
    if (have) {
        value = given;
        set = 1;
    }
    if (!set)
        return value; //~ uninit
    return 5;
}
