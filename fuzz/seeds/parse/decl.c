_Static_assert(sizeof(int (*)[3]) > 1, "x");
struct [[gnu::packed]] s { struct { int a : 3; }; enum e { A, B = 4 } b[]; } *(*fp)(int, char *[2]), x;
int old(a, b) int a; char *b; { return a + *b; }
typedef struct s T; static inline T *const restrict f(T (*g)(void), int n, int a[static n][*]);
#pragma pack(push, 2)
_Alignas(8) _Atomic(int) q = (int){1} + 'a' + L"x"[0] + 0x1p3;
