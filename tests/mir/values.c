/* Constants of all kinds, conversions, pointers, complex numbers, vectors. */
typedef int v4 __attribute__((vector_size(16)));
double _Complex z;
v4 w;
const char *names[] = { "x" };
int f(float x, long double y, __int128 big, int *p, void (*fn)(int))
{
    double d = x * 2 + y;
    unsigned char c = d;
    big = big * ((__int128)1 << 100);
    __real__ z = d;
    z = z * z + c;
    w = w + w;
    fn(p == 0);
    (*fn)(p - 1 - p);
    fn(2[p] + "abc"[c] + w[1] + (p == (void *)-1) + (__imag__ z > 0) + !d + -c + ~c);
    return names[0] == __func__;
}
