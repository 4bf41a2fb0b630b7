// The last put calls a release function, which finds the object around its counter.
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

struct kref {
    int count;
};

struct device {
    int id;
    struct kref ref;
};

static void kref_get(struct kref *k)
{
    k->count++;
}

static int kref_put(struct kref *k, void (*release)(struct kref *))
{
    if (--k->count == 0) {
        release(k);
        return 1;
    }
    return 0;
}

static void device_release(struct kref *k)
{
    struct device *d = (struct device *)(void *)((char *)k - offsetof(struct device, ref));
    printf("release %d\n", d->id);
    free(d);
}

int main(void)
{
    struct device *d = malloc(sizeof *d);
    if (d == NULL)
        return 1;
    d->id = 5;
    d->ref.count = 1;
    kref_get(&d->ref);
    if (!kref_put(&d->ref, device_release))
        printf("still %d\n", d->id);
    kref_put(&d->ref, device_release);
    return 0;
}
