// What both versions have is copied.
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
    memcpy(&old_one, &new_one, sizeof old_one);
    printf("%d %d\n", old_one.width, new_one.depth);
    return 0;
}
