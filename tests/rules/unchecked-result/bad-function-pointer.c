// The type of the pointer carries the attribute.
typedef int begin_fn(void *self) __attribute__((warn_unused_result));

struct driver {
    void *self;
    begin_fn *begin;
};

int start(struct driver *d)
{
    d->begin(d->self); //~ unchecked-result
    return 0;
}
