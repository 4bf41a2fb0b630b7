// A struct of the new version is copied over one of the old.
#include <stdio.h>
#include <string.h>

struct config_v1 {
    int width, height;
};

struct config_v2 {
    int width, height, depth;
};

int main(void)
{
    struct config_v2 new_one = { 640, 480, 24 };
    struct config_v1 old_one;
    memcpy(&old_one, &new_one, sizeof new_one); //~ out-of-bounds
    printf("%d %d\n", old_one.width, new_one.depth);
    return 0;
}
