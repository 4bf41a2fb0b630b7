// The result of the call through the pointer is returned.
typedef int begin_fn(void *self) __attribute__((warn_unused_result));

struct driver {
    void *self;
    begin_fn *begin;
};

int start(struct driver *d)
{
    return d->begin(d->self);
}
