/* Gotos leave and enter scopes: dead on the way out, live on the way in. */
int f(int n)
{
again:
    if (n > 10) goto in;
    {
        int x = n;
        n += x;
        if (n == 5) goto again;
        goto out;
    }
    {
        int y;
    in:
        y = 1;
        n -= y;
    }
out:
    return n;
}
int computed(int op)
{
    static const void *const table[] = { &&add, &&sub };
    int r = 1;
    { int inner = op; goto *table[inner]; }
add: r += 1; goto *table[1];
sub: return r - 1;
}
