/* What is done with pragmas, and where _Pragma stands. */
#define A 1
#pragma push_macro("A")
#undef A
#define A 2
A
#pragma pop_macro("A")
A
#define P(x) _Pragma(#x)
#define wrap(x) before x after
wrap(P(pack(push, 1)) int)
int b; P(corten safe) int c; _Pragma("GCC diagnostic \"x\"") int d;
#pragma pack(A)
#pragma weak x = y
#pragma omp parallel for
