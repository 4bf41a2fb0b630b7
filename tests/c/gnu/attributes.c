/* __attribute__ wherever gcc and clang take it. */
typedef int v4 __attribute__((vector_size(16)));
typedef int __attribute__((__vector_size__(8))) v2;
typedef union { int *ip; const float *fp; } tu __attribute__((__transparent_union__));
void take(tu u);
__attribute__((noreturn)) void die(const char *, ...) __attribute__((format(printf, 1, 2)));
void __attribute__((__noreturn__, __cold__)) die2(void);
__attribute__((unused)) static int u1, u2 __attribute__((unused)), __attribute__((unused)) u3;
int __attribute__((unused)) *__attribute__((unused)) u4;
int x __attribute__((aligned(8), unused)) = 3, y __attribute__((aligned(__alignof__(double)))) = 4;
int (__attribute__((noinline)) conv)(int);
void params(int a __attribute__((unused)), int (*__attribute__((unused)) p)(void), __attribute__((unused)) int b) {}
struct __attribute__((packed)) { int a; } __attribute__((aligned(4))) g;
enum __attribute__((packed)) small { S1, S2 __attribute__((deprecated)) = 3, S3 };
struct m { int a __attribute__((aligned(8))), b : 3 __attribute__((packed)); __attribute__((aligned(4))) char c; };
int *alloc(int, int) __attribute__((malloc, alloc_size(1, 2), nonnull)) __attribute__(()) __attribute__((, ,));
static void cleanup_int(int *p) { (void)p; }
int locals(void)
{
    __attribute__((unused)) int a;
    int __attribute__((unused)) b, __attribute__((unused)) c;
    int d __attribute__((cleanup(cleanup_int))) = 3;
    v4 v = { 1, 2, 3, 4 }, w = v + v;
    typedef int aligned __attribute__((aligned(16)));
    aligned e = sizeof(int __attribute__((aligned(2))));
    for (__attribute__((unused)) int i = 0;;) break;
label: __attribute__((unused)) ;
    return d + w[0] + e + (int __attribute__((unused)))3;
}
extern void weak_one(void) __attribute__((weak, alias_of_nothing));
