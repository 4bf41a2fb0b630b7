/* Sizes are evaluated once, where the declaration stands. */
unsigned long f(int n, int m, int (*p)[m])
{
    int a[n][m + 1];
    typedef char T[n++];
    T t;
    a[1][2] = p[3][4];
    return sizeof a + sizeof t + (&a[2] - a);
}
