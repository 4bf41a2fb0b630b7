/* What is no function disappears or becomes a builtin instruction. */
#include <stdarg.h>
#include <setjmp.h>
void *memcpy(void *, const void *, unsigned long);
_Noreturn void die(int);
jmp_buf env;
int sum(int n, ...)
{
    va_list ap;
    int s = 0, r;
    va_start(ap, n);
    s = va_arg(ap, int);
    va_end(ap);
    if (__builtin_add_overflow(s, n, &r)) die(1);
    if (setjmp(env)) __builtin_unreachable();
    memcpy(&s, &r, sizeof s);
    return __builtin_constant_p(s) + (int)__builtin_object_size(&s, 0) + __builtin_popcount(n);
}
void checked(int *p, int n) { __corten_checked(p && n > 0); }
