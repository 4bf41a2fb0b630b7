/* Precedence, casts, conditionals, chains. */
int a, b, c, *p, arr[4];
struct s { int m; struct s *n; int v[2]; } s, *ps;
int f(int, int), (*fp)(int, int) = f;
int all(void)
{
    a = b = c = 3;
    a += b -= c *= 2; a /= 2; a %= 3; a <<= 1; a >>= 1; a &= 7; a |= 8; a ^= 1;
    a = b ? c ? 1 : 2 : a ? 3 : 4;
    a = b || c && a | b ^ c & a == b != c < a > b <= c >= a << b >> c + a - b * c / (a + 1) % 5;
    a = -b + +c - ~a + !b - -c;
    a = *p++ + ++*p + (*p)++ + *++p - *p--;
    a = sizeof a + sizeof(a) + sizeof(int) + sizeof arr / sizeof arr[0] + sizeof(int)*2;
    a = sizeof (a)++ + sizeof(ps)->m - sizeof(int) - 1;
    a = (int)1.5 + (int)-1 + (int)+1 + (int)~1 + (int)!1 + (int)*p + (int)(long)&a + (char)(a, b);
    a = s.m + ps->n->n->m + ps->v[1] + (*ps).n->v[0] + 1[arr] + (&s)->m;
    a = f(1, 2) + fp(1, 2) + (*fp)(1, 2) + (**fp)(f(1, 2), 3) + (&f)(3, 4);
    a = (b, c), b = (c, a, 1);
    for (a = 0, b = 1; a < b; a++, b--) ;
    return a, b;
}
int generic(void)
{
    return _Generic(a, int: 1, char *: 2, default: 3) + _Generic("x", char *: 1, const char *: 2) +
           _Generic((a), default: f)(1, 2);
}
int aligns(void) { return _Alignof(int) + __alignof__(a) + __alignof__ arr + __alignof(struct s); }
_Bool null(void) { return p == 0 && (void *)0 == p && !p; }
