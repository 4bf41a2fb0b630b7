/* models/pthread.h - what POSIX threads and C11 threads do.
 *
 * What comes in: nothing; Corten reads this file as a unit of its own, which sees no header but
 * corten.h. What goes out: a contract for each function by its linker's name.
 * How to read a model stands in models/libc.h; here come capabilities: a function acquires or
 * releases the lock that it is given, a try function does so if it returns a certain value.
 *
 *     int pthread_mutex_lock(pthread_mutex_t *m) __acquires(m); */
#include <corten.h>

#ifdef __CORTEN__
#define BUILTIN(name) __attribute__((corten_builtin(name)))
#define CALLS(...) __attribute__((corten_calls(__VA_ARGS__)))
#define CALLS_LATER(...) __attribute__((corten_calls_later(__VA_ARGS__)))
#else
#define BUILTIN(name)
#define CALLS(...)
#define CALLS_LATER(...)
#endif
#define NORETURN __attribute__((noreturn))
#define MUST_CHECK __attribute__((warn_unused_result))
#define FILLED __inits __when(return == 0)

typedef __SIZE_TYPE__ size_t;
struct timespec;
struct sched_param;
typedef struct sigset_t sigset_t;
typedef struct cpu_set_t cpu_set_t;

/* ---- pthread.h: threads ---------------------------------------------------------------------- */

typedef unsigned long pthread_t;
typedef unsigned pthread_key_t;
typedef struct pthread_attr_t pthread_attr_t;
typedef void *start_routine(void *arg);
int pthread_create(pthread_t *FILLED thread, const pthread_attr_t *_Nullable attr,
                   start_routine *start, void *_Nullable __captured_by(program) arg)
    CALLS_LATER(start, arg);
/* Afterwards the thread uses nothing any more. */
int pthread_join(pthread_t thread, void *_Nullable *_Nullable FILLED result)
    BUILTIN("pthread_join");
int pthread_tryjoin_np(pthread_t thread, void *_Nullable *_Nullable FILLED result)
    BUILTIN("pthread_join");
int pthread_timedjoin_np(pthread_t thread, void *_Nullable *_Nullable FILLED result,
                         const struct timespec *_Nullable t) BUILTIN("pthread_join");
int pthread_detach(pthread_t thread);
NORETURN void pthread_exit(void *_Nullable result) BUILTIN("pthread_exit");
pthread_t pthread_self(void);
int pthread_equal(pthread_t a, pthread_t b);
int pthread_cancel(pthread_t thread);
void pthread_testcancel(void);
int pthread_setcancelstate(int state, int *_Nullable old);
int pthread_setcanceltype(int type, int *_Nullable old);
int pthread_kill(pthread_t thread, int sig);
int pthread_sigmask(int how, const sigset_t *_Nullable set, sigset_t *_Nullable FILLED old);
int pthread_atfork(void (*_Nullable prepare)(void), void (*_Nullable parent)(void),
                   void (*_Nullable child)(void));
int __register_atfork(void (*_Nullable prepare)(void), void (*_Nullable parent)(void),
                      void (*_Nullable child)(void), void *_Nullable handle);
int pthread_setname_np(pthread_t thread, const char *name);
int pthread_getname_np(pthread_t thread, char *FILLED name, size_t n);
int pthread_setaffinity_np(pthread_t thread, size_t n, const cpu_set_t *set);
int pthread_getaffinity_np(pthread_t thread, size_t n, cpu_set_t *FILLED set);
int pthread_setschedparam(pthread_t thread, int policy, const struct sched_param *param);
int pthread_getschedparam(pthread_t thread, int *FILLED policy, struct sched_param *FILLED param);
int pthread_setschedprio(pthread_t thread, int priority);
int pthread_getcpuclockid(pthread_t thread, int *FILLED clock);
int pthread_setconcurrency(int n);
int pthread_getconcurrency(void);
void pthread_yield(void);

int pthread_attr_init(pthread_attr_t *__inits a);
int pthread_attr_destroy(pthread_attr_t *__drops a);
int pthread_getattr_np(pthread_t thread, pthread_attr_t *FILLED a);
int pthread_attr_setdetachstate(pthread_attr_t *a, int state);
int pthread_attr_getdetachstate(const pthread_attr_t *a, int *FILLED state);
int pthread_attr_setstacksize(pthread_attr_t *a, size_t n);
int pthread_attr_getstacksize(const pthread_attr_t *a, size_t *FILLED n);
int pthread_attr_setstack(pthread_attr_t *a, void *__captured_by(a) stack, size_t n);
int pthread_attr_getstack(const pthread_attr_t *a, void **FILLED stack, size_t *FILLED n);
int pthread_attr_setguardsize(pthread_attr_t *a, size_t n);
int pthread_attr_setscope(pthread_attr_t *a, int scope);
int pthread_attr_setinheritsched(pthread_attr_t *a, int inherit);
int pthread_attr_setschedpolicy(pthread_attr_t *a, int policy);
int pthread_attr_setschedparam(pthread_attr_t *a, const struct sched_param *param);
int pthread_attr_setaffinity_np(pthread_attr_t *a, size_t n, const cpu_set_t *set);
int pthread_attr_getaffinity_np(const pthread_attr_t *a, size_t n, cpu_set_t *FILLED set);
int pthread_attr_getguardsize(const pthread_attr_t *a, size_t *FILLED n);
int pthread_attr_getinheritsched(const pthread_attr_t *a, int *FILLED inherit);
int pthread_attr_getschedparam(const pthread_attr_t *a, struct sched_param *FILLED param);
int pthread_attr_getschedpolicy(const pthread_attr_t *a, int *FILLED policy);
int pthread_attr_getscope(const pthread_attr_t *a, int *FILLED scope);
int pthread_attr_getstackaddr(const pthread_attr_t *a, void **FILLED stack);
int pthread_attr_setstackaddr(pthread_attr_t *a, void *__captured_by(a) stack);
int pthread_attr_getsigmask_np(const pthread_attr_t *a, sigset_t *FILLED set);
int pthread_attr_setsigmask_np(pthread_attr_t *a, const sigset_t *set);
int pthread_getattr_default_np(pthread_attr_t *FILLED a);
int pthread_setattr_default_np(const pthread_attr_t *a);
int pthread_clockjoin_np(pthread_t thread, void *_Nullable *_Nullable FILLED result, int clock,
                         const struct timespec *_Nullable t) BUILTIN("pthread_join");
union sigval_value { int sival_int; void *sival_ptr; };
int pthread_sigqueue(pthread_t thread, int sig, union sigval_value value);

typedef struct pthread_once_t pthread_once_t;
int pthread_once(pthread_once_t *once, void (*f)(void)) CALLS(f);
int pthread_key_create(pthread_key_t *FILLED key, void (*_Nullable destroy)(void *));
int pthread_key_delete(pthread_key_t key);
/* What the thread has set, which it knows; null before. */
void *_Null_unspecified pthread_getspecific(pthread_key_t key);
int pthread_setspecific(pthread_key_t key, const void *_Nullable __captured_by(program) value);
void _pthread_cleanup_push(void *buf, void (*f)(void *), void *_Nullable arg);
void _pthread_cleanup_pop(void *buf, int execute) BUILTIN("callback");
void __pthread_register_cancel(void *buf) BUILTIN("nothing");
void __pthread_unregister_cancel(void *buf) BUILTIN("nothing");
NORETURN void __pthread_unwind_next(void *buf);

/* ---- pthread.h: locks ------------------------------------------------------------------------ */

typedef struct __capability("mutex") pthread_mutex pthread_mutex_t;
typedef struct pthread_mutexattr_t pthread_mutexattr_t;
int pthread_mutex_init(pthread_mutex_t *__inits m, const pthread_mutexattr_t *_Nullable attr);
int pthread_mutex_destroy(pthread_mutex_t *__drops m) __excludes(m);
int pthread_mutex_lock(pthread_mutex_t *m) __acquires(m);
MUST_CHECK int pthread_mutex_trylock(pthread_mutex_t *m) __try_acquires(m, 0);
MUST_CHECK int pthread_mutex_timedlock(pthread_mutex_t *m, const struct timespec *t)
    __try_acquires(m, 0);
int pthread_mutex_clocklock(pthread_mutex_t *m, int clock, const struct timespec *t)
    __try_acquires(m, 0);
int pthread_mutex_unlock(pthread_mutex_t *m) __releases(m);
int pthread_mutex_consistent(pthread_mutex_t *m) __must_hold(m);
int pthread_mutex_setprioceiling(pthread_mutex_t *m, int ceiling, int *_Nullable old);
int pthread_mutex_getprioceiling(const pthread_mutex_t *m, int *FILLED ceiling);
int pthread_mutexattr_init(pthread_mutexattr_t *__inits a);
int pthread_mutexattr_destroy(pthread_mutexattr_t *__drops a);
int pthread_mutexattr_settype(pthread_mutexattr_t *a, int type);
int pthread_mutexattr_gettype(const pthread_mutexattr_t *a, int *FILLED type);
int pthread_mutexattr_setpshared(pthread_mutexattr_t *a, int shared);
int pthread_mutexattr_setrobust(pthread_mutexattr_t *a, int robust);
int pthread_mutexattr_setprotocol(pthread_mutexattr_t *a, int protocol);
int pthread_mutexattr_setprioceiling(pthread_mutexattr_t *a, int ceiling);
int pthread_mutexattr_setrobust_np(pthread_mutexattr_t *a, int robust);
int pthread_mutexattr_getprioceiling(const pthread_mutexattr_t *a, int *FILLED ceiling);
int pthread_mutexattr_getprotocol(const pthread_mutexattr_t *a, int *FILLED protocol);
int pthread_mutexattr_getpshared(const pthread_mutexattr_t *a, int *FILLED shared);
int pthread_mutexattr_getrobust(const pthread_mutexattr_t *a, int *FILLED robust);
int pthread_mutexattr_getrobust_np(const pthread_mutexattr_t *a, int *FILLED robust);
int pthread_mutex_consistent_np(pthread_mutex_t *m) __must_hold(m);

typedef struct pthread_cond_t pthread_cond_t;
typedef struct pthread_condattr_t pthread_condattr_t;
int pthread_cond_init(pthread_cond_t *__inits c, const pthread_condattr_t *_Nullable attr);
int pthread_cond_destroy(pthread_cond_t *__drops c);
/* The mutex is released while it waits: what it guards may have changed. */
int pthread_cond_wait(pthread_cond_t *c, pthread_mutex_t *m) __must_hold(m) BUILTIN("cond_wait");
int pthread_cond_timedwait(pthread_cond_t *c, pthread_mutex_t *m, const struct timespec *t)
    __must_hold(m) BUILTIN("cond_wait");
int pthread_cond_clockwait(pthread_cond_t *c, pthread_mutex_t *m, int clock,
                           const struct timespec *t) __must_hold(m) BUILTIN("cond_wait");
int pthread_cond_signal(pthread_cond_t *c);
int pthread_cond_broadcast(pthread_cond_t *c);
int pthread_condattr_init(pthread_condattr_t *__inits a);
int pthread_condattr_destroy(pthread_condattr_t *__drops a);
int pthread_condattr_setclock(pthread_condattr_t *a, int clock);
int pthread_condattr_setpshared(pthread_condattr_t *a, int shared);
int pthread_condattr_getclock(const pthread_condattr_t *a, int *FILLED clock);
int pthread_condattr_getpshared(const pthread_condattr_t *a, int *FILLED shared);

typedef struct __capability("rwlock") pthread_rwlock pthread_rwlock_t;
typedef struct pthread_rwlockattr_t pthread_rwlockattr_t;
int pthread_rwlock_init(pthread_rwlock_t *__inits l, const pthread_rwlockattr_t *_Nullable attr);
int pthread_rwlock_destroy(pthread_rwlock_t *__drops l);
int pthread_rwlock_rdlock(pthread_rwlock_t *l) __acquires_shared(l);
int pthread_rwlock_wrlock(pthread_rwlock_t *l) __acquires(l);
MUST_CHECK int pthread_rwlock_tryrdlock(pthread_rwlock_t *l) BUILTIN("try_shared");
MUST_CHECK int pthread_rwlock_trywrlock(pthread_rwlock_t *l) __try_acquires(l, 0);
int pthread_rwlock_timedrdlock(pthread_rwlock_t *l, const struct timespec *t)
    BUILTIN("try_shared");
int pthread_rwlock_timedwrlock(pthread_rwlock_t *l, const struct timespec *t)
    __try_acquires(l, 0);
int pthread_rwlock_clockrdlock(pthread_rwlock_t *l, int clock, const struct timespec *t)
    BUILTIN("try_shared");
int pthread_rwlock_clockwrlock(pthread_rwlock_t *l, int clock, const struct timespec *t)
    __try_acquires(l, 0);
int pthread_rwlock_unlock(pthread_rwlock_t *l) BUILTIN("rwlock_unlock");
int pthread_rwlockattr_init(pthread_rwlockattr_t *__inits a);
int pthread_rwlockattr_destroy(pthread_rwlockattr_t *__drops a);
int pthread_rwlockattr_setpshared(pthread_rwlockattr_t *a, int shared);
int pthread_rwlockattr_setkind_np(pthread_rwlockattr_t *a, int kind);
int pthread_rwlockattr_getpshared(const pthread_rwlockattr_t *a, int *FILLED shared);
int pthread_rwlockattr_getkind_np(const pthread_rwlockattr_t *a, int *FILLED kind);

typedef struct __capability("spinlock") pthread_spin pthread_spin;
int pthread_spin_init(pthread_spin *__inits l, int shared);
int pthread_spin_destroy(pthread_spin *__drops l);
int pthread_spin_lock(pthread_spin *l) __acquires(l);
MUST_CHECK int pthread_spin_trylock(pthread_spin *l) __try_acquires(l, 0);
int pthread_spin_unlock(pthread_spin *l) __releases(l);

typedef struct pthread_barrier_t pthread_barrier_t;
typedef struct pthread_barrierattr_t pthread_barrierattr_t;
int pthread_barrier_init(pthread_barrier_t *__inits b, const pthread_barrierattr_t *_Nullable attr,
                         unsigned count);
int pthread_barrier_destroy(pthread_barrier_t *__drops b);
int pthread_barrier_wait(pthread_barrier_t *b);
int pthread_barrierattr_init(pthread_barrierattr_t *__inits a);
int pthread_barrierattr_destroy(pthread_barrierattr_t *__drops a);
int pthread_barrierattr_getpshared(const pthread_barrierattr_t *a, int *FILLED shared);
int pthread_barrierattr_setpshared(pthread_barrierattr_t *a, int shared);

/* ---- threads.h (C17 7.26) -------------------------------------------------------------------- */

typedef pthread_t thrd_t;
typedef unsigned tss_t;
typedef struct once_flag once_flag;
typedef struct cnd_t cnd_t;
typedef struct __capability("mutex") mtx mtx_t;
typedef int thrd_start_t(void *arg);
int thrd_create(thrd_t *FILLED thread, thrd_start_t *start,
                void *_Nullable __captured_by(program) arg) CALLS_LATER(start, arg);
int thrd_join(thrd_t thread, int *_Nullable FILLED result) BUILTIN("pthread_join");
int thrd_detach(thrd_t thread);
NORETURN void thrd_exit(int result) BUILTIN("pthread_exit");
thrd_t thrd_current(void);
int thrd_equal(thrd_t a, thrd_t b);
int thrd_sleep(const struct timespec *t, struct timespec *_Nullable left);
void thrd_yield(void);
void call_once(once_flag *once, void (*f)(void)) CALLS(f);
int mtx_init(mtx_t *__inits m, int type);
void mtx_destroy(mtx_t *__drops m);
int mtx_lock(mtx_t *m) __acquires(m);
int mtx_trylock(mtx_t *m) __try_acquires(m, 0);
int mtx_timedlock(mtx_t *m, const struct timespec *t) __try_acquires(m, 0);
int mtx_unlock(mtx_t *m) __releases(m);
int cnd_init(cnd_t *__inits c);
void cnd_destroy(cnd_t *__drops c);
int cnd_wait(cnd_t *c, mtx_t *m) __must_hold(m) BUILTIN("cond_wait");
int cnd_timedwait(cnd_t *c, mtx_t *m, const struct timespec *t) __must_hold(m)
    BUILTIN("cond_wait");
int cnd_signal(cnd_t *c);
int cnd_broadcast(cnd_t *c);
int tss_create(tss_t *FILLED key, void (*_Nullable destroy)(void *));
void tss_delete(tss_t key);
void *_Null_unspecified tss_get(tss_t key);
int tss_set(tss_t key, void *_Nullable __captured_by(program) value);
