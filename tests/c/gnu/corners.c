/* What GCC accepts in rare places. */
float half(float); double half_d(double); long double half_l(long double);
#define tg_half(x) __builtin_tgmath(half, half_d, half_l, x)
_Static_assert(_Generic(tg_half(1.0f), float: 1, default: 0), "");
_Static_assert(_Generic(tg_half(1), double: 1, default: 0), "");
_Static_assert(_Generic(tg_half(1.0L), long double: 1, default: 0), "");
struct packed { char c; int i; } __attribute__((packed));
_Static_assert(__builtin_has_attribute(struct packed, packed), "");
void gone(void) __attribute__((noreturn, aligned(8)));
_Static_assert(__builtin_has_attribute(gone, noreturn), "");
_Static_assert(!__builtin_has_attribute(gone, aligned(16)) || 1, "");
_Static_assert(__atomic_always_lock_free(4, 0), "");
_Static_assert(_Generic(1.0 + 1.0f32x, double: 1, default: 0), "");
_Static_assert(_Generic(1.0f64 + 1.0f32x, _Float64: 1, default: 0), "");
double atan(double);
const double pi = 4 * atan(1.0);
void takes(inline int f(void));
struct flexible { int n; char text[]; };
union text { struct flexible f; char room[32]; };
union text t = {{3, "abc"}};
void kept();
kept(int a, int b) { return a + b; }
void call(void) { kept(1, 2); }
void *last_argument(int n, ...) { return __builtin_next_arg(n); }
int sizes(int a, int b[*][*], int c[static sizeof(*b)]);
int sizes(int a, int b[a][a], int c[sizeof(*b)]) { return sizeof c + sizeof *b; }
int inferred(void *q)
{
    __auto_type p = *({ int n = 2; (int(*)[9][n])q; });
    return p[1][0] + sizeof p[1];
}
#ifdef __SEG_GS
typedef struct { int x; } S;
int in_segment(__seg_gs S *p) { return p->x + ((__seg_fs S *)0)->x; }
#endif
int windows(int n, ...) __attribute__((ms_abi));
int __attribute__((ms_abi)) windows(int n, ...)
{
    __builtin_ms_va_list ap;
    __builtin_ms_va_start(ap, n);
    int r = __builtin_va_arg(ap, int);
    __builtin_ms_va_end(ap);
    return r;
}
