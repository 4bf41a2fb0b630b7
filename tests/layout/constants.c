/* Constants of all kinds, as objects whose bytes tests/layout/run compares with a compiler's. */
typedef __SIZE_TYPE__ size_t;
typedef __PTRDIFF_TYPE__ ptrdiff_t;
struct point { int x, y; };
struct s { char c; int a : 20; int b : 8; double d; struct point p[3]; const char *name; };

/* ---- integers ---- */
int wrap_signed = 2147483647 + 0 * 5, minus = -2147483647 - 1;
unsigned wrap_unsigned = 0u - 1, shifted = (3u - 4) >> 28;
long long min64 = -9223372036854775807LL - 1, div = -7 / 2, rem = -7 % 2;
unsigned long long big = 18446744073709551615ULL / 10 * 3, mixed = -1 > 0u;
signed char narrow = (signed char)200, plain = '\xff', octal = '\377';
unsigned char byte = (unsigned char)-3;
short low = (short)0x12345678;
_Bool yes = 0.5, no = 0.0, pointed = &wrap_signed, from_int = 256;
int chars = 'abcd', wide = L'\x20ac', cmp = -1 < 1u, shift = -16 >> 2, cond = 0 ? 1 / 1 : 42;
int logic[] = {1 && 2, 0 && 1, 0 || 3, !5, !0, 1 || 1 / 1, ~0, -(-5), +7};
int choose = __builtin_choose_expr(sizeof(long) > 1, 10, "no");
int types = __builtin_types_compatible_p(int, const int) * 2 + __builtin_types_compatible_p(int, long);
int generic = _Generic(1L, int: 1, long: 2, default: 3), sized = sizeof(struct s) + _Alignof(double);
size_t offsets[] = {(size_t) & ((struct s *)0)->p[2].y, __builtin_offsetof(struct s, p[1].y),
                    (size_t)((char *)&((struct s *)16)->d - (char *)16)};
enum e { E_NEG = -5, E_NEXT, E_BIG = 0x7fffffff, E_EXPR = E_BIG - (E_NEXT << 3) };
enum wide { W_SMALL = 1, W_BIG = 0x123456789abLL };
enum unsigned_ { U_HIGH = 0xffffffffu, U_ZERO = 0 };
enum e enums[] = {E_NEG, E_NEXT, E_BIG, E_EXPR};
#ifdef __SIZEOF_INT128__
__int128 wide_product = (__int128)0x7fffffffffffffffLL * 0x7fffffffffffffffLL;
unsigned __int128 wide_shift = (unsigned __int128)5 << 100 | 3, wide_neg = -(unsigned __int128)1;
__int128 wide_div = -((__int128)1 << 100) / 7, wide_rem = -((__int128)1 << 100) % 7;
double from_wide = (double)(((__int128)1 << 80) + 12345);
#endif

/* ---- floats ---- */
double third = 1 / 3.0, tenth = 0.1, sum = 0.1 + 0.2, huge = 1e308 * 10, tiny = 4.9e-324, neg0 = -0.0;
float ftenth = 0.1f, fsum = 0.1f + 0.2f, ffrom = 16777217, fhex = 0x1.8p3f, ffromd = 0.1;
float fmax_ = 3.40282346638528859811704183484516925440e+38F, fden = 1.40129846432481707092372958328991613e-45F;
double dmax = 1.79769313486231570814527423731704356798070e+308, dhalf = 9007199254740993.0, dint = (double)9007199254740993LL;
double prod = 3.14159265358979323846 * 2, quot = 1e22 / 3, long_lit = 0.1000000000000000055511151231257827;
long double ld = 1.0L / 3, ldsmall = 3.6e-4951L, ldfromd = 0.1;
int truncated[] = {(int)1.9, (int)-1.9, (int)1e3f, (int)(2.5 * 2), (unsigned char)255.7};
unsigned long long ufloat = (unsigned long long)1.8e19;
int fcmp[] = {1.0 < 2.0, 1.0f == 1, 0.1f == 0.1, 2.0 >= 3, 1.5 && 0.0, !0.5};
double infinite = __builtin_inf(), negative_infinite = -__builtin_huge_val(), quiet = __builtin_nan("");
float fnan = __builtin_nanf(""), finf = __builtin_inff(), fabs_ = __builtin_fabsf(-2.5f);
int classes[] = {__builtin_isnan(0.0) != 0, __builtin_isinf_sign(-__builtin_inf()), __builtin_isfinite(1.0) != 0};
_Complex double z = 3.0 + 4.0i, zprod = (1.0 + 2.0i) * (3.0 - 1.0i);
_Complex float zf = 2.0f, zi = 1.5fi;
double zre = __real__(3.0 + 4.0i), zim = __imag__(3.0 + 4.0i);

/* ---- built-ins ---- */
int bits[] = {__builtin_popcount(0xff0f), __builtin_clz(1), __builtin_ctz(8), __builtin_ffs(0), __builtin_ffs(12),
              __builtin_parity(7), __builtin_clzll(1ULL << 40), __builtin_ctzl(64), __builtin_popcountll(~0ULL),
              __builtin_clrsb(-1), __builtin_clrsb(1), __builtin_ffsll(1LL << 50)};
unsigned swapped = __builtin_bswap32(0x11223344);
unsigned long long swapped64 = __builtin_bswap64(0x1122334455667788ULL);
unsigned short swapped16 = __builtin_bswap16(0x1122);
int constants[] = {__builtin_constant_p(3), __builtin_constant_p("x"), __builtin_constant_p(wrap_signed),
                   (int)__builtin_expect(5, 1), (int)__builtin_strlen("four")};

/* ---- addresses ---- */
int tab[10];
struct s records[3];
extern int elsewhere[];
int *addr = &tab[3], *addr_end = tab + 10, *addr_back = &tab[9] - 4, *null = 0, *null_cast = (int *)(void *)0;
char *into = (char *)&records[1].p[2].y, *ext = (char *)&elsewhere[2] + 1;
int (*fn)(int), *fnp = (int *)16;
int twice(int n) { return n * 2; }
int (*fn_set)(int) = twice, (*fn_addr)(int) = &twice, (*fns[3])(int) = {[1] = twice, [2] = *twice};
const char *text = "hello", *text_in = "hello" + 2, *text_cond = 1 ? "yes" : "no", *joined = "ab" "cd\0e";
ptrdiff_t difference = &tab[7] - &tab[2], bytes = (char *)&tab[7] - (char *)&tab[2];
int compared[] = {&tab[1] < &tab[2], &tab[1] == &tab[1], &tab[0] != 0};
unsigned long as_int = (unsigned long)&tab[1];
void *self = &self;
struct node { struct node *next; int v; } nodes[2] = {{&nodes[1], 1}, {&nodes[0], 2}};
int *literal = (int[]){1, 2, 3};

/* ---- aggregates ---- */
struct s one = {'x', -5, 100, 2.5, {{1, 2}, {3, 4}}, "one"};
struct s designated = {.p[1].y = 7, .p[2] = {8, 9}, .c = 'c', .b = -1, .a = 0x7ffff};
struct s overridden = {.p = {{1, 2}, {3, 4}, {5, 6}}, .p[1].x = 30, .d = 1, .d = 2};
int ranges[12] = {[0 ... 3] = 1, [8] = 5, 6, [2 ... 2] = 9, [10 ... 11] = -1};
int flat[2][3] = {1, 2, 3, 4}, nested[2][3] = {{1}, {2, 3}}, by_index[][2] = {[2] = {5, 6}, [0][1] = 4};
char str[] = "array", short_str[3] = "abc", padded[8] = "pad", braced[] = {"braced"};
unsigned short str16[] = u"16\u20ac";
unsigned str32[] = U"32\U0001f600";
__WCHAR_TYPE__ strw[] = L"wide\u20ac";
union u { char c; int i; double d; } un = {65}, un_d = {.d = 1.5}, un_i = {.i = 0x01020304}, un_arr[2] = {{.c = 'q'}, {.i = -1}};
struct bits { unsigned a : 3, : 2, b : 7; signed c : 5; unsigned long long d : 40; _Bool e : 1; } bf = {5, 100, -9, 0x9876543210, 1};
struct packed { char c; int i; short s; } __attribute__((packed)) pk = {1, 0x11223344, 0x5566};
struct pbits { unsigned a : 7; unsigned long long b : 37; unsigned c : 20; } __attribute__((packed)) pb = {0x55, 0x1234567890, 0xabcde};
struct flex { int n; short v[]; } fx = {3, {1, 2, 3}};
struct anon { int a; union { int b; float f; }; struct { char c, d; }; } an = {1, {.f = 1.0f}, {.d = 'd'}}, an2 = {.c = 'c', .b = 2};
struct { struct point a, b; } copied = {(struct point){1, 2}, {3, 4}};
struct point points[] = {[1] = {.y = 1}, {2}, [0].x = 9};
typedef int v4 __attribute__((vector_size(16)));
v4 vec = {1, 2, 3, 4}, vec_part = {-1};
int zero_array[0];
struct empty { } em;
const int konst = 17;
static const double dconst = 2.5;
int arr_of_ptr_count = sizeof((const char *[]){"a", "b", "c"}) / sizeof(char *);
