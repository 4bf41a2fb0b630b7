// flags: -fgnu89-inline
/* An `extern inline` of GNU C89 is for inlining only; the real definition may follow, and in GCC it may
 * be static (gcc.c-torture: compile/20021120-1.c). */
extern inline int one(void) { return 1; }
int one(void) { return 1; }

extern inline int two(void) { return 2; }
static int two(void) { return one() + 1; }

extern inline int three(void) { return 3; }
static inline int three(void) { return two() + 1; }

int six(void) { return one() + two() + three(); }
