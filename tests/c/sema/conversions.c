/* Types of expressions, C23 6.3.1, 6.5: what the operators make of their operands. */
#define IS(e, T) _Static_assert(_Generic((e), T: 1, default: 0), #e " is not " #T)
#define SAME(e, T) _Static_assert(__builtin_types_compatible_p(__typeof__(e), T), #e " is not " #T)

char c; signed char sc; unsigned char uc; short s; unsigned short us;
int i; unsigned u; long l; unsigned long ul; long long ll; unsigned long long ull;
float f; double d; long double ld; _Bool b; enum e { A, B = 5 } en;
int *pi; const int *pci; void *pv; const void *pcv; int a[3]; const int ca[3]; int (*pa)[3];
int fn(int), (*pf)(int); struct s { int x; unsigned lo : 3, hi : 32; const char *name; int v[2]; } st, *ps;
const struct s cst; volatile int vi;

void arithmetic(void)
{
    IS(c + c, int); IS(sc + uc, int); IS(s * us, int); IS(-c, int); IS(+s, int); IS(~uc, int);
    IS(!l, int); IS(b + b, int); IS(i + u, unsigned); IS(u + l, long); IS(l + ul, unsigned long);
    IS(l + ll, long long); IS(ul + ll, unsigned long long); IS(i + f, float); IS(l + f, float);
    IS(f + d, double); IS(d + ld, long double); IS(en + 1, unsigned); IS(A, int); IS(A + B, int);
    IS(c << l, int); IS(ul >> c, unsigned long); IS(i < l, int); IS(d == f, int);
    IS(i && pi, int); IS(u ? c : s, int); IS(u ? i : u, unsigned); IS(u ? f : i, float);
    IS(st.lo + 0, int); IS(+st.lo, int); IS(+st.hi, unsigned); IS(i % u, unsigned);
    IS((c = 3), char); IS(c += 3, char); IS(c++, char); IS(--us, unsigned short);
    IS(f += 1.0, float); IS((i, l), long); IS(vi, int); IS((char)i, char);
}

void pointers(void)
{
    IS(a, int *); IS(ca, const int *); IS(a + 1, int *); IS(1 + a, int *); IS(&a, int (*)[3]);
    IS(&a[1] - a, __PTRDIFF_TYPE__); IS(*a, int); IS(1[a], int); IS(&*pi, int *); IS(*pa, int *);
    SAME(*pa, int[3]); IS(fn, int (*)(int)); IS(&fn, int (*)(int)); IS(*fn, int (*)(int));
    IS(**pf, int (*)(int)); IS(pf(1), int); IS((***fn)(1), int);
    IS(i ? pi : 0, int *); IS(i ? 0 : pci, const int *); IS(i ? pi : pci, const int *);
    IS(i ? pi : pv, void *); IS(i ? pci : pv, const void *); IS(i ? pcv : pi, const void *);
    IS(i ? (void *)0 : pi, int *); IS(i ? pi : (void *)0, int *); IS(pi ?: 0, int *);
    IS(pi == 0, int); IS(pi < pi + 1, int); IS(!pi, int); IS(pi += 2, int *); IS(pi++, int *);
    /* the kernel's test for constants */
    IS(8 ? (void *)((long)(i) * 0l) : (int *)8, void *); IS(8 ? (void *)((long)(3) * 0l) : (int *)8, int *);
}

void members(void)
{
    IS(st.x, int); IS(ps->name, const char *); IS(st.v, int *); IS(cst.v, const int *);
    IS(&cst.x, const int *); IS(&ps->v, int (*)[2]); SAME(st.v, int[2]); IS(&(*ps).x, int *);
    IS(cst.x, int); IS((ps->x = 2), int);
}

void literals(void)
{
    IS(1, int); IS(1u, unsigned); IS(1l, long); IS(1ull, unsigned long long); IS(2147483648, long);
    IS(0x80000000, unsigned); IS(0xffffffffffffffff, unsigned long); IS(1.0, double); IS(1.0f, float);
    IS(1.0L, long double); IS('a', int); IS(L'a', __WCHAR_TYPE__); IS("abc", char *);
    SAME("abc", char[4]); IS(L"abc", __WCHAR_TYPE__ *); IS(u"x", __CHAR16_TYPE__ *);
    IS(U"x", __CHAR32_TYPE__ *); IS(u8"x", char *); SAME(__func__, const char[9]);
    IS(sizeof 1, __SIZE_TYPE__); IS(_Alignof(int), __SIZE_TYPE__); IS((char){1}, char);
    IS(((int[]){1, 2}), int *); SAME(((int[]){1, 2}), int[2]); IS(1.0i, _Complex double);
    _Static_assert(sizeof "abc" == 4 && sizeof(int[3]) == 12 && 'a' == 97 && '\377' == -1, "");
    _Static_assert(-1 < 0u ? 0 : 1, "converted to unsigned");
    _Static_assert((unsigned char)300 == 44 && (signed char)200 == -56 && (_Bool)0.5 == 1, "");
}

void redeclared(void)
{
    typedef int T;
    { char T; IS(T, char); }
    IS((T)1, int);
    enum { c = 7 };
    IS(c, int);
    _Static_assert(c == 7, "");
}

struct outer {
    int before;
    struct { int inner; union { int deep; float other; }; };
    enum { INSIDE = 4 } kind;
} out;
_Static_assert(INSIDE == 4, "");
_Static_assert(__builtin_offsetof(struct outer, deep) == 8, "");
_Static_assert(__builtin_offsetof(struct outer, kind) == 12, "");
void anonymous(struct outer *p) { IS(p->deep, int); IS(out.other, float); IS(&p->inner, int *); p->deep = out.inner; }

_Complex double z; _Complex float zf; _Complex int zi;
void complexes(void)
{
    IS(z + zf, _Complex double); IS(zf + 1.0, _Complex double); IS(zf * 2.0f, _Complex float);
    IS(__real__ z, double); IS(__imag__ zf, float); IS(-z, _Complex double); IS(z == zf, int);
    __real__ z = 3; __imag__ z += 1; IS(~z, _Complex double); IS(__real__ i, int);
}
