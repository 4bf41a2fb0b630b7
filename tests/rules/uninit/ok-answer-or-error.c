// The rest was looked at and is not zero: then what comes back is not zero either.
unsigned char first_of(const unsigned char *p);
unsigned long copy_in(void *to, const void *from, unsigned long n);

struct options {
    unsigned long flags, size;
};

static int rest_is_zero(const unsigned char *p)
{
    return first_of(p) == 0;
}

static int get_options(struct options *o, const unsigned char *from, unsigned long n)
{
    if (n > sizeof *o) {
        int zero = rest_is_zero(from + sizeof *o);
        if (zero <= 0)
            return zero ? zero : -7;
        n = sizeof *o;
    }
    return copy_in(o, from, n) ? -14 : 0;
}

unsigned long size_wanted(const unsigned char *from)
{
    struct options o;
    if (get_options(&o, from, 100))
        return 0;
    return o.size;
}
