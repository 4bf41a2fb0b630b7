/* Storage classes, alignment, threads, atomics, noreturn, static assertions. */
_Static_assert(sizeof(int) == 4, "adja" "cent");
_Thread_local int tl;
static __thread int tl2;
extern _Thread_local int tl3;
_Alignas(16) char al[3];
_Alignas(double) _Alignas(4) char al2;
_Atomic(int) at1;
_Atomic int at2;
int *_Atomic at3;
_Atomic(int *) *at4;
const _Atomic volatile int at5;
_Noreturn void die(void);
static inline _Noreturn void die2(void) { for (;;) ; }
extern int ext, *ext2;
__int128 i128;
unsigned __int128 ui128;
__int128_t ti;
__uint128_t tu;
_Float128 f128;
__float128 gf128;
_Float32 f32;
_Float64x f64x;
__signed__ char sc;
__const int c1 = 1;
__volatile__ int v1;
int const static order = 3;
__inline__ static int inl(void) { return order; }
typeof(int *) tp;
typeof(tp) tq;
__typeof__(*tq) tr;
typeof(tq[0]) ts;
__typeof(inl) inl_again;
;
