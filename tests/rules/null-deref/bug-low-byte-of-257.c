// The low byte of a number is zero, so the number is not 257.
int deref(int n)
{
    unsigned char low = n;
    int *p = 0;
    if (!low) {
        if (n == 257)
            return *p;
    }
    return 0;
}
