/* Messages about macros. */
#define two(a, b) a b
#define va(a, ...) a
two(1)
two(1, 2, 3)
va()
#define none() x
none(1)
#define paste(a, b) a ## b
paste(+, -)
#define dup(a, a)
#define open(a
#define bad(1)
#define trail(a,)
#define end ##
#define str(a) # b
#define
#define 1
#define defined
#undef
#define opt(...) __VA_OPT__(
_Pragma(1)
#pragma GCC poison strcpy
strcpy
#define strcpy
two(1, 2
