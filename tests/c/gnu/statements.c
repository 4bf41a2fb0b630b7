/* GNU: computed goto, case ranges, local labels, nested functions, statement expressions. */
int lambda(int n)
{
    __label__ out, in;
    int r = 0;
    auto int nested(int);
    int nested(int z) { if (z) goto out; return z + n; }
    static void *tab[] = { &&in, &&out, &&more };
    goto *tab[n];
in: r++;
more: r = nested(0);
out:
    switch (n) { case 1 ... 5: case 6: r = 1; break; case 'a'...'z': break; }
    r = n ?: 3;
    r = ({ int y = n; y + 1; });
    r = ({ __label__ l; l: r; }) + ({ ; 3; });
    __auto_type aut = r;
    int *pa = &r;
    __extension__ int ext = 3;
    r = __extension__(3) + __extension__ ext;
    __extension__ r++;
    ({ r = *pa; });
    return aut + r + ({ if (n) return 3; 1; });
lab: __attribute__((unused));
    return 0;
}
#define max(a, b) ({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a > _b ? _a : _b; })
int use(int a, int b) { return max(max(a, b), max(b, max(a, 3))); }
int outer(int n) { int k(a) int a; { return a + n; } return k(2); }
int typeof_statement(void) { typeof(({ int z = 3; z; })) v = 1; return v; }
void fall(int n)
{
    switch (n) {
    case 1: n++; __attribute__((fallthrough));
    case 2: n++; __attribute__((__fallthrough__));
    default: ;
    }
}
