/* Functions: prototypes and none, merging, inline kinds, nested, variadic, implicit. */
int proto(int, char *); int proto(int a, char *b); int proto(a, b) int a; char *b; { return a + *b; }
int kr(a, b, c) char a; float b; { return a + (int)b + c; }
int noargs(); int noargs(void); int noargs() { return 1; }
static int later(int); static int later(int x) { return x; } extern int later(int);
inline int in1(int x) { return x; } extern inline int in1(int);
static inline int in2(void) { return 1; } extern inline __attribute__((gnu_inline)) int in3(void) { return 3; }
int in3(void) { return 4; }
_Noreturn void stop(void); __attribute__((noreturn)) void stop2(void);
typedef int cb(int, void *); cb handler, *handlers[3]; int handler(int a, void *b) { return a + !b; }
int (*choose(int k))(int, void *) { return k ? handler : handlers[1]; }
int (*(*deep)(int (*)[3], char *const *restrict))[4];
int arrays(int a[static 3], int b[const], int n, int c[n][n], int (*d)[*], int e[restrict]);
int arrays(int a[3], int *const b, int n, int c[n][n], int (*d)[n], int *restrict e)
{
    return a[0] + b[0] + c[1][1] + (*d)[0] + e[0] + (int)(sizeof c[0] / sizeof(int));
}
int vary(const char *f, ...)
{
    __builtin_va_list ap, aq;
    __builtin_va_start(ap, f);
    __builtin_va_copy(aq, ap);
    int r = __builtin_va_arg(ap, int) + (int)__builtin_va_arg(aq, double);
    __builtin_va_end(ap); __builtin_va_end(aq);
    return r;
}
int calls(void)
{
    char c = 1; short s = 2; float f = 3; int arr[3] = {0};
    noargs(); kr(c, f, s); undeclared_until_here(c, f); undeclared_until_here();
    return vary("x", c, f) + proto(c, "s") + choose(1)(2, arr) + (*handler)(1, 0) + deep(&arr, 0)[0][1];
}
struct ret { int v[3]; }; struct ret give(void);
int temp(void) { return give().v[1] + (give(), give()).v[0] + (1 ? give() : give()).v[2]; }
void scopes(void)
{
    extern int later_global; later_global = 1;
    { extern int later_global; later_global++; int shared(void); shared(); }
    struct tag { int a; } t; { struct tag { char b; } u; u.b = 1; struct tag *p = &u; p->b = 2; } t.a = 1;
    for (int i = 0; i < 3; i++) { int i = 4; i++; }
    if (sizeof(enum { IN_IF }) && IN_IF == 0) ;
}
int later_global = 3; int tent; int tent; extern int tent; static int st; static int st; int unsized[]; int unsized[4];
int alias_target(void) { return 1; } int aliased(void) __attribute__((alias("alias_target")));
int renamed(void) asm("other_name"); register long stack_top asm("rsp");
static void closer(int *p) { (void)p; }
void cleans(void) { int x __attribute__((cleanup(closer))) = 3; (void)x; }
main(argc, argv) char **argv; { return argc; }
