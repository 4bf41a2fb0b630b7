/* Calls that do not fit the prototype. */
struct s { int a; } st; int one(int); int two(int, char *); int none(void); int variadic(const char *, ...);
int (*fp)(struct s); int obj; double d; struct incomplete; struct incomplete give(void); void take(struct s *);
typedef int v4 __attribute__((vector_size(16))); v4 vec; void takev(v4);
void calls(void)
{
    one(); //~ syntax
    one(1, 2); //~ syntax
    two(1); //~ syntax
    none(1); //~ syntax
    variadic(); //~ syntax
    one(st); //~ syntax
    two(1, 2.0); //~ syntax
    fp(1); //~ syntax
    obj(); //~ syntax
    (&obj)(); //~ syntax
    st(1); //~ syntax
    give(); //~ syntax
    take(st); //~ syntax
    takev(1); //~ syntax
    undeclared_type_arg(nope); //~ syntax
    __builtin_expect(1); //~ syntax
    __builtin_memcpy(&obj, &obj); //~ syntax
    __builtin_unknown_thing + 1; //~ syntax
    d = __builtin_strlen(d); //~ syntax
}
void builtins(int n, char *s, ...)
{
    __builtin_va_list ap; int over; double d2;
    __builtin_va_start(); //~ syntax
    __builtin_add_overflow(n, 1.5, &over); //~ syntax
    __builtin_mul_overflow(n, n, &d2); //~ syntax
    __builtin_clz(unsigned); //~ syntax
    (parenthesised)(1); //~ syntax
    void (*p)(void) = __builtin_trap; //~ syntax
}
