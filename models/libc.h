/* models/libc.h - what the C standard library does, said in annotated prototypes.
 *
 * What comes in: nothing; Corten reads this file as a unit of its own, which sees no header but
 * corten.h. What goes out: a contract for each function, found by its name at the linker, so that
 * the twins that glibc and musl give a function (__isoc99_sscanf, __fprintf_chk, fopen64) are
 * listed beside it.
 * The one idea: facts about an API live in C declarations that everybody can read and correct.
 *
 *     char *__own _Nullable strdup(const char *s);
 *         the result is fresh, owned (by free), and may be null; s is only read
 *
 * How to read a model:
 * - A pointer parameter is a borrow for the length of the call, and not null unless _Nullable
 *   says so. What it points to is only read if it is const; else one level of it may be
 *   overwritten, and is initialised afterwards. __inits __when(c): only if c holds.
 *   An out-parameter of a type that is complete here is one object of that type; void * is said
 *   where there are as many as there are (the text that wcscpy writes).
 * - __captured_by(program): kept after the call, by the library.
 * - RETURNED: the result, where it is not null, is this very argument; __lifetimebound: it points
 *   somewhere into it.
 * - _Null_unspecified: nothing is claimed about null, neither way.
 * - A result that is __own __when(p == NULL) is fresh if that parameter is null.
 * - OUTSIDE: the result, or what the parameter points to, comes from outside the program.
 * - MUST_CHECK: who does not look at the result is wrong (rule unchecked-result), whatever the
 *   system's header says. For few functions only: those where it is never right.
 * - BUILTIN("name"): has an effect that no prototype can say (string lengths, formats, the moves
 *   of realloc); the checker knows it by that name. The prototype still says all it can.
 * - CALLS(f, a, b[n]): calls what f points to with the argument a, and with pointers to pieces of n
 *   bytes of what b points to; _ is something of its own. CALLS_LATER: when the call is over, or
 *   in another thread. */
#include <corten.h>

#ifdef __CORTEN__
#define OUTSIDE __attribute__((corten_outside))
#define RETURNED __attribute__((corten_returned))
#define PRINTF(f, a) __attribute__((format(printf, f, a)))
#define SCANF(f, a) __attribute__((format(scanf, f, a)))
#define BUILTIN(name) __attribute__((corten_builtin(name)))
#define CALLS(...) __attribute__((corten_calls(__VA_ARGS__)))
#define CALLS_LATER(...) __attribute__((corten_calls_later(__VA_ARGS__)))
#define STRFTIME(f) __attribute__((format(strftime, f, 0)))
#else
#define OUTSIDE
#define RETURNED
#define PRINTF(f, a) /* not for wide text */
#define SCANF(f, a)
#define BUILTIN(name)
#define CALLS(...)
#define CALLS_LATER(...)
#define STRFTIME(f)
#endif
#define NORETURN __attribute__((noreturn))
#define TWICE __attribute__((returns_twice))
#define MUST_CHECK __attribute__((warn_unused_result))

typedef __SIZE_TYPE__ size_t;
typedef __INTPTR_TYPE__ ssize_t;
typedef __PTRDIFF_TYPE__ ptrdiff_t;
typedef __WCHAR_TYPE__ wchar_t;
typedef __WINT_TYPE__ wint_t;
typedef __INTMAX_TYPE__ intmax_t;
typedef __UINTMAX_TYPE__ uintmax_t;
typedef __INT64_TYPE__ int64_t;
typedef __builtin_va_list va_list;
typedef long time_t;
typedef long clock_t;
typedef int64_t off_t;

/* ---- stdlib.h: memory (C17 7.22.3) ----------------------------------------------------------- */

void *__own _Nullable malloc(size_t n) BUILTIN("malloc");
void *__own _Nullable calloc(size_t count, size_t size) BUILTIN("calloc");
/* The argument is released if the result is not null. realloc(NULL, n) is malloc(n). */
MUST_CHECK void *__own _Nullable realloc(void *__own __when(return != NULL) _Nullable p, size_t n)
    BUILTIN("realloc");
MUST_CHECK void *__own _Nullable reallocarray(void *__own __when(return != NULL) _Nullable p,
                                              size_t count, size_t size) BUILTIN("realloc");
/* BSD: the argument is released in either case. */
void *__own _Nullable reallocf(void *__own _Nullable p, size_t n);
void *__own _Nullable recallocarray(void *__own __when(return != NULL) _Nullable p, size_t old,
                                    size_t count, size_t size);
void free(void *__own _Nullable p) BUILTIN("free");
void cfree(void *__own _Nullable p) BUILTIN("free");
void free_sized(void *__own _Nullable p, size_t n) BUILTIN("free");
void free_aligned_sized(void *__own _Nullable p, size_t align, size_t n) BUILTIN("free");
void freezero(void *__own _Nullable p, size_t n) BUILTIN("free");
void *__own _Nullable aligned_alloc(size_t align, size_t n) BUILTIN("aligned_alloc");
void *__own _Nullable memalign(size_t align, size_t n) BUILTIN("aligned_alloc");
void *__own _Nullable valloc(size_t n) BUILTIN("malloc");
void *__own _Nullable pvalloc(size_t n) BUILTIN("malloc");
int posix_memalign(void *__own *__inits __when(return == 0) p, size_t align, size_t n)
    BUILTIN("posix_memalign");
size_t malloc_usable_size(const void *_Nullable p);
int malloc_trim(size_t pad);
int mallopt(int what, int value);
void malloc_stats(void);
void *alloca(size_t n) BUILTIN("alloca");
/* glibc's own names for the same */
void *__own _Nullable __libc_malloc(size_t n) BUILTIN("malloc");
void *__own _Nullable __libc_calloc(size_t count, size_t size) BUILTIN("calloc");
void *__own _Nullable __libc_realloc(void *__own __when(return != NULL) _Nullable p, size_t n)
    BUILTIN("realloc");
void *__own _Nullable __libc_memalign(size_t align, size_t n) BUILTIN("aligned_alloc");
void __libc_free(void *__own _Nullable p) BUILTIN("free");

/* ---- stdlib.h: numbers from text (7.22.1) ---------------------------------------------------- */

#define ATO(type, name) OUTSIDE type name(const char *s)
ATO(int, atoi);
ATO(long, atol);
ATO(long long, atoll);
ATO(double, atof);
/* *end points into s */
#define STRTO(type, name)                                                                         \
    OUTSIDE type name(const char *__lifetimebound s, char **_Nullable end, int base)              \
        BUILTIN("strtol")
STRTO(long, strtol);
STRTO(unsigned long, strtoul);
STRTO(long long, strtoll);
STRTO(unsigned long long, strtoull);
STRTO(long long, strtoq);
STRTO(unsigned long long, strtouq);
STRTO(intmax_t, strtoimax);
STRTO(uintmax_t, strtoumax);
STRTO(long, __isoc23_strtol);
STRTO(unsigned long, __isoc23_strtoul);
STRTO(long long, __isoc23_strtoll);
STRTO(unsigned long long, __isoc23_strtoull);
STRTO(intmax_t, __isoc23_strtoimax);
STRTO(uintmax_t, __isoc23_strtoumax);
#define STRTOD(type, name)                                                                        \
    OUTSIDE type name(const char *__lifetimebound s, char **_Nullable end) BUILTIN("strtol")
STRTOD(double, strtod);
STRTOD(float, strtof);
STRTOD(long double, strtold);
long a64l(const char *s);
char *__static l64a(long n);
OUTSIDE long long strtonum(const char *s, long long min, long long max,
                           const char **_Nullable error);

/* ---- stdlib.h: the rest ---------------------------------------------------------------------- */

NORETURN void exit(int status);
NORETURN void _Exit(int status);
NORETURN void _exit(int status);
NORETURN void quick_exit(int status);
NORETURN void abort(void);
int atexit(void (*f)(void)) CALLS_LATER(f);
int at_quick_exit(void (*f)(void)) CALLS_LATER(f);
int __cxa_atexit(void (*f)(void *), void *_Nullable __captured_by(program) arg, void *_Nullable d)
    CALLS_LATER(f, arg);
int on_exit(void (*f)(int, void *), void *_Nullable __captured_by(program) arg)
    CALLS_LATER(f, _, arg);

char *_Nullable __static OUTSIDE getenv(const char *name);
char *_Nullable __static OUTSIDE secure_getenv(const char *name);
char *_Nullable __static OUTSIDE __secure_getenv(const char *name);
int setenv(const char *name, const char *value, int overwrite);
int unsetenv(const char *name);
int putenv(char *__captured_by(program) text) BUILTIN("putenv");
int clearenv(void);
OUTSIDE int system(const char *_Nullable command);

void qsort(void *__noescape __sized_by(count *size) base, size_t count, size_t size,
           int (*compare)(const void *, const void *))
    CALLS(compare, base[size], base[size]);
void qsort_r(void *__noescape __sized_by(count *size) base, size_t count, size_t size,
             int (*compare)(const void *, const void *, void *), void *_Nullable arg)
    CALLS(compare, base[size], base[size], arg);
int mergesort(void *__noescape __sized_by(count *size) base, size_t count, size_t size,
              int (*compare)(const void *, const void *))
    CALLS(compare, base[size], base[size]);
int heapsort(void *__noescape __sized_by(count *size) base, size_t count, size_t size,
             int (*compare)(const void *, const void *))
    CALLS(compare, base[size], base[size]);
void *_Nullable bsearch(const void *key,
                        const void *__lifetimebound __sized_by(count *size) _Nullable base,
                        size_t count, size_t size, int (*compare)(const void *, const void *))
    CALLS(compare, key, base[size]);

typedef struct { int quot, rem; } div_t;
typedef struct { long quot, rem; } ldiv_t;
typedef struct { long long quot, rem; } lldiv_t;
typedef struct { intmax_t quot, rem; } imaxdiv_t;
int abs(int n);
long labs(long n);
long long llabs(long long n);
intmax_t imaxabs(intmax_t n);
div_t div(int a, int b);
ldiv_t ldiv(long a, long b);
lldiv_t lldiv(long long a, long long b);
imaxdiv_t imaxdiv(intmax_t a, intmax_t b);

struct random_data;
struct drand48_data;
int rand(void);
int rand_r(unsigned *seed);
void srand(unsigned seed);
long random(void);
void srandom(unsigned seed);
char *_Nullable initstate(unsigned seed, char *__captured_by(program) state, size_t n);
char *_Nullable setstate(char *__captured_by(program) state);
double drand48(void);
double erand48(unsigned short seed[3]);
long lrand48(void);
long nrand48(unsigned short seed[3]);
long mrand48(void);
long jrand48(unsigned short seed[3]);
void srand48(long seed);
unsigned short *__static seed48(unsigned short seed[3]);
void lcong48(unsigned short p[7]);
unsigned arc4random(void);
unsigned arc4random_uniform(unsigned bound);
void arc4random_buf(void *__sized_by(n) p, size_t n);

int random_r(struct random_data *state, int *__inits result);
int srandom_r(unsigned seed, struct random_data *state);
int initstate_r(unsigned seed, char *__captured_by(data) state, size_t n, struct random_data *data);
int setstate_r(char *__captured_by(data) state, struct random_data *data);
int drand48_r(struct drand48_data *state, double *__inits result);
int erand48_r(unsigned short seed[3], struct drand48_data *state, double *__inits result);
int lrand48_r(struct drand48_data *state, long *__inits result);
int mrand48_r(struct drand48_data *state, long *__inits result);
int nrand48_r(unsigned short seed[3], struct drand48_data *state, long *__inits result);
int jrand48_r(unsigned short seed[3], struct drand48_data *state, long *__inits result);
int srand48_r(long seed, struct drand48_data *state);
int seed48_r(unsigned short seed[3], struct drand48_data *state);
int lcong48_r(unsigned short p[7], struct drand48_data *state);
char *__static ecvt(double x, int digits, int *point, int *sign);
char *__static fcvt(double x, int digits, int *point, int *sign);
char *gcvt(double x, int digits, char *__lifetimebound RETURNED s);
int ecvt_r(double x, int digits, int *point, int *sign, char *__sized_by(n) s, size_t n);
int fcvt_r(double x, int digits, int *point, int *sign, char *__sized_by(n) s, size_t n);
int strfromd(char *_Nullable __sized_by(n) s, size_t n, const char *format, double x);
int strfromf(char *_Nullable __sized_by(n) s, size_t n, const char *format, float x);
int strfroml(char *_Nullable __sized_by(n) s, size_t n, const char *format, long double x);
int malloc_info(int options, struct FILE *f);
void mtrace(void);
void muntrace(void);
int mcheck(void (*_Nullable failed)(int));
int mprobe(void *p);

int mblen(const char *_Nullable __sized_by(n) s, size_t n);
int mbtowc(wchar_t *_Nullable wc, const char *_Nullable __sized_by(n) s, size_t n);
int wctomb(char *_Nullable s, wchar_t wc);
size_t mbstowcs(void *_Nullable dest, const char *s, size_t n);
size_t wcstombs(char *_Nullable dest, const wchar_t *s, size_t n);
size_t __ctype_get_mb_cur_max(void);

int __own_by(close, -1) mkstemp(char *path);
int __own_by(close, -1) mkstemp64(char *path);
int __own_by(close, -1) mkostemp(char *path, int flags);
int __own_by(close, -1) mkostemp64(char *path, int flags);
int __own_by(close, -1) mkstemps(char *path, int suffix);
int __own_by(close, -1) mkstemps64(char *path, int suffix);
int __own_by(close, -1) mkostemps(char *path, int suffix, int flags);
char *_Nullable mkdtemp(char *__lifetimebound RETURNED path);
char *mktemp(char *__lifetimebound RETURNED path);
/* Into `resolved`, which it returns; if that is null, into fresh memory. */
char *__own __when(resolved == NULL) _Nullable realpath(const char *path,
                                                        char *_Nullable RETURNED resolved);
char *__own __when(resolved == NULL) _Nullable __realpath_chk(const char *path,
                                                              char *_Nullable RETURNED resolved,
                                                              size_t n);
char *__own _Nullable canonicalize_file_name(const char *path);
int getsubopt(char **option, char *const *tokens, char **value);
int getloadavg(void *load, int n);
int rpmatch(const char *answer);

/* ---- string.h (7.24) ------------------------------------------------------------------------- */

#define MEMCPY(name)                                                                              \
    void *name(void *__lifetimebound __sized_by(n) dest, const void *__sized_by(n) src, size_t n)
MEMCPY(memcpy) BUILTIN("memcpy");
MEMCPY(memmove) BUILTIN("memmove");
MEMCPY(mempcpy) BUILTIN("mempcpy");
MEMCPY(__mempcpy) BUILTIN("mempcpy");
void *__memcpy_chk(void *__lifetimebound dest, const void *src, size_t n, size_t size)
    BUILTIN("memcpy");
void *__memmove_chk(void *__lifetimebound dest, const void *src, size_t n, size_t size)
    BUILTIN("memmove");
void *__mempcpy_chk(void *__lifetimebound dest, const void *src, size_t n, size_t size)
    BUILTIN("mempcpy");
void *memset(void *__lifetimebound __sized_by(n) dest, int c, size_t n) BUILTIN("memset");
void *__memset_chk(void *__lifetimebound dest, int c, size_t n, size_t size) BUILTIN("memset");
void *memset_explicit(void *__lifetimebound __sized_by(n) dest, int c, size_t n)
    BUILTIN("memset");
void explicit_bzero(void *__sized_by(n) dest, size_t n) BUILTIN("bzero");
void __explicit_bzero_chk(void *dest, size_t n, size_t size) BUILTIN("bzero");
void bzero(void *__sized_by(n) dest, size_t n) BUILTIN("bzero");
void bcopy(const void *__sized_by(n) src, void *__sized_by(n) dest, size_t n) BUILTIN("bcopy");
void *_Nullable memccpy(void *__lifetimebound dest, const void *src, int c, size_t n)
    BUILTIN("memccpy");
int memcmp(const void *__sized_by(n) a, const void *__sized_by(n) b, size_t n) BUILTIN("memcmp");
int bcmp(const void *__sized_by(n) a, const void *__sized_by(n) b, size_t n) BUILTIN("memcmp");
int timingsafe_bcmp(const void *a, const void *b, size_t n) BUILTIN("memcmp");
int timingsafe_memcmp(const void *a, const void *b, size_t n) BUILTIN("memcmp");
void *_Nullable memchr(const void *__lifetimebound s, int c, size_t n) BUILTIN("memchr");
void *_Nullable memrchr(const void *__lifetimebound __sized_by(n) s, int c, size_t n)
    BUILTIN("memchr");
void *rawmemchr(const void *__lifetimebound s, int c) BUILTIN("rawmemchr");
void *__rawmemchr(const void *__lifetimebound s, int c) BUILTIN("rawmemchr");
void *_Nullable memmem(const void *__lifetimebound __sized_by(n) s, size_t n,
                       const void *__sized_by(k) key, size_t k) BUILTIN("memmem");
void *memfrob(void *__lifetimebound RETURNED __sized_by(n) s, size_t n);
void swab(const void *src, void *dest, ssize_t n);

size_t strlen(const char *s) BUILTIN("strlen");
size_t strnlen(const char *s, size_t n) BUILTIN("strnlen");
char *strcpy(char *__lifetimebound dest, const char *src) BUILTIN("strcpy");
char *strncpy(char *__lifetimebound __sized_by(n) dest, const char *src, size_t n)
    BUILTIN("strncpy");
char *strcat(char *__lifetimebound dest, const char *src) BUILTIN("strcat");
char *strncat(char *__lifetimebound dest, const char *src, size_t n) BUILTIN("strncat");
char *stpcpy(char *__lifetimebound dest, const char *src) BUILTIN("stpcpy");
char *stpncpy(char *__lifetimebound __sized_by(n) dest, const char *src, size_t n)
    BUILTIN("stpncpy");
char *__stpcpy(char *__lifetimebound dest, const char *src) BUILTIN("stpcpy");
char *__stpncpy(char *__lifetimebound dest, const char *src, size_t n) BUILTIN("stpncpy");
char *__strcpy_chk(char *__lifetimebound dest, const char *src, size_t size) BUILTIN("strcpy");
char *__strncpy_chk(char *__lifetimebound dest, const char *src, size_t n, size_t size)
    BUILTIN("strncpy");
char *__strcat_chk(char *__lifetimebound dest, const char *src, size_t size) BUILTIN("strcat");
char *__strncat_chk(char *__lifetimebound dest, const char *src, size_t n, size_t size)
    BUILTIN("strncat");
char *__stpcpy_chk(char *__lifetimebound dest, const char *src, size_t size) BUILTIN("stpcpy");
char *__stpncpy_chk(char *__lifetimebound dest, const char *src, size_t n, size_t size)
    BUILTIN("stpncpy");
size_t strlcpy(char *__sized_by(n) dest, const char *src, size_t n) BUILTIN("strlcpy");
size_t strlcat(char *__sized_by(n) dest, const char *src, size_t n) BUILTIN("strlcat");
int strcmp(const char *a, const char *b) BUILTIN("strcmp");
int strncmp(const char *a, const char *b, size_t n) BUILTIN("strncmp");
int strcoll(const char *a, const char *b) BUILTIN("strcmp");
int strcasecmp(const char *a, const char *b) BUILTIN("strcmp");
int strncasecmp(const char *a, const char *b, size_t n) BUILTIN("strncmp");
int __strcasecmp(const char *a, const char *b) BUILTIN("strcmp");
int strverscmp(const char *a, const char *b) BUILTIN("strcmp");
size_t strxfrm(char *_Nullable dest, const char *src, size_t n);
char *_Nullable strchr(const char *__lifetimebound s, int c) BUILTIN("strchr");
char *_Nullable strrchr(const char *__lifetimebound s, int c) BUILTIN("strchr");
char *_Nullable index(const char *__lifetimebound s, int c) BUILTIN("strchr");
char *_Nullable rindex(const char *__lifetimebound s, int c) BUILTIN("strchr");
char *strchrnul(const char *__lifetimebound s, int c) BUILTIN("strchrnul");
char *__strchrnul(const char *__lifetimebound s, int c) BUILTIN("strchrnul");
char *_Nullable strstr(const char *__lifetimebound s, const char *key) BUILTIN("strstr");
char *_Nullable strcasestr(const char *__lifetimebound s, const char *key) BUILTIN("strstr");
char *_Nullable strnstr(const char *__lifetimebound s, const char *key, size_t n)
    BUILTIN("strstr");
char *_Nullable strpbrk(const char *__lifetimebound s, const char *set) BUILTIN("strstr");
size_t strspn(const char *s, const char *set) BUILTIN("strspn");
size_t strcspn(const char *s, const char *set) BUILTIN("strspn");
/* A null string goes on with the last one, which the library has kept. */
char *_Nullable strtok(char *_Nullable __captured_by(program) s, const char *set)
    BUILTIN("strtok");
char *_Nullable strtok_r(char *_Nullable s, const char *set, char **save)
    BUILTIN("strtok_r");
char *_Nullable __strtok_r(char *_Nullable s, const char *set, char **save)
    BUILTIN("strtok_r");
/* *s may be null; it is moved on within its string, or becomes null. */
char *_Nullable strsep(char *_Nullable *s, const char *set) BUILTIN("strsep");
char *_Nullable __strsep(char *_Nullable *s, const char *set) BUILTIN("strsep");
char *__own _Nullable strdup(const char *s) BUILTIN("strdup");
char *__own _Nullable strndup(const char *s, size_t n) BUILTIN("strndup");
char *__own _Nullable __strdup(const char *s) BUILTIN("strdup");
char *__own _Nullable __strndup(const char *s, size_t n) BUILTIN("strndup");
char *__static strerror(int error);
char *_Nullable __static strerrorname_np(int error);
char *_Nullable __static strerrordesc_np(int error);
/* GNU's: the message is in the buffer, or in static memory. POSIX's has the linker's name
 * __xpg_strerror_r. */
char *strerror_r(int error, char *__lifetimebound __sized_by(n) s, size_t n);
int __xpg_strerror_r(int error, char *__sized_by(n) s, size_t n);
char *__static strsignal(int sig);
char *_Nullable __static sigabbrev_np(int sig);
char *_Nullable __static sigdescr_np(int sig);
char *strfry(char *__lifetimebound RETURNED s);
int ffs(int n);
int ffsl(long n);
int ffsll(long long n);

extern char *_Nonnull __static program_invocation_name;
extern char *_Nonnull __static program_invocation_short_name;
extern const char *_Nonnull __static __progname;
extern const char *_Nonnull __static __progname_full;
const char *__static gnu_get_libc_version(void);

/* argz and envz (glibc): *argz is null or of the malloc family, and may be moved to grow. */
#define ARGZ char *__own _Nullable *
int argz_create(char *const *argv, char *__own *__inits __when(return == 0) argz, size_t *n);
int argz_create_sep(const char *s, int sep, char *__own *__inits __when(return == 0) argz,
                    size_t *n);
size_t argz_count(const char *_Nullable argz, size_t n);
void argz_extract(const char *_Nullable argz, size_t n, void *argv);
void argz_stringify(char *_Nullable argz, size_t n, int sep);
char *_Nullable argz_next(const char *_Nullable __lifetimebound argz, size_t n,
                          const char *_Nullable entry);
int argz_add(ARGZ argz, size_t *n, const char *s);
int argz_add_sep(ARGZ argz, size_t *n, const char *s, int sep);
int argz_append(ARGZ argz, size_t *n, const char *s, size_t size);
int argz_insert(ARGZ argz, size_t *n, char *_Nullable before, const char *entry);
int argz_replace(ARGZ argz, size_t *n, const char *s, const char *with,
                 unsigned *_Nullable count);
void argz_delete(ARGZ argz, size_t *n, char *_Nullable entry);
char *_Nullable envz_entry(const char *_Nullable __lifetimebound envz, size_t n, const char *name);
char *_Nullable envz_get(const char *_Nullable __lifetimebound envz, size_t n, const char *name);
int envz_add(ARGZ envz, size_t *n, const char *name, const char *_Nullable value);
int envz_merge(ARGZ envz, size_t *n, const char *_Nullable from, size_t size, int replace);
void envz_remove(ARGZ envz, size_t *n, const char *name);
void envz_strip(ARGZ envz, size_t *n);

/* ---- stdio.h (7.21) -------------------------------------------------------------------------- */

typedef struct FILE FILE;
typedef struct fpos_t fpos_t;
extern FILE *_Nonnull __static stdin;
extern FILE *_Nonnull __static stdout;
extern FILE *_Nonnull __static stderr;

FILE *__own_by(fclose) _Nullable fopen(const char *path, const char *mode);
FILE *__own_by(fclose) _Nullable fopen64(const char *path, const char *mode);
/* The descriptor is the stream's, if there is one. */
FILE *__own_by(fclose) _Nullable fdopen(int __own_by(close, -1) __when(return != NULL) fd,
                                        const char *mode);
FILE *__own_by(fclose) _Nullable fmemopen(void *_Nullable __captured_by(program) p, size_t n,
                                          const char *mode);
/* *p is set at each fflush and at fclose, and is the caller's to free after fclose. */
FILE *__own_by(fclose) _Nullable open_memstream(char **__captured_by(program) p,
                                                size_t *__captured_by(program) n)
    BUILTIN("open_memstream");
FILE *__own_by(fclose) _Nullable tmpfile(void);
FILE *__own_by(fclose) _Nullable tmpfile64(void);
/* Its argument, or null: then the stream is closed. */
#define FREOPEN(name)                                                                             \
    FILE *_Nullable name(const char *_Nullable path, const char *mode,                            \
                         FILE *__own_by(fclose) __when(return == NULL) __lifetimebound RETURNED f)
FREOPEN(freopen);
FREOPEN(freopen64);
FILE *__own_by(pclose) _Nullable popen(const char *command, const char *mode);
FILE *__own_by(fclose) _Nullable _IO_fopen(const char *path, const char *mode);
int fclose(FILE *__own_by(fclose) f);
int fcloseall(void);
OUTSIDE int pclose(FILE *__own_by(pclose) f);
int fflush(FILE *_Nullable f);
int fflush_unlocked(FILE *_Nullable f);
int fpurge(FILE *f);
void __fpurge(FILE *f);
size_t __fpending(FILE *f);
void setbuf(FILE *f, char *_Nullable __captured_by(f) buf);
void setbuffer(FILE *f, char *_Nullable __captured_by(f) buf, size_t n);
void setlinebuf(FILE *f);
int setvbuf(FILE *f, char *_Nullable __captured_by(f) buf, int mode, size_t n);
int fileno(FILE *f);
int fileno_unlocked(FILE *f);
int feof(FILE *f);
int feof_unlocked(FILE *f);
int ferror(FILE *f);
int ferror_unlocked(FILE *f);
void clearerr(FILE *f);
void clearerr_unlocked(FILE *f);
int fwide(FILE *f, int mode);
void flockfile(FILE *f);
void funlockfile(FILE *f);
int ftrylockfile(FILE *f);
int __fsetlocking(FILE *f, int type);
int __freading(FILE *f); int __fwriting(FILE *f);
int __freadable(FILE *f); int __fwritable(FILE *f);
int __flbf(FILE *f); size_t __fbufsize(FILE *f); void _flushlbf(void);
struct cookie_functions_value { void *(*f[4])(void); };
FILE *__own_by(fclose) _Nullable fopencookie(void *_Nullable __captured_by(program) cookie,
                                             const char *mode, struct cookie_functions_value io);

#define READS(name) OUTSIDE int name(FILE *f) BUILTIN("getc")
READS(fgetc);
READS(getc);
READS(_IO_getc);
READS(__uflow);
READS(__underflow);
READS(fgetc_unlocked);
READS(getc_unlocked);
OUTSIDE int getw(FILE *f);
OUTSIDE int getchar(void) BUILTIN("getc");
OUTSIDE int getchar_unlocked(void) BUILTIN("getc");
int ungetc(int c, FILE *f);
int fputc(int c, FILE *f);
int putc(int c, FILE *f);
int _IO_putc(int c, FILE *f);
int __overflow(FILE *f, int c);
int fputc_unlocked(int c, FILE *f);
int putc_unlocked(int c, FILE *f);
int putw(int w, FILE *f);
int putchar(int c);
int putchar_unlocked(int c);
int fputs(const char *s, FILE *f);
int fputs_unlocked(const char *s, FILE *f);
int puts(const char *s);
#define FGETS(name)                                                                               \
    char *_Nullable name(char *OUTSIDE __lifetimebound RETURNED __sized_by(n)                      \
                         __inits __when(return != NULL) s, int n, FILE *f) BUILTIN("fgets")
FGETS(fgets);
FGETS(fgets_unlocked);
char *_Nullable __fgets_chk(char *OUTSIDE __lifetimebound RETURNED __inits __when(return != NULL) s,
                            size_t size, int n, FILE *f);
char *_Nullable gets(char *OUTSIDE __lifetimebound RETURNED __inits __when(return != NULL) s)
    BUILTIN("gets");
/* *line is null, or memory of the malloc family that may be moved to grow. It is the caller's to
 * free, after a failure too. */
OUTSIDE ssize_t getline(char *__own _Nullable *OUTSIDE line, size_t *n, FILE *f)
    BUILTIN("getline");
OUTSIDE ssize_t getdelim(char *__own _Nullable *OUTSIDE line, size_t *n, int end, FILE *f)
    BUILTIN("getline");
OUTSIDE ssize_t __getdelim(char *__own _Nullable *OUTSIDE line, size_t *n, int end, FILE *f)
    BUILTIN("getline");
OUTSIDE size_t fread(void *OUTSIDE __sized_by(size *count) p, size_t size, size_t count, FILE *f)
    BUILTIN("fread");
OUTSIDE size_t fread_unlocked(void *OUTSIDE __sized_by(size *count) p, size_t size, size_t count,
                              FILE *f) BUILTIN("fread");
OUTSIDE size_t __fread_unlocked_chk(void *OUTSIDE p, size_t bytes, size_t size, size_t count,
                                    FILE *f);
OUTSIDE size_t __fread_chk(void *OUTSIDE p, size_t bytes, size_t size, size_t count, FILE *f);
size_t fwrite(const void *__sized_by(size *count) p, size_t size, size_t count, FILE *f)
    BUILTIN("fwrite");
size_t fwrite_unlocked(const void *__sized_by(size *count) p, size_t size, size_t count, FILE *f)
    BUILTIN("fwrite");
int fseek(FILE *f, long off, int whence);
int fseeko(FILE *f, off_t off, int whence);
int fseeko64(FILE *f, int64_t off, int whence);
OUTSIDE long ftell(FILE *f);
OUTSIDE off_t ftello(FILE *f);
OUTSIDE int64_t ftello64(FILE *f);
void rewind(FILE *f);
int fgetpos(FILE *f, fpos_t *__inits __when(return == 0) pos);
int fgetpos64(FILE *f, fpos_t *__inits __when(return == 0) pos);
int fsetpos(FILE *f, const fpos_t *pos);
int fsetpos64(FILE *f, const fpos_t *pos);
int remove(const char *path);
int rename(const char *from, const char *to);
void perror(const char *_Nullable s);
char *_Nullable tmpnam(char *_Nullable s) BUILTIN("tmpnam");
char *_Nullable tmpnam_r(char *_Nullable __lifetimebound s);
char *__own _Nullable tempnam(const char *_Nullable dir, const char *_Nullable prefix);
char *ctermid(char *_Nullable s) BUILTIN("tmpnam");

/* printf and its kin. The effect on pointers in `...` is the format's. */
int printf(const char *format, ...) PRINTF(1, 2) BUILTIN("printf");
int fprintf(FILE *f, const char *format, ...) PRINTF(2, 3) BUILTIN("fprintf");
int dprintf(int fd, const char *format, ...) PRINTF(2, 3) BUILTIN("dprintf");
int printf_unlocked(const char *format, ...) PRINTF(1, 2) BUILTIN("printf");
int fprintf_unlocked(FILE *f, const char *format, ...) PRINTF(2, 3) BUILTIN("fprintf");
int sprintf(char *s, const char *format, ...) PRINTF(2, 3) BUILTIN("sprintf");
int snprintf(char *_Nullable __sized_by(n) s, size_t n, const char *format, ...) PRINTF(3, 4)
    BUILTIN("snprintf");
int asprintf(char *__own *__inits __when(return != -1) out, const char *format, ...) PRINTF(2, 3)
    BUILTIN("asprintf");
int vprintf(const char *format, va_list ap) PRINTF(1, 0) BUILTIN("vprintf");
int vfprintf(FILE *f, const char *format, va_list ap) PRINTF(2, 0) BUILTIN("vfprintf");
int vdprintf(int fd, const char *format, va_list ap) PRINTF(2, 0) BUILTIN("vdprintf");
int vsprintf(char *s, const char *format, va_list ap) PRINTF(2, 0) BUILTIN("vsprintf");
int vsnprintf(char *_Nullable __sized_by(n) s, size_t n, const char *format, va_list ap)
    PRINTF(3, 0) BUILTIN("vsnprintf");
int vasprintf(char *__own *__inits __when(return != -1) out, const char *format, va_list ap)
    PRINTF(2, 0) BUILTIN("vasprintf");
/* with _FORTIFY_SOURCE; the flag comes before the format */
int __printf_chk(int flag, const char *format, ...) PRINTF(2, 3);
int __fprintf_chk(FILE *f, int flag, const char *format, ...) PRINTF(3, 4);
int __dprintf_chk(int fd, int flag, const char *format, ...) PRINTF(3, 4);
int __sprintf_chk(char *s, int flag, size_t size, const char *format, ...) PRINTF(4, 5);
int __snprintf_chk(char *_Nullable s, size_t n, int flag, size_t size, const char *format, ...)
    PRINTF(5, 6);
int __asprintf_chk(char *__own *__inits __when(return != -1) out, int flag, const char *format,
                   ...) PRINTF(3, 4);
int __vprintf_chk(int flag, const char *format, va_list ap) PRINTF(2, 0);
int __vfprintf_chk(FILE *f, int flag, const char *format, va_list ap) PRINTF(3, 0);
int __vdprintf_chk(int fd, int flag, const char *format, va_list ap) PRINTF(3, 0);
int __vsprintf_chk(char *s, int flag, size_t size, const char *format, va_list ap) PRINTF(4, 0);
int __vsnprintf_chk(char *_Nullable s, size_t n, int flag, size_t size, const char *format,
                    va_list ap) PRINTF(5, 0);
int __vasprintf_chk(char *__own *__inits __when(return != -1) out, int flag, const char *format,
                    va_list ap) PRINTF(3, 0);

/* scanf and its kin: the result says how many of the pointers in `...` were filled. */
#define SCAN(name) OUTSIDE int name(const char *format, ...) SCANF(1, 2) BUILTIN("scanf")
#define FSCAN(name) OUTSIDE int name(FILE *f, const char *format, ...) SCANF(2, 3) BUILTIN("fscanf")
#define SSCAN(name)                                                                               \
    OUTSIDE int name(const char *s, const char *format, ...) SCANF(2, 3) BUILTIN("sscanf")
#define VSCAN(name) OUTSIDE int name(const char *format, va_list ap) SCANF(1, 0) BUILTIN("vscanf")
#define VFSCAN(name)                                                                              \
    OUTSIDE int name(FILE *f, const char *format, va_list ap) SCANF(2, 0) BUILTIN("vfscanf")
#define VSSCAN(name)                                                                              \
    OUTSIDE int name(const char *s, const char *format, va_list ap) SCANF(2, 0)                   \
        BUILTIN("vsscanf")
SCAN(scanf);
SCAN(__isoc99_scanf);
SCAN(__isoc23_scanf);
FSCAN(fscanf);
FSCAN(__isoc99_fscanf);
FSCAN(__isoc23_fscanf);
SSCAN(sscanf);
SSCAN(__isoc99_sscanf);
SSCAN(__isoc23_sscanf);
VSCAN(vscanf);
VSCAN(__isoc99_vscanf);
VSCAN(__isoc23_vscanf);
VFSCAN(vfscanf);
VFSCAN(__isoc99_vfscanf);
VFSCAN(__isoc23_vfscanf);
VSSCAN(vsscanf);
VSSCAN(__isoc99_vsscanf);
VSSCAN(__isoc23_vsscanf);

/* ---- wchar.h, wctype.h, uchar.h (7.29, 7.30, 7.28) ------------------------------------------- */

typedef struct mbstate_t mbstate_t;
typedef unsigned long wctype_t;
typedef const int *wctrans_t;
struct tm;
size_t wcslen(const wchar_t *s) BUILTIN("wcslen");
size_t wcsnlen(const wchar_t *s, size_t n);
wchar_t *wcscpy(void *__lifetimebound RETURNED dest, const wchar_t *src);
wchar_t *wcsncpy(void *__lifetimebound RETURNED dest, const wchar_t *src, size_t n);
wchar_t *wcscat(void *__lifetimebound RETURNED dest, const wchar_t *src);
wchar_t *wcsncat(void *__lifetimebound RETURNED dest, const wchar_t *src, size_t n);
wchar_t *wcpcpy(void *__lifetimebound dest, const wchar_t *src);
wchar_t *wcpncpy(void *__lifetimebound dest, const wchar_t *src, size_t n);
wchar_t *_Nullable wcswcs(const wchar_t *__lifetimebound s, const wchar_t *key);
wchar_t *wmemcpy(void *__lifetimebound RETURNED dest, const wchar_t *src, size_t n);
wchar_t *wmemmove(void *__lifetimebound RETURNED dest, const wchar_t *src, size_t n);
wchar_t *wmempcpy(void *__lifetimebound dest, const wchar_t *src, size_t n);
wchar_t *wmemset(void *__lifetimebound RETURNED dest, wchar_t c, size_t n);
int wmemcmp(const wchar_t *a, const wchar_t *b, size_t n);
wchar_t *_Nullable wmemchr(const wchar_t *__lifetimebound s, wchar_t c, size_t n);
int wcscmp(const wchar_t *a, const wchar_t *b);
int wcsncmp(const wchar_t *a, const wchar_t *b, size_t n);
int wcscasecmp(const wchar_t *a, const wchar_t *b);
int wcsncasecmp(const wchar_t *a, const wchar_t *b, size_t n);
int wcscoll(const wchar_t *a, const wchar_t *b);
size_t wcsxfrm(void *_Nullable dest, const wchar_t *src, size_t n);
wchar_t *_Nullable wcschr(const wchar_t *__lifetimebound s, wchar_t c);
wchar_t *_Nullable wcsrchr(const wchar_t *__lifetimebound s, wchar_t c);
wchar_t *wcschrnul(const wchar_t *__lifetimebound s, wchar_t c);
wchar_t *_Nullable wcsstr(const wchar_t *__lifetimebound s, const wchar_t *key);
wchar_t *_Nullable wcspbrk(const wchar_t *__lifetimebound s, const wchar_t *set);
size_t wcsspn(const wchar_t *s, const wchar_t *set);
size_t wcscspn(const wchar_t *s, const wchar_t *set);
wchar_t *_Nullable wcstok(wchar_t *_Nullable s, const wchar_t *set, wchar_t **save)
    BUILTIN("strtok_r");
wchar_t *__own _Nullable wcsdup(const wchar_t *s);
OUTSIDE long wcstol(const wchar_t *__lifetimebound s, wchar_t **_Nullable end, int base)
    BUILTIN("strtol");
OUTSIDE unsigned long wcstoul(const wchar_t *__lifetimebound s, wchar_t **_Nullable end, int base)
    BUILTIN("strtol");
OUTSIDE long long wcstoll(const wchar_t *__lifetimebound s, wchar_t **_Nullable end, int base)
    BUILTIN("strtol");
OUTSIDE unsigned long long wcstoull(const wchar_t *__lifetimebound s, wchar_t **_Nullable end,
                                    int base) BUILTIN("strtol");
#define WCSTOD(type, name)                                                                        \
    OUTSIDE type name(const wchar_t *__lifetimebound s, wchar_t **_Nullable end) BUILTIN("strtol")
WCSTOD(double, wcstod);
WCSTOD(float, wcstof);
WCSTOD(long double, wcstold);
#define WCSTO(type, name)                                                                         \
    OUTSIDE type name(const wchar_t *__lifetimebound s, wchar_t **_Nullable end, int base)        \
        BUILTIN("strtol")
WCSTO(intmax_t, wcstoimax);
WCSTO(uintmax_t, wcstoumax);
WCSTO(long long, wcstoq);
WCSTO(unsigned long long, wcstouq);
WCSTO(long, __isoc23_wcstol);
WCSTO(unsigned long, __isoc23_wcstoul);
WCSTO(long long, __isoc23_wcstoll);
WCSTO(unsigned long long, __isoc23_wcstoull);
wint_t btowc(int c);
int wctob(wint_t c);
int mbsinit(const mbstate_t *_Nullable state);
size_t mbrlen(const char *_Nullable __sized_by(n) s, size_t n, mbstate_t *_Nullable state);
size_t __mbrlen(const char *_Nullable s, size_t n, mbstate_t *_Nullable state);
size_t mbrtowc(wchar_t *_Nullable wc, const char *_Nullable __sized_by(n) s, size_t n,
               mbstate_t *_Nullable state);
size_t mbrtoc8(unsigned char *_Nullable c, const char *_Nullable s, size_t n,
               mbstate_t *_Nullable state);
size_t c8rtomb(char *_Nullable s, unsigned char c, mbstate_t *_Nullable state);
size_t mbrtoc16(unsigned short *_Nullable c, const char *_Nullable s, size_t n,
                mbstate_t *_Nullable state);
size_t mbrtoc32(unsigned *_Nullable c, const char *_Nullable s, size_t n,
                mbstate_t *_Nullable state);
size_t c16rtomb(char *_Nullable s, unsigned short c, mbstate_t *_Nullable state);
size_t c32rtomb(char *_Nullable s, unsigned c, mbstate_t *_Nullable state);
size_t wcrtomb(char *_Nullable s, wchar_t wc, mbstate_t *_Nullable state);
size_t mbsrtowcs(void *_Nullable dest, const char **src, size_t n, mbstate_t *_Nullable state);
size_t mbsnrtowcs(void *_Nullable dest, const char **src, size_t bytes, size_t n,
                  mbstate_t *_Nullable state);
size_t wcsrtombs(char *_Nullable dest, const wchar_t **src, size_t n, mbstate_t *_Nullable state);
size_t wcsnrtombs(char *_Nullable dest, const wchar_t **src, size_t wide, size_t n,
                  mbstate_t *_Nullable state);
int wcwidth(wchar_t c);
int wcswidth(const wchar_t *s, size_t n);
OUTSIDE wint_t fgetwc(FILE *f);
OUTSIDE wint_t getwc(FILE *f);
OUTSIDE wint_t getwchar(void);
wint_t fputwc(wchar_t c, FILE *f);
wint_t putwc(wchar_t c, FILE *f);
wint_t putwchar(wchar_t c);
wint_t ungetwc(wint_t c, FILE *f);
wchar_t *_Nullable fgetws(void *OUTSIDE __lifetimebound RETURNED __inits __when(return != NULL) s,
                          int n, FILE *f);
wchar_t *_Nullable fgetws_unlocked(void *OUTSIDE __lifetimebound RETURNED
                                   __inits __when(return != NULL) s, int n, FILE *f);
int fputws(const wchar_t *s, FILE *f);
int fputws_unlocked(const wchar_t *s, FILE *f);
OUTSIDE wint_t fgetwc_unlocked(FILE *f);
OUTSIDE wint_t getwc_unlocked(FILE *f);
OUTSIDE wint_t getwchar_unlocked(void);
wint_t fputwc_unlocked(wchar_t c, FILE *f);
wint_t putwc_unlocked(wchar_t c, FILE *f);
wint_t putwchar_unlocked(wchar_t c);
/* The pointers in `...` may be filled, as far as the result says. */
OUTSIDE int wscanf(const wchar_t *format, ...) SCANF(1, 2) BUILTIN("scanf");
OUTSIDE int fwscanf(FILE *f, const wchar_t *format, ...) SCANF(2, 3)
    BUILTIN("fscanf");
OUTSIDE int swscanf(const wchar_t *s, const wchar_t *format, ...) SCANF(2, 3)
    BUILTIN("sscanf");
OUTSIDE int __isoc99_wscanf(const wchar_t *format, ...) SCANF(1, 2) BUILTIN("scanf");
OUTSIDE int __isoc99_fwscanf(FILE *f, const wchar_t *format, ...) SCANF(2, 3)
    BUILTIN("fscanf");
OUTSIDE int __isoc99_swscanf(const wchar_t *s, const wchar_t *format, ...) SCANF(2, 3)
    BUILTIN("sscanf");
OUTSIDE int vwscanf(const wchar_t *format, va_list ap) SCANF(1, 0);
OUTSIDE int vfwscanf(FILE *f, const wchar_t *format, va_list ap) SCANF(2, 0);
OUTSIDE int vswscanf(const wchar_t *s, const wchar_t *format, va_list ap) SCANF(2, 0);
OUTSIDE int __isoc99_vwscanf(const wchar_t *format, va_list ap) SCANF(1, 0);
OUTSIDE int __isoc99_vfwscanf(FILE *f, const wchar_t *format, va_list ap) SCANF(2, 0);
OUTSIDE int __isoc99_vswscanf(const wchar_t *s, const wchar_t *format, va_list ap) SCANF(2, 0);
int wprintf(const wchar_t *format, ...) PRINTF(1, 2);
int fwprintf(FILE *f, const wchar_t *format, ...) PRINTF(2, 3);
int swprintf(void *s, size_t n, const wchar_t *format, ...) PRINTF(3, 4);
int vwprintf(const wchar_t *format, va_list ap) PRINTF(1, 0);
int vfwprintf(FILE *f, const wchar_t *format, va_list ap) PRINTF(2, 0);
int vswprintf(void *s, size_t n, const wchar_t *format, va_list ap) PRINTF(3, 0);
size_t wcsftime(void *s, size_t n, const wchar_t *format, const struct tm *tm) STRFTIME(3);
FILE *__own_by(fclose) _Nullable open_wmemstream(wchar_t **__captured_by(program) p,
                                                 size_t *__captured_by(program) n)
    BUILTIN("open_memstream");

#define WIDE(name) int name(wint_t c)
WIDE(iswalnum); WIDE(iswalpha); WIDE(iswblank); WIDE(iswcntrl); WIDE(iswdigit); WIDE(iswgraph);
WIDE(iswlower); WIDE(iswprint); WIDE(iswpunct); WIDE(iswspace); WIDE(iswupper); WIDE(iswxdigit);
int iswctype(wint_t c, wctype_t type);
wctype_t wctype(const char *name);
wint_t towlower(wint_t c);
wint_t towupper(wint_t c);
wint_t towctrans(wint_t c, wctrans_t map);
wctrans_t _Nullable wctrans(const char *name);

/* ---- ctype.h, locale.h (7.4, 7.11) ----------------------------------------------------------- */

#define CTYPE(name) int name(int c)
CTYPE(isalnum); CTYPE(isalpha); CTYPE(isblank); CTYPE(iscntrl); CTYPE(isdigit); CTYPE(isgraph);
CTYPE(islower); CTYPE(isprint); CTYPE(ispunct); CTYPE(isspace); CTYPE(isupper); CTYPE(isxdigit);
CTYPE(isascii); CTYPE(toascii); CTYPE(tolower); CTYPE(toupper); CTYPE(_tolower); CTYPE(_toupper);
const unsigned short *__static *__static __ctype_b_loc(void) BUILTIN("ctype_table");
const int *__static *__static __ctype_tolower_loc(void) BUILTIN("ctype_table");
const int *__static *__static __ctype_toupper_loc(void) BUILTIN("ctype_table");

struct lconv;
typedef struct locale_opaque *locale_t;
char *_Nullable __static setlocale(int category, const char *_Nullable locale);
struct lconv *__static localeconv(void);
/* A base that is not null becomes part of the result. */
locale_t __own_by(freelocale) _Nullable
newlocale(int mask, const char *locale,
          locale_t __own_by(freelocale) __when(return != NULL) _Nullable base);
locale_t __own_by(freelocale) _Nullable duplocale(locale_t locale);
void freelocale(locale_t __own_by(freelocale) locale);
/* Null only for an argument that is no locale. */
locale_t _Null_unspecified uselocale(locale_t _Nullable __captured_by(program) locale);
int strcoll_l(const char *a, const char *b, locale_t locale);
int strcasecmp_l(const char *a, const char *b, locale_t locale);
int strncasecmp_l(const char *a, const char *b, size_t n, locale_t locale);
char *__static strerror_l(int error, locale_t locale);
#define STRTO_L(type, name)                                                                       \
    OUTSIDE type name(const char *__lifetimebound s, char **_Nullable end, locale_t locale)       \
        BUILTIN("strtol")
STRTO_L(double, strtod_l);
STRTO_L(float, strtof_l);
STRTO_L(long double, strtold_l);
STRTO_L(double, __strtod_l);
STRTO_L(float, __strtof_l);
OUTSIDE long strtol_l(const char *__lifetimebound s, char **_Nullable end, int base,
                      locale_t locale) BUILTIN("strtol");
OUTSIDE long long strtoll_l(const char *__lifetimebound s, char **_Nullable end, int base,
                            locale_t locale) BUILTIN("strtol");
OUTSIDE unsigned long long strtoull_l(const char *__lifetimebound s, char **_Nullable end, int base,
                                      locale_t locale) BUILTIN("strtol");
OUTSIDE unsigned long strtoul_l(const char *__lifetimebound s, char **_Nullable end, int base,
                                locale_t locale) BUILTIN("strtol");
size_t strxfrm_l(char *_Nullable dest, const char *src, size_t n, locale_t locale);
ssize_t strfmon(char *__sized_by(n) s, size_t n, const char *format, ...);
ssize_t strfmon_l(char *__sized_by(n) s, size_t n, locale_t locale, const char *format, ...);
int wcscoll_l(const wchar_t *a, const wchar_t *b, locale_t locale);
int wcscasecmp_l(const wchar_t *a, const wchar_t *b, locale_t locale);
int wcsncasecmp_l(const wchar_t *a, const wchar_t *b, size_t n, locale_t locale);
size_t wcsxfrm_l(void *_Nullable dest, const wchar_t *src, size_t n, locale_t locale);
size_t wcsftime_l(void *s, size_t n, const wchar_t *format, const struct tm *tm, locale_t locale);
#define WIDE_L(name) int name(wint_t c, locale_t locale)
WIDE_L(iswalnum_l); WIDE_L(iswalpha_l); WIDE_L(iswblank_l); WIDE_L(iswcntrl_l); WIDE_L(iswdigit_l);
WIDE_L(iswgraph_l); WIDE_L(iswlower_l); WIDE_L(iswprint_l); WIDE_L(iswpunct_l); WIDE_L(iswspace_l);
WIDE_L(iswupper_l); WIDE_L(iswxdigit_l);
int iswctype_l(wint_t c, wctype_t type, locale_t locale);
wctype_t wctype_l(const char *name, locale_t locale);
wint_t towlower_l(wint_t c, locale_t locale);
wint_t towupper_l(wint_t c, locale_t locale);
wint_t towctrans_l(wint_t c, wctrans_t map, locale_t locale);
wctrans_t _Nullable wctrans_l(const char *name, locale_t locale);
#define CTYPE_L(name) int name(int c, locale_t locale)
CTYPE_L(isalnum_l); CTYPE_L(isalpha_l); CTYPE_L(isblank_l); CTYPE_L(iscntrl_l);
CTYPE_L(isdigit_l); CTYPE_L(isgraph_l); CTYPE_L(islower_l); CTYPE_L(isprint_l);
CTYPE_L(ispunct_l); CTYPE_L(isspace_l); CTYPE_L(isupper_l); CTYPE_L(isxdigit_l);
CTYPE_L(tolower_l); CTYPE_L(toupper_l); CTYPE_L(__tolower_l); CTYPE_L(__toupper_l);

/* ---- time.h (7.27) --------------------------------------------------------------------------- */

struct timespec;
struct timeval;
#define TIME(name, t) OUTSIDE t name(t *_Nullable out)
TIME(time, time_t);
TIME(__time64, int64_t);
OUTSIDE clock_t clock(void);
double difftime(time_t a, time_t b);
time_t mktime(struct tm *tm);
time_t __mktime64(struct tm *tm);
time_t timegm(struct tm *tm);
time_t timelocal(struct tm *tm);
struct tm *_Nullable __static gmtime(const time_t *t);
struct tm *_Nullable __static localtime(const time_t *t);
struct tm *_Nullable __static __gmtime64(const int64_t *t);
struct tm *_Nullable __static __localtime64(const int64_t *t);
#define BROKEN_DOWN(name, type)                                                                   \
    struct tm *_Nullable name(                                                                    \
        const type *t, struct tm *__lifetimebound RETURNED __inits __when(return != NULL) tm)
BROKEN_DOWN(gmtime_r, time_t);
BROKEN_DOWN(localtime_r, time_t);
BROKEN_DOWN(__gmtime64_r, int64_t);
BROKEN_DOWN(__localtime64_r, int64_t);
/* C knows no failure of these; POSIX lets them return null for years that nobody has. */
char *_Null_unspecified __static asctime(const struct tm *tm);
char *_Null_unspecified __static ctime(const time_t *t);
char *asctime_r(const struct tm *tm, char *__lifetimebound RETURNED s);
char *ctime_r(const time_t *t, char *__lifetimebound RETURNED s);
size_t strftime(char *__sized_by(n) s, size_t n, const char *format, const struct tm *tm)
    STRFTIME(3);
size_t strftime_l(char *__sized_by(n) s, size_t n, const char *format, const struct tm *tm,
                  locale_t locale) STRFTIME(3);
/* Sets only the fields that the format names. */
char *_Nullable strptime(const char *__lifetimebound s, const char *format, struct tm *tm);
char *_Nullable strptime_l(const char *__lifetimebound s, const char *format, struct tm *tm,
                           locale_t locale);
struct tm *_Nullable __static getdate(const char *s);
int getdate_r(const char *s, struct tm *__inits __when(return == 0) tm);
void tzset(void);
int timespec_get(struct timespec *__inits __when(return != 0) t, int base);
int timespec_getres(struct timespec *_Nullable t, int base);
int dysize(int year);

/* ---- setjmp.h, signal.h, assert.h (7.13, 7.14, 7.2) ------------------------------------------ */

typedef struct jmp_buf_tag jmp_buf_tag;
TWICE int setjmp(jmp_buf_tag *env) BUILTIN("setjmp");
TWICE int _setjmp(jmp_buf_tag *env) BUILTIN("setjmp");
TWICE int sigsetjmp(jmp_buf_tag *env, int mask) BUILTIN("setjmp");
TWICE int __sigsetjmp(jmp_buf_tag *env, int mask) BUILTIN("setjmp");
NORETURN void longjmp(jmp_buf_tag *env, int value) BUILTIN("longjmp");
NORETURN void _longjmp(jmp_buf_tag *env, int value) BUILTIN("longjmp");
NORETURN void siglongjmp(jmp_buf_tag *env, int value) BUILTIN("longjmp");
NORETURN void __longjmp_chk(jmp_buf_tag *env, int value) BUILTIN("longjmp");

typedef void sighandler(int);
sighandler *_Nullable signal(int sig, sighandler *_Nullable __captured_by(program) handler);
sighandler *_Nullable sigset(int sig, sighandler *_Nullable __captured_by(program) handler);
sighandler *_Nullable bsd_signal(int sig, sighandler *_Nullable __captured_by(program) handler);
sighandler *_Nullable __sysv_signal(int sig, sighandler *_Nullable __captured_by(program) handler);
int raise(int sig);
int __libc_current_sigrtmin(void); int __libc_current_sigrtmax(void);

NORETURN void __assert_fail(const char *text, const char *file, unsigned line,
                            const char *_Nullable function);
NORETURN void __assert_perror_fail(int error, const char *file, unsigned line,
                                   const char *_Nullable function);
NORETURN void __assert(const char *text, const char *file, int line);
NORETURN void __assert_rtn(const char *function, const char *file, int line, const char *text);
NORETURN void __assert13(const char *file, int line, const char *function, const char *text);
NORETURN void __stack_chk_fail(void);
NORETURN void __chk_fail(void);
NORETURN void __fortify_fail(const char *message);

int *__static __errno_location(void);
int *__static __error(void);
int *__static __errno(void);
int *__static ___errno(void);
int *__static __h_errno_location(void);

/* ---- err.h, error.h -------------------------------------------------------------------------- */

NORETURN void err(int status, const char *_Nullable format, ...) PRINTF(2, 3);
NORETURN void errx(int status, const char *_Nullable format, ...) PRINTF(2, 3);
NORETURN void errc(int status, int code, const char *_Nullable format, ...) PRINTF(3, 4);
NORETURN void verr(int status, const char *_Nullable format, va_list ap) PRINTF(2, 0);
NORETURN void verrx(int status, const char *_Nullable format, va_list ap) PRINTF(2, 0);
NORETURN void verrc(int status, int code, const char *_Nullable format, va_list ap) PRINTF(3, 0);
void warn(const char *_Nullable format, ...) PRINTF(1, 2);
void warnx(const char *_Nullable format, ...) PRINTF(1, 2);
void warnc(int code, const char *_Nullable format, ...) PRINTF(2, 3);
void vwarn(const char *_Nullable format, va_list ap) PRINTF(1, 0);
void vwarnx(const char *_Nullable format, va_list ap) PRINTF(1, 0);
/* Does not return unless the status is 0. */
void error(int status, int errnum, const char *format, ...) PRINTF(3, 4) BUILTIN("error");
void error_at_line(int status, int errnum, const char *_Nullable file, unsigned line,
                   const char *format, ...) PRINTF(5, 6) BUILTIN("error");

/* ---- getopt.h, argp.h ------------------------------------------------------------------------ */

extern char *_Nullable __static optarg OUTSIDE;
extern int optind, opterr, optopt;
struct option;
OUTSIDE int getopt(int argc, char *const *argv, const char *options) BUILTIN("getopt");
OUTSIDE int __posix_getopt(int argc, char *const *argv, const char *options) BUILTIN("getopt");
OUTSIDE int getopt_long(int argc, char *const *argv, const char *options,
                        const struct option *_Nullable longs, int *_Nullable index)
    BUILTIN("getopt");
OUTSIDE int getopt_long_only(int argc, char *const *argv, const char *options,
                             const struct option *_Nullable longs, int *_Nullable index)
    BUILTIN("getopt");

struct argp;
struct argp_state;
/* Its parsers write through `input`. */
int argp_parse(const struct argp *parsers, int argc, char **argv, unsigned flags,
               int *_Nullable index, void *_Nullable __captured_by(program) input)
    BUILTIN("callback");
void argp_help(const struct argp *parsers, FILE *f, unsigned flags, char *name);
void argp_usage(const struct argp_state *state);
void argp_error(const struct argp_state *state, const char *format, ...) PRINTF(2, 3);
void argp_failure(const struct argp_state *state, int status, int error,
                  const char *_Nullable format, ...) PRINTF(4, 5);
void argp_state_help(const struct argp_state *state, FILE *_Nullable f, unsigned flags);

/* ---- obstack.h: objects live until the one below them is freed ------------------------------- */

struct obstack;
int _obstack_begin(struct obstack *h, size_t size, size_t align, void *(*make)(size_t),
                   void (*release)(void *));
int _obstack_begin_1(struct obstack *h, size_t size, size_t align, void *(*make)(void *, size_t),
                     void (*release)(void *, void *), void *_Nullable __captured_by(h) arg);
void _obstack_newchunk(struct obstack *h, size_t n);
void obstack_free(struct obstack *h, void *_Nullable object);
void _obstack_free(struct obstack *h, void *_Nullable object);
size_t _obstack_memory_used(struct obstack *h);
int obstack_printf(struct obstack *h, const char *format, ...) PRINTF(2, 3);
int obstack_vprintf(struct obstack *h, const char *format, va_list ap) PRINTF(2, 0);
