enum { A = 5, B = A << 3 };
struct bits { unsigned a : 3, : 0; long b : 40; _Bool c; } s;
static const double table[B] = {[0 ... 3] = 1.5, [A] = 2e9};
int sum(const unsigned char *v, unsigned long n, signed char k)
{
    int r = 0;
    for (unsigned long i = n; i-- > 0 && v[i] != 0;)
        r += (v[i] ^ k) % (int)(i + 1) << (i & 7);
    if (r > 100 && r < 200)
        r = __builtin_add_overflow(r, k, &r) ? -r : ~r >> 2;
    s.b |= (unsigned)r * 3u;
    return table[r & 3] < s.b ? r / k : (short)(s.a++ + n);
}
_BitInt(77) wide(__int128 x, float f)
{
    return x / (int)f + (_BitInt(77))(x >> 100) * 3wb;
}
int vla(int n, int a[n][n + 1])
{
    int b[n], *p = b, *q = &a[1][n];
    goto in;
    do {
        *p++ = q[-1];
    in:;
    } while (p != b + n && p < &b[3]);
    return b[p - b] + sizeof a[0];
}
