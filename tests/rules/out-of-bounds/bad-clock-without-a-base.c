// There is no base for clock 7, and it is asked for.
struct base {
    long (*now)(void);
};
static struct base bases[2];

static int base_of(int clock)
{
    if (clock == 8)
        return 0;
    if (clock == 9)
        return 1;
    return -1;
}

long boot_now(void)
{
    struct base *b = &bases[base_of(7)];
    return b->now(); //~ out-of-bounds
}
