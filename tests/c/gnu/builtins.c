/* Builtins with a grammar of their own. */
#include <stdarg.h>
#include <stddef.h>
struct s { int a; struct { char b[4]; struct { long c; } d[2]; } e; };
int offsets[] = { offsetof(struct s, a), offsetof(struct s, e.b[3]), offsetof(struct s, e.d[1].c),
                  __builtin_offsetof(struct { int x, y; }, y) };
int chosen = __builtin_choose_expr(sizeof(int) == 4, 1, "never");
int compatible = __builtin_types_compatible_p(int, typeof(chosen)) + __builtin_types_compatible_p(char *, int[]);
int sum(int n, ...)
{
    va_list ap, ap2;
    int total = 0;
    va_start(ap, n);
    va_copy(ap2, ap);
    while (n--)
        total += va_arg(ap, int) + va_arg(ap2, struct s *)->e.b[0];
    va_end(ap);
    return total + __builtin_constant_p(n) + __builtin_expect(n, 0);
}
typedef int v4i __attribute__((vector_size(16)));
typedef float v4f __attribute__((vector_size(16)));
v4f convert(v4i v) { return __builtin_convertvector(v, v4f); }
const char *names(void) { return __func__[0] ? __FUNCTION__ : __PRETTY_FUNCTION__; }
double complex_parts(double _Complex z) { return __real__ z + __imag__ z + __real z; }
__builtin_va_list predeclared;
