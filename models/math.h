/* models/math.h - <math.h>, <fenv.h> and <complex.h>, with what glibc adds.
 *
 * What comes in: nothing; Corten reads this file as a unit of its own, which sees no header but
 * corten.h. What goes out: a contract for each function by its linker's name: most of them take
 * numbers, give a number and change nothing.
 * How to read a model stands in models/libc.h. */
#include <corten.h>

/* ---- math.h, fenv.h, complex.h (7.12, 7.6, 7.3) --------------------------------------------- */

#define MATH1(name) double name(double); float name##f(float); long double name##l(long double)
#define MATH2(name)                                                                               \
    double name(double, double); float name##f(float, float);                                     \
    long double name##l(long double, long double)
#define MATH_INT(t, name) t name(double); t name##f(float); t name##l(long double)
#define MATH_BY(t, name)                                                                          \
    double name(double, t); float name##f(float, t); long double name##l(long double, t)
/* t *out is one object that is filled */
#define MATH_OUT(t, name)                                                                         \
    double name(double, t *out); float name##f(float, t *out);                                    \
    long double name##l(long double, t *out)
MATH1(acos); MATH1(acosh); MATH1(asin); MATH1(asinh); MATH1(atan); MATH1(atanh); MATH1(cbrt);
MATH1(ceil); MATH1(cos); MATH1(cosh); MATH1(erf); MATH1(erfc); MATH1(exp); MATH1(exp2);
MATH1(exp10); MATH1(expm1); MATH1(fabs); MATH1(floor); MATH1(j0); MATH1(j1); MATH1(lgamma);
MATH1(log); MATH1(log10); MATH1(log1p); MATH1(log2); MATH1(logb); MATH1(nearbyint);
MATH1(nextdown); MATH1(nextup); MATH1(rint); MATH1(round); MATH1(roundeven); MATH1(significand);
MATH1(sin); MATH1(sinh); MATH1(sqrt); MATH1(tan); MATH1(tanh); MATH1(tgamma); MATH1(gamma);
MATH1(trunc); MATH1(y0); MATH1(y1); MATH1(pow10);
MATH2(atan2); MATH2(copysign); MATH2(drem); MATH2(fdim); MATH2(fmax); MATH2(fmaximum);
MATH2(fmaximum_mag); MATH2(fmaximum_mag_num); MATH2(fmaximum_num); MATH2(fmaxmag); MATH2(fmin);
MATH2(fminimum); MATH2(fminimum_mag); MATH2(fminimum_mag_num); MATH2(fminimum_num);
MATH2(fminmag); MATH2(fmod); MATH2(hypot); MATH2(nextafter); MATH2(pow); MATH2(remainder);
MATH2(scalb);
MATH_INT(int, ilogb); MATH_INT(long, llogb); MATH_INT(long, lrint); MATH_INT(long, lround);
MATH_INT(long long, llrint); MATH_INT(long long, llround); MATH_INT(int, __fpclassify);
MATH_INT(int, __isinf); MATH_INT(int, __isnan); MATH_INT(int, __finite); MATH_INT(int, __signbit);
MATH_INT(int, __issignaling); MATH_INT(int, finite); MATH_INT(int, isinf); MATH_INT(int, isnan);
MATH_BY(int, ldexp); MATH_BY(int, scalbn); MATH_BY(long, scalbln); MATH_BY(long double, nexttoward);
MATH_OUT(int, frexp);
double lgamma_r(double x, int *sign); float lgammaf_r(float x, int *sign);
long double lgammal_r(long double x, int *sign);
double modf(double x, double *n); float modff(float x, float *n);
long double modfl(long double x, long double *n);
double fma(double x, double y, double z); float fmaf(float x, float y, float z);
long double fmal(long double x, long double y, long double z);
double remquo(double x, double y, int *n); float remquof(float x, float y, int *n);
long double remquol(long double x, long double y, int *n);
void sincos(double x, double *s, double *c); void sincosf(float x, float *s, float *c);
void sincosl(long double x, long double *s, long double *c);
double nan(const char *s); float nanf(const char *s); long double nanl(const char *s);
double jn(int n, double x); float jnf(int n, float x); long double jnl(int n, long double x);
double yn(int n, double x); float ynf(int n, float x); long double ynl(int n, long double x);
typedef struct fenv_t fenv_t;
typedef unsigned short fexcept_t;
int feclearexcept(int e); int feraiseexcept(int e); int fetestexcept(int e); int fesetexcept(int e);
int fegetround(void); int fesetround(int mode); int fegetexcept(void);
int feenableexcept(int e); int fedisableexcept(int e);
int fegetenv(fenv_t *__inits env);
int feholdexcept(fenv_t *__inits env);
/* FE_DFL_ENV is (const fenv_t *)-1 */
int fesetenv(const fenv_t *env);
int feupdateenv(const fenv_t *env);
int fegetexceptflag(fexcept_t *__inits flag, int e);
int fesetexceptflag(const fexcept_t *flag, int e);
int fetestexceptflag(const fexcept_t *flag, int e);

#define COMPLEX1(name)                                                                            \
    double _Complex name(double _Complex); float _Complex name##f(float _Complex);                \
    long double _Complex name##l(long double _Complex)
#define COMPLEX_REAL(name)                                                                        \
    double name(double _Complex); float name##f(float _Complex);                                  \
    long double name##l(long double _Complex)
COMPLEX1(cacos); COMPLEX1(cacosh); COMPLEX1(casin); COMPLEX1(casinh); COMPLEX1(catan);
COMPLEX1(catanh); COMPLEX1(ccos); COMPLEX1(ccosh); COMPLEX1(cexp); COMPLEX1(clog); COMPLEX1(clog10);
COMPLEX1(conj); COMPLEX1(cproj); COMPLEX1(csin); COMPLEX1(csinh); COMPLEX1(csqrt); COMPLEX1(ctan);
COMPLEX1(ctanh);
COMPLEX_REAL(cabs); COMPLEX_REAL(carg); COMPLEX_REAL(creal); COMPLEX_REAL(cimag);
double _Complex cpow(double _Complex a, double _Complex b);
float _Complex cpowf(float _Complex a, float _Complex b);
long double _Complex cpowl(long double _Complex a, long double _Complex b);
