// The copy of the name is freed when the device is refused. Prototypes as in the kernel's headers.
typedef unsigned gfp_t;
char *kstrdup(const char *text, gfp_t flags);
void kfree(const void *p);

struct device {
    char *name;
    int id;
};

int device_rename(struct device *d, const char *name)
{
    char *copy = kstrdup(name, 0xcc0);
    if (!copy)
        return -12;
    if (d->id < 0) {
        kfree(copy);
        return -22;
    }
    kfree(d->name);
    d->name = copy;
    return 0;
}
