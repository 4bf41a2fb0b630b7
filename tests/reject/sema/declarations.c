/* Declarations that contradict each other or themselves. */
int a; char a; //~ syntax
int b = 1; int b = 2; //~ syntax
extern int c; static int c; //~ syntax
static int c2; int c2; //~ syntax
int f(int); int f(char); //~ syntax
int f2(int); char f2(int); //~ syntax
int f3(void) { return 1; }
int f3(void) { return 2; } //~ syntax
int f4; int f4(void); //~ syntax
typedef int T; typedef char T; //~ syntax
typedef int U; int U; //~ syntax
struct s { int a; }; struct s { int b; }; //~ syntax
union s *us; //~ syntax
enum e { A, B }; enum e { C }; //~ syntax
enum e2 { B }; //~ syntax
enum e3 { X = 1.5 }; //~ syntax
int dyn; enum e4 { Y = dyn }; //~ syntax
struct m { int a; char a; }; //~ syntax
struct m2 { int f(void); }; //~ syntax
struct m3 { struct nope n; }; //~ syntax
struct m4 { struct m4 self; }; //~ syntax
struct m5 { int v[]; int after; }; //~ syntax
struct m6 { int : -1; }; //~ syntax
struct m7 { int big : 33; }; //~ syntax
struct m8 { int zero : 0; }; //~ syntax
struct m9 { float fl : 3; }; //~ syntax
struct m10 { int w : dyn; }; //~ syntax
struct m11 { int a; struct { int a; }; }; //~ syntax
void v; //~ syntax
struct nope n; //~ syntax
struct nope2 arr1[3]; //~ syntax
void arr2[3]; //~ syntax
int arr3[-1]; //~ syntax
int arr4[dyn]; //~ syntax
int arr5[1.5]; //~ syntax
int fnarr[3](void); //~ syntax
int retarr(void)[3]; //~ syntax
int retfn(void)(void); //~ syntax
int dup(int x, int x); //~ syntax
void vp(void x); //~ syntax
struct nope3 rets(void) { } //~ syntax
int unsigned signed us2; //~ syntax
long float lf; //~ syntax
short long sl; //~ syntax
static extern int se; //~ syntax
typedef static int ts; //~ syntax
register int reg; //~ syntax
auto int au; //~ syntax
restrict int ri; //~ syntax
_Static_assert(0, "told"); //~ syntax
_Static_assert(dyn, "not constant"); //~ syntax
_Alignas(3) int al; //~ syntax
_Alignas(1) int al2; //~ syntax
int init_of_fn(void) = 3; //~ syntax
typedef int init_of_typedef = 3; //~ syntax
typeof(nope4) ty; //~ syntax
_Thread_local int tl; int g(void)
{
    _Thread_local int x; //~ syntax
    int y; int y; //~ syntax
    int z; char z; //~ syntax
    static int vl[dyn]; //~ syntax
    extern int ex = 3; //~ syntax
    struct nope5 q; //~ syntax
    int noinit[]; //~ syntax
    int vla[dyn] = {1}; //~ syntax
    static int st = dyn; //~ syntax
    static int fn2(void); //~ syntax
    __auto_type un; //~ syntax
    enum { D, D }; //~ syntax
    return 0;
}
int h(a, b) int a, c; { return 0; } //~ syntax
int k(int p) { int p; return p; } //~ syntax
int st_param(static int x); //~ syntax
int sz = sizeof(static int); //~ syntax
struct m12 { static int a; }; //~ syntax
struct m13 { : 3; }; //~ syntax
union m14 { int a; int v[]; }; //~ syntax
enum {}; //~ syntax
int brackets[const 3]; //~ syntax
int nosize(int a[static]); //~ syntax
int unnamed_variadic(...); //~ syntax
static inline extern int both(void) { return 1; } //~ syntax
typedef int bad_vector __attribute__((vector_size())); //~ syntax
void cleaned(void) { int x __attribute__((cleanup(nope_f))); } //~ syntax
extern int aliased __attribute__((aligned(NOT_DEFINED))); //~ syntax
