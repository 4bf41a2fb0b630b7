/* tests/tools/mirrun_host.c - out of the program: calls of the C library, built-in functions.
 *
 * A host function is called as the System V ABI of x86-64 wants it, from the types of the values. A
 * va_list of the interpreted program is a real one whose registers are used up, so that it
 * may be handed to vprintf. */
#include "mirrun.h"

#include <dlfcn.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- the call ------------------------------------------------------------------------------- */

typedef struct Thunk {
    void *fn;               /* 0 */
    uint64_t ints[6];       /* 8 */
    double floats[8];       /* 56 */
    uint64_t *stack;        /* 120 */
    uint64_t stack_count;   /* 128, even */
    uint64_t rax, rdx;      /* 136, 144 */
    double xmm0, xmm1;      /* 152, 160 */
    uint64_t want_st0, pad; /* 168 */
    long double st0;        /* 184 -> 192 by alignment */
} Thunk;
_Static_assert(offsetof(Thunk, st0) == 192, "the assembly below knows");

void mirrun_thunk(Thunk *t);
__asm__(".text\n"
        ".globl mirrun_thunk\n"
        "mirrun_thunk:\n"
        "  push %rbp\n  mov %rsp, %rbp\n  push %rbx\n  sub $8, %rsp\n  mov %rdi, %rbx\n"
        "  mov 128(%rbx), %rcx\n  mov 120(%rbx), %rsi\n"
        "1: test %rcx, %rcx\n  jz 2f\n  dec %rcx\n  push (%rsi,%rcx,8)\n  jmp 1b\n"
        "2: movsd 56(%rbx), %xmm0\n  movsd 64(%rbx), %xmm1\n  movsd 72(%rbx), %xmm2\n"
        "  movsd 80(%rbx), %xmm3\n  movsd 88(%rbx), %xmm4\n  movsd 96(%rbx), %xmm5\n"
        "  movsd 104(%rbx), %xmm6\n  movsd 112(%rbx), %xmm7\n"
        "  mov 8(%rbx), %rdi\n  mov 16(%rbx), %rsi\n  mov 24(%rbx), %rdx\n  mov 32(%rbx), %rcx\n"
        "  mov 40(%rbx), %r8\n  mov 48(%rbx), %r9\n  mov $8, %eax\n  call *(%rbx)\n"
        "  mov %rax, 136(%rbx)\n  mov %rdx, 144(%rbx)\n  movsd %xmm0, 152(%rbx)\n"
        "  movsd %xmm1, 160(%rbx)\n  cmpq $0, 168(%rbx)\n  je 3f\n  fstpt 192(%rbx)\n"
        "3: mov -8(%rbp), %rbx\n  leave\n  ret\n");

typedef struct Passing {
    Thunk t;
    uint32_t ints, floats;
    uint64_t stack[256];
} Passing;

static bool has_float(const Type *t)
{
    if (t->kind == TYPE_ARRAY)
        return has_float(t->elem);
    if (!type_is_record(t))
        return !type_is_integer(t) && t->kind != TYPE_POINTER;
    for (uint32_t i = 0; i < t->u.record->field_count; i++)
        if (has_float(t->u.record->fields[i].type))
            return true;
    return false;
}

static void push(Run *r, Passing *p, const char *at, uint64_t size, uint64_t align)
{
    if (align > 8 && p->t.stack_count % 2)
        p->t.stack_count++;
    uint64_t words = (size + 7) / 8;
    if (p->t.stack_count + words + 2 > COUNT_OF(p->stack))
        run_die(r, "too many arguments");
    memcpy(p->stack + p->t.stack_count, at, size);
    p->t.stack_count += words;
}

static void pass_int(Run *r, Passing *p, uint64_t v)
{
    if (p->ints < 6)
        p->t.ints[p->ints++] = v;
    else
        push(r, p, (const char *)&v, 8, 8);
}

static void pass(Run *r, Passing *p, const Type *t, const char *at)
{
    if (t->kind == TYPE_DOUBLE || t->kind == TYPE_FLOAT || t->kind == TYPE_FLOAT32 ||
        t->kind == TYPE_FLOAT64 || t->kind == TYPE_FLOAT32X) {
        double v = 0;
        memcpy(&v, at, t->size);
        if (p->floats < 8)
            p->t.floats[p->floats++] = v;
        else
            push(r, p, (const char *)&v, 8, 8);
    } else if (t->kind == TYPE_LDOUBLE || t->kind == TYPE_FLOAT64X) {
        push(r, p, at, 16, 16);
    } else if (type_is_integer(t) && t->size <= 8) {
        pass_int(r, p, (uint64_t)run_read(t, at).i);
    } else if (t->kind == TYPE_POINTER || t->kind == TYPE_NULLPTR) {
        pass_int(r, p, *(const uint64_t *)(const void *)at);
    } else if (t->size > 16 && type_is_record(t)) {
        push(r, p, at, t->size, t->align);
    } else if (t->size <= 16 && !has_float(t)) {
        uint64_t w[2] = {0, 0}, n = (t->size + 7) / 8;
        memcpy(w, at, t->size);
        if (p->ints + n > 6)
            push(r, p, at, t->size, t->align);
        else
            for (uint64_t i = 0; i < n; i++)
                pass_int(r, p, w[i]);
    } else {
        run_die(r, "an argument of type %s to the C library", type_spell(r->arena, t));
    }
}

void host_call(Run *r, char *fn, char **args, const Type **types, uint32_t count, const Type *type,
               char *result)
{
    static const char *const specials[] = {"qsort",    "bsearch",       "longjmp",
                                           "_longjmp", "siglongjmp",    "atexit",
                                           "signal",   "__longjmp_chk", "sigaction"};
    for (size_t i = 0; i < COUNT_OF(specials); i++)
        if (dlsym(RTLD_DEFAULT, specials[i]) == (void *)fn &&
            host_special(r->top, specials[i], args, types, count, result))
            return;
    if (!fn)
        run_die(r, "a call through a null pointer");
    Passing p;
    char *hidden = NULL;
    memset(&p, 0, sizeof p);
    p.t.fn = fn;
    p.t.stack = p.stack;
    p.t.want_st0 = type->kind == TYPE_LDOUBLE || type->kind == TYPE_FLOAT64X;
    bool record = is_aggregate(type);
    if (record && type->size > 16) {
        hidden = malloc(type->size);
        pass_int(r, &p, (uintptr_t)hidden);
    } else if (record && has_float(type)) {
        run_die(r, "a result of type %s from the C library", type_spell(r->arena, type));
    }
    for (uint32_t i = 0; i < count; i++)
        pass(r, &p, types[i], args[i]);
    p.t.stack_count += p.t.stack_count % 2;
    mirrun_thunk(&p.t);
    if (result && hidden)
        memcpy(result, hidden, type->size);
    else if (result && p.t.want_st0)
        memcpy(result, &p.t.st0, 16);
    else if (result && type_is_floating(type))
        memcpy(result, &p.t.xmm0, 8);
    else if (result && !type_is_void(type)) {
        uint64_t w[2] = {p.t.rax, p.t.rdx};
        memcpy(result, w, type->size > 16 ? 16 : type->size);
    }
    free(hidden);
}

/* ---- variable arguments --------------------------------------------------------------------- */

typedef struct VaList {
    uint32_t gp_offset, fp_offset;
    char *overflow, *saved;
} VaList;

char *host_varargs(Run *r, char **args, const Type **types, uint32_t count)
{
    uint64_t bytes = 64;
    for (uint32_t i = 0; i < count; i++)
        bytes += types[i]->size + 32;
    char *area = aligned_alloc(16, (bytes + 15) / 16 * 16);
    uint64_t at = 0;
    (void)r;
    for (uint32_t i = 0; i < count; i++) {
        const Type *t = types[i];
        if (t->align > 8)
            at = (at + 15) / 16 * 16;
        if (type_is_integer(t) && t->size < 8) {
            u128 v = run_read(t, args[i]).i;
            memcpy(area + at, &v, 8);
        } else {
            memcpy(area + at, args[i], t->size);
        }
        at += (t->size + 7) / 8 * 8;
    }
    return area;
}

Value host_va_arg(char *list, const Type *t, char *into)
{
    VaList *l = (VaList *)(void *)list;
    Value v;
    memset(&v, 0, sizeof v);
    uintptr_t at = (uintptr_t)l->overflow;
    if (t->align > 8)
        at = (at + 15) / 16 * 16;
    if (into)
        memcpy(into, (char *)at, t->size);
    else
        v = run_read(t, (char *)at);
    l->overflow = (char *)at + (t->size + 7) / 8 * 8;
    return v;
}

/* ---- functions that call back or leave ------------------------------------------------------ */

static _Thread_local struct {
    Run *run;
    char *fn;
    const Type *pointer;
} compare;

static int compare_values(const void *a, const void *b)
{
    char *args[2] = {(char *)&a, (char *)&b};
    const Type *types[2] = {compare.pointer, compare.pointer};
    int result = 0;
    const MirFunction *m = map_get_ptr(&compare.run->code, MAP_KEY_PTR(compare.fn));
    if (!m)
        return ((int (*)(const void *, const void *))(void *)compare.fn)(a, b);
    run_call(compare.run, m, args, types, 2, (char *)&result);
    return result;
}

static void jump_back(Run *r, void *env, int value)
{
    for (uint32_t i = r->jumps.len; i-- > 0;) {
        SetJump j = r->jumps.data[i];
        if (j.env != env)
            continue;
        r->jumps.len = i + 1;
        r->top = j.frame;
        j.frame->block = j.block;
        j.frame->inst = j.inst;
        j.frame->is_back = true;
        j.frame->back_value = value ? value : 1;
        longjmp(j.frame->resume, 1);
    }
    run_die(r, "longjmp without setjmp");
}

bool host_special(Frame *f, const char *name, char **args, const Type **types, uint32_t count,
                  char *result)
{
    Run *r = f->run;
    if (strstr(name, "longjmp")) {
        jump_back(r, *(void **)(void *)args[0], *(int *)(void *)args[1]);
    } else if (!strcmp(name, "qsort") || !strcmp(name, "bsearch")) {
        bool search = name[0] == 'b';
        void *base = *(void **)(void *)args[search];
        size_t n = *(size_t *)(void *)args[1 + search], size = *(size_t *)(void *)args[2 + search];
        compare.run = r;
        compare.fn = *(char **)(void *)args[3 + search];
        compare.pointer = types[search];
        if (!search) {
            qsort(base, n, size, compare_values);
        } else {
            void *found = bsearch(*(void **)(void *)args[0], base, n, size, compare_values);
            if (result)
                memcpy(result, &found, sizeof found);
        }
    } else { /* atexit, signal: nothing is registered */
        if (result)
            memset(result, 0, name[0] == 's' && name[4] == 'a' && !name[6] ? 8 : 4);
    }
    (void)count;
    return true;
}

/* ---- built-in functions --------------------------------------------------------------------- */

static u128 arg(char **args, const Type **types, uint32_t i)
{
    return run_read(types[i], args[i]).i;
}

static bool overflow(const char *op, const Type *t, i128 a, i128 b, char *into)
{
    i128 v;
    bool wide = strstr(op, "mul")   ? __builtin_mul_overflow(a, b, &v)
                : strstr(op, "sub") ? __builtin_sub_overflow(a, b, &v)
                                    : __builtin_add_overflow(a, b, &v);
    u128 wrapped = type_wrap(t, (u128)v);
    run_write(t, into, (Value){.i = wrapped});
    return wide || (i128)wrapped != v;
}

static bool bit_builtin(const char *n, uint64_t x, uint32_t width, int64_t *out)
{
    uint64_t v = width < 64 ? x & (((uint64_t)1 << width) - 1) : x;
    if (!strncmp(n, "clz", 3))
        *out = v ? __builtin_clzll(v) - (64 - (int)width) : (int)width;
    else if (!strncmp(n, "ctz", 3))
        *out = v ? __builtin_ctzll(v) : (int)width;
    else if (!strncmp(n, "popcount", 8))
        *out = __builtin_popcountll(v);
    else if (!strncmp(n, "parity", 6))
        *out = __builtin_parityll(v);
    else if (!strncmp(n, "ffs", 3))
        *out = __builtin_ffsll((long long)v);
    else if (!strcmp(n, "bswap16"))
        *out = __builtin_bswap16((uint16_t)v);
    else if (!strcmp(n, "bswap32"))
        *out = __builtin_bswap32((uint32_t)v);
    else if (!strcmp(n, "bswap64"))
        *out = (int64_t)__builtin_bswap64(v);
    else if (!strcmp(n, "abs") || !strcmp(n, "labs") || !strcmp(n, "llabs"))
        *out = (int64_t)x < 0 ? -(int64_t)x : (int64_t)x;
    else
        return false;
    return true;
}

static u128 fetch_op(const char *n, u128 old, u128 v)
{
    if (strstr(n, "test_and_set"))
        return v;
    if (strstr(n, "add"))
        return old + v;
    if (strstr(n, "sub"))
        return old - v;
    if (strstr(n, "nand"))
        return ~(old & v);
    if (strstr(n, "xor"))
        return old ^ v;
    if (strstr(n, "and"))
        return old & v;
    if (strstr(n, "or"))
        return old | v;
    return v; /* exchange, test_and_set */
}

/* __atomic_x and __sync_x, one thread. */
static bool atomic_builtin(const char *n, char **args, const Type **types, uint32_t count,
                           const Type *result_type, char *result)
{
    bool sync = !strncmp(n, "__sync_", 7);
    if (!sync && strncmp(n, "__atomic_", 9))
        return false;
    n += sync ? 7 : 9;
    if (!strcmp(n, "synchronize") || strstr(n, "fence") || !count)
        return true;
    char *p = *(char **)(void *)args[0];
    const Type *t = types[0]->elem;
    char *q = count > 1 ? *(char **)(void *)args[1] : NULL;
    if (strstr(n, "lock_free")) {
        if (result)
            run_write(result_type, result, (Value){.i = 1});
    } else if (!strcmp(n, "load")) {
        memcpy(q, p, t->size);
    } else if (!strcmp(n, "store")) {
        memcpy(p, q, t->size);
    } else if (!strcmp(n, "exchange")) {
        char *old = *(char **)(void *)args[2];
        memcpy(old, p, t->size);
        memcpy(p, q, t->size);
    } else if (!strcmp(n, "clear") || !strcmp(n, "lock_release")) {
        memset(p, 0, t->size ? t->size : 1);
    } else if (strstr(n, "compare")) {
        bool same = sync ? !memcmp(p, args[1], t->size) : !memcmp(p, q, t->size);
        Value old = run_read(t, p);
        char *desired = !sync && n[strlen(n) - 1] != 'n' ? *(char **)(void *)args[2] : args[2];
        if (!same && !sync)
            memcpy(q, p, t->size);
        if (same)
            memcpy(p, desired, t->size);
        Value v = strstr(n, "val_") ? old : (Value){.i = same};
        if (result)
            run_write(result_type, result, v);
    } else {
        Value old = run_read(t, p), now = old;
        bool is_load = !strcmp(n, "load_n"), after = strstr(n, "_fetch") != NULL;
        bool set = strstr(n, "test_and_set") && !sync;
        Value v = count > 1 && !set ? run_read(types[1], args[1]) : (Value){.i = 1};
        if (set)
            t = type_is_void(t) ? types[1] : t; /* any byte will do */
        if (!is_load)
            now.i = fetch_op(!strncmp(n, "store", 5) ? "" : n, old.i, v.i);
        if (type_is_integer(t))
            now.i = type_wrap(t, now.i);
        if (!is_load)
            run_write(t, p, now);
        if (result)
            run_write(result_type, result, after ? now : old);
    }
    return true;
}

static bool va_builtin(Frame *f, const char *n, char **args)
{
    VaList *l = *(VaList **)(void *)args[0];
    if (!strcmp(n, "va_start") || !strcmp(n, "c23_va_start"))
        *l = (VaList){48, 304, f->varargs, NULL};
    else if (!strcmp(n, "va_copy"))
        *l = **(VaList **)(void *)args[1];
    else
        return !strcmp(n, "va_end");
    return true;
}

static bool float_builtin(const char *n, const Type *arg_type, char **args, const Type *type,
                          char *result)
{
    Value v;
    memset(&v, 0, sizeof v);
    bool constant = !strncmp(n, "huge_val", 8) || !strncmp(n, "inf", 3) || !strncmp(n, "nan", 3);
    if (constant) {
        double x = n[0] == 'n' ? (double)NAN : (double)INFINITY;
        if (type->kind == TYPE_FLOAT)
            v.f = (float)x;
        else if (type->kind == TYPE_LDOUBLE)
            v.ld = x;
        else
            v.d = x;
        run_write(type, result, v);
        return true;
    }
    if (!arg_type || !type_is_floating(arg_type))
        return false;
    v = run_read(arg_type, args[0]);
    long double x = arg_type->kind == TYPE_FLOAT     ? v.f
                    : arg_type->kind == TYPE_LDOUBLE ? v.ld
                                                     : v.d;
    int64_t r;
    if (!strcmp(n, "isnan"))
        r = isnan(x);
    else if (!strcmp(n, "isinf_sign"))
        r = isinf(x) ? (x < 0 ? -1 : 1) : 0;
    else if (!strncmp(n, "isinf", 5))
        r = isinf(x) != 0;
    else if (!strncmp(n, "isfinite", 8) || !strncmp(n, "finite", 6))
        r = isfinite(x) != 0;
    else if (!strncmp(n, "isnormal", 8))
        r = isnormal(x) != 0;
    else if (!strncmp(n, "signbit", 7))
        r = signbit(x) != 0;
    else
        return false;
    run_write(type, result, (Value){.i = (u128)(i128)r});
    return true;
}

static long double number(const Type *t, const char *at)
{
    Value v = run_read(t, at);
    return t->kind == TYPE_FLOAT ? v.f : t->kind == TYPE_LDOUBLE ? v.ld : v.d;
}

static bool compare_builtin(const char *n, char **args, const Type **types, char *result)
{
    static const char *const names[] = {"isgreater",   "isgreaterequal", "isless",
                                        "islessequal", "islessgreater",  "isunordered"};
    size_t k = 0;
    while (k < COUNT_OF(names) && strcmp(n, names[k]))
        k++;
    if (k == COUNT_OF(names))
        return false;
    long double x = number(types[0], args[0]), y = number(types[1], args[1]);
    int r = k == 0   ? x > y
            : k == 1 ? x >= y
            : k == 2 ? x < y
            : k == 3 ? x <= y
            : k == 4 ? x < y || x > y
                     : isunordered(x, y);
    memcpy(result, &r, sizeof r);
    return true;
}

void host_builtin(Frame *f, const Inst *in, char **args, const Type **types, char *result)
{
    Run *r = f->run;
    const char *full = builtin_name((BuiltinId)in->builtin), *n = full;
    const Type *type = local_is(in->dst) ? mir_local(f->fn, in->dst)->type
                       : place_is(in->a) ? mir_place(f->fn, in->a)->type
                                         : NULL;
    char unused[64];
    int64_t bits;
    if (!strncmp(n, "__builtin_", 10))
        n += 10;
    if (!result)
        result = unused;
    if (!type)
        type = type_basic(r->top->fn->unit->types, TYPE_VOID);
    if (atomic_builtin(full, args, types, in->arg_count, type, result))
        return;
    if (!strncmp(n, "va_", 3) && va_builtin(f, n, args))
        return;
    if (!strcmp(n, "c23_va_start") && va_builtin(f, n, args))
        return;
    if (!strcmp(n, "unreachable") || !strcmp(n, "trap"))
        run_die(r, "%s", full);
    if (strstr(n, "_overflow")) {
        bool o = overflow(n, types[2]->elem, (i128)arg(args, types, 0), (i128)arg(args, types, 1),
                          *(char **)(void *)args[2]);
        run_write(type, result, (Value){.i = o});
        return;
    }
    if (in->arg_count == 1 && type_is_integer(types[0]) &&
        bit_builtin(n, (uint64_t)arg(args, types, 0), types[0]->width, &bits)) {
        run_write(type, result, (Value){.i = (u128)(i128)bits});
        return;
    }
    if (!strncmp(n, "alloca", 6)) {
        uint64_t size = (uint64_t)arg(args, types, 0);
        char *p = aligned_alloc(64, (size + 127) / 64 * 64);
        memcpy(result, &p, sizeof p);
        return; /* lives until the end of the run */
    }
    if (!strcmp(n, "prefetch") || !strcmp(n, "assume") || !strcmp(n, "__clear_cache"))
        return;
    if (!strcmp(n, "frame_address") || !strcmp(n, "return_address")) {
        memcpy(result, &f, sizeof f);
        return;
    }
    if (in->arg_count <= 1 && float_builtin(n, in->arg_count ? types[0] : NULL, args, type, result))
        return;
    if (in->arg_count == 2 && compare_builtin(n, args, types, result))
        return;
    void *fn = dlsym(RTLD_DEFAULT, n);
    if (!fn)
        run_die(r, "no built-in function %s here", full);
    host_call(r, fn, args, types, in->arg_count, type, result);
}
