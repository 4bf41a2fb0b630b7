/* GNU C: statement expressions, typeof, labels as values, vectors, ranges, built-ins. */
#define IS(e, T) _Static_assert(__builtin_types_compatible_p(__typeof__(e), T), #e " is not " #T)
#define max(a, b) ({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a > _b ? _a : _b; })
#define LOOP(x) ({ __label__ again, done; int n_ = (x); again: if (n_-- <= 0) goto done; goto again; done: n_; })
typedef int v4 __attribute__((vector_size(16))); typedef float f4 __attribute__((vector_size(16)));
typedef unsigned char b16 __attribute__((vector_size(16))); typedef long l2 __attribute__((vector_size(16)));
int run(int x, void *p)
{
    static void *const jump[] = {&&one, &&two, &&three};
    int r = max(x, 3) + LOOP(x) + LOOP(2) + ({ 4; });
    ({ r++; }); ({ ; }); (void)({ int q = 1; q + x; });
    goto *jump[x % 3];
one: r++;
two: switch (x) { case 1 ... 5: r = 2; break; case 7: case 9: default: r = 3; }
three:
    p++; p += 2; r += p - (void *)0; r += sizeof(void) + sizeof(run);
    IS(({ (char)1; }), char); IS(x ?: 3L, long); __auto_type copy = r; IS(copy, int);
    return r + copy;
}
v4 vectors(v4 a, v4 b, f4 f, int i)
{
    IS(a + b, v4); IS(a + 1, v4); IS(2 * f, f4); IS(a < b, v4); IS(f == f, v4); IS(a[0], int); IS(-a, v4);
    IS(a << 2, v4); IS(~a, v4); IS((b16)a, b16); IS(f[1], float);
    a[i] = 3; a += b; a <<= 1; f *= 2.0f; f[0]++; b = (v4)f; b = __builtin_convertvector(f, v4);
    b16 bytes = (b16)a; l2 longs = (l2)bytes; a = (v4)longs;
    return __builtin_shufflevector(a, b, 0, 4, 1, 5) + (a > b);
}
_Static_assert(__builtin_constant_p(3) && __builtin_choose_expr(1, 2, "x") == 2, "");
IS(__builtin_choose_expr(0, 1, "x"), char[2]);
struct bf { unsigned a : 3; signed long b : 40; _Bool c : 1; }; union cast { int i; double d; };
unsigned long builtins(char *s, unsigned n, struct bf *q)
{
    int over; long big; q->a = n; q->b++; q->c = s;
    if (__builtin_expect(n > 3, 0)) __builtin_unreachable();
    if (__builtin_add_overflow(n, 3, &over) || __builtin_mul_overflow(n, over, &big)) __builtin_trap();
    union cast u = (union cast)1.0;
    __atomic_store_n(&n, 3, __ATOMIC_SEQ_CST); __sync_fetch_and_add(&n, 1);
    IS(__atomic_load_n(&big, 0), long); IS(__sync_val_compare_and_swap(&n, 1, 2), unsigned);
    __builtin_memcpy(s, "abc", 3);
    return __builtin_strlen(s) + __builtin_popcount(n) + __builtin_clzl(n) + __builtin_object_size(s, 0)
        + __builtin_bswap32(n) + (unsigned long)__builtin_frame_address(0) + u.i;
}
int asms(int x, int *m)
{
    int out, two[2]; register int r asm("rax") = x;
    asm("" : "=r"(out), "+m"(*m) : "r"(x), [val] "ri"(3), "m"(two[1]), "0"(r) : "memory", "cc");
    asm volatile goto("" : : "r"(x) : : fail, ok);
    asm("nop");
ok: return out;
fail: return -1;
}
enum big { SMALL = 1, HUGE_ = 0x123456789aL, NEG = -1 }; IS(SMALL, int); IS(HUGE_, long);
enum __attribute__((packed)) tiny { T1, T2 }; _Static_assert(sizeof(enum tiny) == 1, "");
typedef int qi __attribute__((mode(QI))); _Static_assert(sizeof(qi) == 1, "");
typedef union { int *ip; long *lp; } tu __attribute__((transparent_union)); int taketu(tu);
int usetu(int *a, long *b) { return taketu(a) + taketu(b) + taketu(0); }
extern int weak_one __attribute__((weak)); int aligned_one __attribute__((aligned(32)));
_Static_assert(__alignof__(aligned_one) == 32, "");
struct empty {}; _Static_assert(sizeof(struct empty) == 0, ""); int zero[0];
int vla(int n, int m[n][n + 1]) { int a[n], (*p)[n] = &a; typedef int row[n]; row r; r[0] = (*p)[0]; return sizeof a + sizeof *p + sizeof(row) + m[1][2]; }
