/* Expressions that both compilers reject. */
struct s { int a; unsigned bits : 3; const int k; } st; struct t { int a; } tt; union u { int i; } uu;
struct incomplete; struct incomplete *inc; const int ci = 1; int arr[3]; int fn(int); void vfn(void);
typedef int T; enum e { E1 }; double d; int *p; void *vp; float *fp; _Complex double z;
int expressions(int x, struct s *q)
{
    undeclared = 1; //~ syntax
    x = undeclared2 + 1; //~ syntax
    x = T; //~ syntax
    st.b = 1; //~ syntax
    st->a = 1; //~ syntax
    q.a = 1; //~ syntax
    x.a = 1; //~ syntax
    inc->a = 1; //~ syntax
    *inc; inc[1]; //~ syntax
    *x = 1; //~ syntax
    x = *d; //~ syntax
    x[1] = 2; //~ syntax
    arr[d] = 2; //~ syntax
    &x = p; //~ syntax
    &3; //~ syntax
    &fn(1); //~ syntax
    p = &st.bits; //~ syntax
    5 = x; //~ syntax
    x + 1 = 2; //~ syntax
    arr = p; //~ syntax
    ci = 2; //~ syntax
    st = st; //~ syntax
    fn = 0; //~ syntax
    E1 = 2; //~ syntax
    "abc" = p; //~ syntax
    ci++; //~ syntax
    3++; //~ syntax
    st++; //~ syntax
    -st; //~ syntax
    !st; //~ syntax
    ~d; //~ syntax
    -p; //~ syntax
    x = st + 1; //~ syntax
    x = d % 2; //~ syntax
    x = d & 1; //~ syntax
    x = d << 1; //~ syntax
    x = p + p; //~ syntax
    x = 1 - p; //~ syntax
    x = p * 2; //~ syntax
    x = p - fp; //~ syntax
    x = st == st; //~ syntax
    x = st && x; //~ syntax
    x = z < z; //~ syntax
    x = p + d; //~ syntax
    p += p; //~ syntax
    x = x ? st : 1; //~ syntax
    x = st ? 1 : 2; //~ syntax
    x = x ? st : tt; //~ syntax
    x = vfn(); //~ syntax
    x = vfn() + 1; //~ syntax
    x = !vfn(); //~ syntax
    vfn(vfn()); //~ syntax
    x = x ? vfn() : 1; //~ syntax
    st = tt; //~ syntax
    x = st; //~ syntax
    p = d; //~ syntax
    d = p; //~ syntax
    x = (int)st; //~ syntax
    st = (struct s)tt; //~ syntax
    p = (int *)d; //~ syntax
    d = (double)p; //~ syntax
    x = (int[3])x; //~ syntax
    uu = (union u)d; //~ syntax
    x = sizeof(struct incomplete); //~ syntax
    x = sizeof *inc; //~ syntax
    x = sizeof st.bits; //~ syntax
    x = _Alignof(struct incomplete); //~ syntax
    x = _Generic(d, int: 1, char: 2); //~ syntax
    x = _Generic(x, int: 1, T: 2); //~ syntax
    x = _Generic(x, default: 1, default: 2); //~ syntax
    x = __builtin_offsetof(struct s, nope); //~ syntax
    x = __builtin_offsetof(struct s, bits); //~ syntax
    x = __builtin_offsetof(int, a); //~ syntax
    x = __builtin_choose_expr(x, 1, 2); //~ syntax
    x = __builtin_va_arg(p, int); //~ syntax
    (struct incomplete){0}; //~ syntax
    p = &&nolabel; //~ syntax
    return st; //~ syntax
}
