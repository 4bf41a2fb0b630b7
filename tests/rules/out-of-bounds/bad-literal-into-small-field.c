// A string constant is longer than the field that it is copied into.
#include <stdio.h>
#include <string.h>

struct disk {
    char model[8];
    int sectors;
};

static void disk_reset(struct disk *d)
{
    d->sectors = 0;
    strcpy(d->model, "unknown disk"); //~ out-of-bounds
}

int main(void)
{
    struct disk d;
    disk_reset(&d);
    printf("%s\n", d.model);
    return 0;
}
