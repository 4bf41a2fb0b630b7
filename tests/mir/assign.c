/* Operators that write: the place once, conversions there and back, bit-fields read again. */
struct bits { unsigned a : 3; signed b : 5; };
int f(struct bits *p, char c, int *q, volatile int *v, _Atomic int *at, unsigned n)
{
    c += 2.5;
    int r = (p->a = 9);
    *q++ = c++;
    q -= n;
    --p->b;
    *v = *v;
    *at += 1;
    _Bool t = r;
    return r << c, t++;
}
