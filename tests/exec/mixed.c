/* A little of everything that has a value or a place. */
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <stdint.h>
#include <stdarg.h>
#include <setjmp.h>
#include <limits.h>
#include <float.h>
#include <stddef.h>
struct B { unsigned a:3; int b:5; unsigned long long c:40; signed char d:4; _Bool e:1; unsigned f; };
struct S { char c; short s; int i; long l; double d; char buf[5]; struct { int x, y; } in; union { int ui; float uf; unsigned char ub[4]; }; };
enum E { A1, B1 = 5, C1, D1 = -3 };
static int calls; static int tick(int r) { calls = calls * 10 + r; return r; }
static struct S mk(int i) { struct S s = { .i = i, .buf = "ab", .in.y = 7, .ub = { [1] = 3 } }; return s; }
static long long sum(int n, ...) { va_list ap; long long r = 0; va_start(ap, n); for (int i = 0; i < n; i++) switch (i % 4) { case 0: r += va_arg(ap, int); break; case 1: r += va_arg(ap, long long); break; case 2: r += (long long)va_arg(ap, double); break; default: r += va_arg(ap, struct S).i; } va_end(ap); return r; }
static void pf(const char *f, ...) { va_list ap, b; va_start(ap, f); va_copy(b, ap); vprintf(f, ap); vprintf(f, b); va_end(ap); va_end(b); }
static jmp_buf jb; static void thrower(int n) { if (!n) longjmp(jb, 42); thrower(n - 1); }
static int vla(int n) { int a[n][n + 2]; int (*p)[n + 2] = a; for (int i = 0; i < n; i++) for (int j = 0; j < n + 2; j++) a[i][j] = i * 10 + j; return p[n-1][1] + sizeof a / sizeof a[0] + (int)(&p[2] - a) + sizeof *p; }
static int duff(int n) { int c = 0, k = (n + 3) / 4; switch (n % 4) { case 0: do { c++; case 3: c++; case 2: c++; case 1: c++; } while (--k > 0); } return c; }
static void cln(int *p) { printf("cleanup %d\n", *p); }
static int cleanup(int n) { __attribute__((cleanup(cln))) int a = n; for (int i = 0; i < 3; i++) { __attribute__((cleanup(cln))) int b = 100 + i; if (i == n) continue; if (i + 1 == n * 2) goto out; if (n == 9) return b; } out: return a + 1; }
typedef int v4 __attribute__((vector_size(16)));
int gi = 3; int *gp = &gi; int garr[5] = { [1 ... 3] = 9 }; const char *gs[] = { "x", "yz" + 1, [4] = "w" }; struct S gS = { 'c', .d = 1.5, .in = { 1, 2 } }; int (*gf)(int) = tick; char *gend = (char *)&garr[2] + 1; struct B gB = { 5, -3, 1ULL << 39, -1, 1, 77 }; char gtxt[3] = "abc"; wchar_t gw[] = L"hé"; long goff = offsetof(struct S, in.y);
int x0; int main(void) {
  struct B b = { 7, -16, 0xFFFFFFFFFFULL, 7, 1, 9 }; b.a++; b.b--; b.c += 3; b.d += 2; b.e ^= 1; int r = (b.a = 13); printf("%d %d %llu %d %d %u r%d %zu\n", b.a, b.b, (unsigned long long)b.c, b.d, b.e, b.f, r, sizeof b);
  struct S s = mk(4), t; t = s; t.in.x = s.in.y++ + ++t.i; printf("%d %d %d %d %s %d %d\n", s.i, t.i, t.in.x, s.in.y, t.buf, t.ub[1], mk(9).in.y + mk(3).buf[1]);
  x0 = tick(1) + tick(2) * tick(3); printf("%d %d\n", x0, calls); calls = 0; int x = tick(1) && (tick(0) || tick(2)) ? tick(3) : tick(4); printf("%d %d\n", x, calls);
  unsigned char uc = 250; uc += 10; signed char sc = 127; sc++; short sh = -1; unsigned us = sh; printf("%d %d %u %d\n", uc, sc, us, (unsigned short)sh >> 3);
  printf("%d %d %d %lld\n", -7 / 2, -7 % 2, -7 >> 1, (long long)INT_MIN * 2); printf("%u %lu %d\n", 3u - 5, 1UL - 2, (char)200); printf("%g %g %d %d %u\n", 7 / 2.0, (float)1 / 3, (int)-2.9, (int)3e9f == INT_MIN, (unsigned)3e9);
  printf("%lld\n", sum(4, 1, 2LL, 3.7, mk(10))); pf("%d %s %.2f %c|", 1, "two", 3.0, '4'); puts("");
  volatile int vi = 5; switch (setjmp(jb)) { case 0: vi = 6; thrower(3); puts("no"); break; case 42: printf("caught %d\n", vi); break; default: puts("??"); }
  printf("%d %d %d\n", vla(4), duff(11), duff(8)); printf("%d\n", cleanup(0)); printf("%d\n", cleanup(1)); printf("%d\n", cleanup(9));
  v4 v = { 1, 2, 3, 4 }, w = v * 2 + v[3]; w[1] = 50; v4 m = v > 2; printf("%d %d %d %d %d %d\n", w[0], w[1], w[2], w[3], m[0], m[3]);
  printf("%d %d %d %s %s %s %d %.1f %d %d %c%c%c %d %ld %d\n", *gp, garr[2], garr[4], gs[0], gs[1], gs[4], gS.in.y, gS.d, gf(8), (int)(gend - (char *)garr), gtxt[0], gtxt[1], gtxt[2], (int)gw[1], goff, gB.b);
  __int128 big = (__int128)1 << 100; big += 12345; printf("%llx %llx\n", (unsigned long long)(big >> 64), (unsigned long long)big); printf("%d\n", (int)((unsigned __int128)-1 / 3 % 1000));
  int i = 0; int arr[5] = { 0 }; arr[i++] = i; arr[i] = i++ + 10; (void)arr; i = 3; int *p = arr + 2; p[-1] = 5; 2[p] = 6; *--p += 3; printf("%d %d %d\n", arr[1], arr[4], (int)(p - arr));
  int n = 10; while (n --> 0) { if (n == 7) continue; if (n == 3) break; } printf("%d\n", n); do n++; while (n < 6); for (;;) { if (++n > 20) break; } printf("%d\n", n);
  goto mid; { int k; mid: k = 3; printf("%d\n", k); } printf("%d\n", ({ int a = 4, b2 = 5; a * b2; })); printf("%d %d\n", 5 ?: 6, 0 ?: 7);
  long double ld = 1.0L / 3; printf("%.18Lg %d\n", ld, ld == 1.0 / 3); float ff = 0.1f; ff += 0.2; printf("%.9g\n", ff); double _Complex z = 1 + 2.0i; z = z * z; printf("%g %g\n", __real__ z, __imag__ z);
  printf("%d %d\n", (_Bool)0.5, (int)(_Bool)&i); printf("%zu %zu %d\n", sizeof(struct S), _Alignof(double), _Generic(1.0f, float: 3, default: 4)); enum E e = D1; printf("%d %d\n", e, e < 0);
  int ov; x0 = __builtin_add_overflow(INT_MAX, 1, &ov); printf("%d %d\n", x0, ov); unsigned char o8; x0 = __builtin_mul_overflow(100, 3, &o8); printf("%d %d\n", x0, o8); printf("%d %d %d\n", __builtin_clz(1), __builtin_ctzll(8), __builtin_popcount(255));
  char str[] = "hello"; char *q = str; while (*q) { *q++ ^= 0x20; } puts(str); printf("%s %s\n", __func__, (char[]){ "lit" }); struct S *ps = &(struct S){ .i = 11 }; printf("%d\n", ps->i + ps[0].in.x); static int st = 5; printf("%d\n", st++); int two[2][3] = { { 1 }, 4, 5 }; printf("%d %d %d\n", two[1][1], *(*(two + 1)), (int)sizeof two[0]);
  unsigned long long ull = 1; ull <<= 63; printf("%llu %lld %g %g\n", ull, (long long)ull, (double)ull, (float)(ull | 1)); printf("%d\n", 'a' == 97 && L'b' && "abc"[1] == 'b'); int comma = (tick(1), tick(2)); printf("%d\n", comma); printf("%d\n", (short)70000 + (signed char)300); uint8_t sh8 = 1; sh8 <<= 7; sh8 <<= 1; printf("%d\n", sh8); int neg = -5; neg >>= 1; neg /= -2; neg %= 2; printf("%d\n", neg); p = &arr[3]; p -= 2u; printf("%d\n", (int)(p - arr));
  return 0; }
