// The field is large enough for the string constant.
#include <stdio.h>
#include <string.h>

struct disk {
    char model[16];
    int sectors;
};

static void disk_reset(struct disk *d)
{
    d->sectors = 0;
    strcpy(d->model, "unknown disk");
}

int main(void)
{
    struct disk d;
    disk_reset(&d);
    printf("%s\n", d.model);
    return 0;
}
