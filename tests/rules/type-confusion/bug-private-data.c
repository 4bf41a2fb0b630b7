// A driver's open file keeps a device in its private data, and its read expects a buffer there.
#include <stdio.h>
#include <string.h>

struct file {
    void *private_data;
};

struct device {
    long id, state;
};

struct buffer {
    const char *data;
    size_t length;
};

static struct device device = { 3, 1 };
static struct buffer buffer = { "hello", 5 };

static int demo_open(struct file *f)
{
    f->private_data = &device;
    return 0;
}

static size_t demo_read(const struct file *f, char *to, size_t n)
{
    const struct buffer *b = f->private_data;
    size_t k = b->length < n ? b->length : n;
    memcpy(to, b->data, k);
    return k;
}

int main(void)
{
    struct file f;
    char text[16];
    if (demo_open(&f) != 0)
        return 1;
    printf("%zu\n", demo_read(&f, text, sizeof text)); //~ type-confusion
    return buffer.length == 0;
}
