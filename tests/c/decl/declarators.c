/* Declarators in all shapes, named and abstract. */
typedef int T;
typedef T *PT;
int *(*fp[3])(char);
int (*(*ffp)(void))(int);
char (*(*x3(void))[5])(void);
int g(T), h(const T), i(int (T)), j(int (*)(T)), k(int[static 3], int[*], int[const], int[]);
int (paren)(int a) { return a; }
int ((*pp))(void);
int f(void (*cb)(int, PT), T (*arr)[3], int T, ...);
int matrix(int n, int m, int a[n][m], int b[static n * m], int (*c)[m]);
typedef void handler(int);
handler on_signal, *current;
handler *signal_(int, handler *);
void (*signal2(int sig, void (*func)(int)))(int);
int sizes[] = { sizeof(int *(*)(void)), sizeof(int (*)[3]), sizeof(char *[4]), sizeof(int(*(*)(int))[2]) };
const int *const volatile cv, *restrict_me(int *restrict p, const char *const *const q);
static inline int multi(void);
static int *multi2;
long long unsigned int llu;
short signed ss;
int unsigned long lu;
_Complex double cd;
double _Complex cd2;
inline static int multi(void) { return 1; }
