/* Every macro of corten.h in each place where it may stand. Compiled, not run, by `run`; under
 * C++ only the part that C++ has. */
#include <corten.h>

#include "libc.h"

#pragma corten safe

typedef struct mutex { int taken; } __capability("mutex") mutex;
struct __capability("mutex") other_mutex { int taken; };

struct doc;
struct doc *__own _Nullable doc_new(void);
struct doc *__own doc_get(struct doc *d);
void doc_put(struct doc *__own _Nullable d);
struct doc {
    int refs;
} __refcounted(doc_get, doc_put);

struct value {
    int kind;
    union {
        long num __tagged_by(kind, 1);
        const char *text __tagged_by(kind, 2);
    } u;
};

struct vec {
    int *__own _Nullable __counted_by(cap) __filled(len) data;
    size_t len, cap;
    FILE *__own_by(fclose) out;
    const char *__static name;
    char text[32] __null_terminated;
    mutex lock;
    long hits __guarded_by(lock);
    long *_Nullable where __pt_guarded_by(lock);
} __invariant(len <= cap && cap > 0);

int __own_by(close, -1) open_input(const char *path);
int vec_init(struct vec *__inits __when(return == 0) v, size_t n);
void vec_drop(struct vec *__drops v);
const char *longer(const char *__lifetimebound a, const char *__lifetimebound b);
const char *__lifetimebound_of(v->name) vec_name(struct vec *v);
void vec_keep(struct vec *v, const char *__captured_by(v) s, int *__noescape tmp);
size_t vec_sum(const struct vec *__noinvalidate v, const void *__sized_by(n) p, size_t n,
               const char *__ended_by(end) q, const char *end, const char *_Nonnull s);
void vec_lock(struct vec *v) __acquires(v->lock);
void vec_unlock(struct vec *v) __releases(v->lock);
void vec_lock_shared(struct vec *v) __acquires_shared(v->lock);
void vec_unlock_shared(struct vec *v) __releases_shared(v->lock);
int vec_try(struct vec *v) __try_acquires(v->lock, 0);
long vec_held(struct vec *v) __must_hold(v->lock) __excludes(v->lock);
long vec_read(struct vec *v) __must_hold_shared(v->lock);
struct parcel {
    int n;
} __send;

static __thread_entry void *worker(void *arg)
{
    return arg;
}

static __safe int first(const int *__counted_by(n) p, size_t n)
{
    __checked(n > 0);
    return p[0];
}

void vec_lock(struct vec *v) __acquires(v->lock)
{
    v->lock.taken = 1;
}

#ifndef __cplusplus
struct shared {
    int n;
} __sync;

static __unsafe int peek(const int *p)
{
    return *p;
}
#endif

int main(void)
{
    int one = 1;
    void *p = worker(&one);
    int rc = first(&one, 1) - 1;
#ifndef __cplusplus
    __unsafe {
        rc += peek((const int *)p) - 1;
    }
    struct shared s = {0};
    rc += s.n;
#endif
    return p ? rc : 1;
}
