// The low byte of a number is zero for more numbers than zero: 256 gets there.
int deref(int n)
{
    unsigned char low = n;
    int *p = 0;
    if (!low) {
        if (n == 256)
            return *p; //~ null-deref
    }
    return 0;
}
