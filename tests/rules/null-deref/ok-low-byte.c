// The low byte of a number is zero for more numbers than zero, and null is not read for these.
int deref(int n)
{
    unsigned char low = n;
    int *p = 0;
    if (!low) {
        p = &n;
        if (n == 256)
            return *p;
    }
    return 0;
}
