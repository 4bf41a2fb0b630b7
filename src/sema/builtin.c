/* sema/builtin.c - built-in functions: looking them up and giving them types.
 *
 * What comes in: names and, for generic built-ins, argument types. What goes out: ids, function
 * types, parameter and result types. The one idea: a signature is a text in builtins.def that one
 * small reader understands, called when a built-in is first used in a unit:
 *
 *     "v*v*vK*z"    void *(void *, const void *, size_t)
 *     "BPRTBii"     __atomic_compare_exchange_n on `long *p`:
 *                   _Bool (p, long *, long, _Bool, int, int)
 *
 * The thousands of vector built-ins behind the intrinsics headers (__builtin_ia32_addps) have no
 * entry. The headers cast their arguments and results explicitly, so their calls may take
 * the type that the context wants: BUILTIN_TARGET, flag BF_ANY_RESULT. */
#include "sema/builtin.h"
#include "sema/type_internal.h"

#define BUILTIN_SLOTS 8192
_Static_assert(BUILTIN_COUNT * 2 < BUILTIN_SLOTS, "the table of built-ins is too small");

typedef struct BuiltinInfo {
    const char *name, *signature;
    uint32_t flags;
} BuiltinInfo;
static const BuiltinInfo infos[BUILTIN_COUNT] = {
    {"", "v", 0},
#define BUILTIN(e, name, sig, flags) {name, sig, flags},
#include "sema/builtins.def"
#undef BUILTIN
};

const char *builtin_name(BuiltinId b)
{
    return infos[b].name;
}
uint32_t builtin_flags(BuiltinId b)
{
    return infos[b].flags;
}

/* ---- lookup -------------------------------------------------------------------------- */
static void slots_make(Types *ts)
{
    ts->builtin_slots = ARENA_ARRAY(ts->arena, TextSlot, BUILTIN_SLOTS);
    ts->builtin_types = ARENA_ARRAY(ts->arena, const Type *, BUILTIN_COUNT);
    for (uint32_t i = 1; i < BUILTIN_COUNT; i++)
        text_slots_add(ts->builtin_slots, BUILTIN_SLOTS, infos[i].name, i);
}

static BuiltinId find(Types *ts, const char *text, size_t len)
{
    if (!ts->builtin_slots)
        slots_make(ts);
    return (BuiltinId)text_slots_find(ts->builtin_slots, BUILTIN_SLOTS, text, len);
}

static bool starts(const char *s, const char *with)
{
    return strncmp(s, with, strlen(with)) == 0;
}

/* Prefixes of the names that gcc and clang give to built-ins of a target. */
static const char *const target_prefixes[] = {
    "ia32_",  "neon_",      "arm_",     "aarch64_", "sve_", "sme_",  "mve_",
    "riscv_", "rvv_",       "altivec_", "vsx_",     "ppc_", "s390_", "mips_",
    "msa_",   "loongarch_", "lsx_",     "lasx_",    "avr_", "nvvm_", "amdgcn_",
    "bpf_",   "hexagon_",   "HEXAGON_", "wasm_"};

BuiltinId builtin_lookup(Types *ts, Name name)
{
    const char *s = name->text;
    if (s[0] != '_' || s[1] != '_')
        return BUILTIN_NONE;
    BuiltinId b = find(ts, s, name->len);
    if (b != BUILTIN_NONE || !starts(s, "__builtin_"))
        return b;
    for (size_t i = 0; i < COUNT_OF(target_prefixes); i++)
        if (starts(s + 10, target_prefixes[i]))
            return BUILTIN_TARGET;
    return BUILTIN_NONE;
}

BuiltinId builtin_library(Types *ts, Name name)
{
    char text[48] = "__builtin_";
    if (name->len + 11 > sizeof text)
        return BUILTIN_NONE;
    memcpy(text + 10, name->text, name->len);
    BuiltinId b = find(ts, text, name->len + 10);
    return infos[b].flags & BF_LIB ? b : BUILTIN_NONE;
}

/* ---- signatures ---------------------------------------------------------------------- */
static const Type *sized_unsigned(Types *ts, uint32_t bytes)
{
    static const uint8_t kinds[] = {TYPE_UCHAR, TYPE_USHORT, TYPE_UINT, TYPE_ULONG, TYPE_ULLONG};
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        const Type *t = type_basic(ts, (TypeKind)kinds[i]);
        if (t->size == bytes)
            return t;
    }
    return type_basic(ts, TYPE_ULLONG);
}

static TypeKind letter_kind(char c)
{
    switch (c) {
    case 'v': return TYPE_VOID;
    case 'B': return TYPE_BOOL;
    case 'c': return TYPE_CHAR;
    case 'a': return TYPE_SCHAR;
    case 'h': return TYPE_UCHAR;
    case 's': return TYPE_SHORT;
    case 't': return TYPE_USHORT;
    case 'i': return TYPE_INT;
    case 'u': return TYPE_UINT;
    case 'l': return TYPE_LONG;
    case 'm': return TYPE_ULONG;
    case 'q': return TYPE_LLONG;
    case 'Q': return TYPE_ULLONG;
    case 'n': return TYPE_INT128;
    case 'N': return TYPE_UINT128;
    case 'e': return TYPE_FLOAT16;
    case 'f': return TYPE_FLOAT;
    case 'd': return TYPE_DOUBLE;
    case 'D': return TYPE_LDOUBLE;
    case 'F': return TYPE_FLOAT128;
    case 'k': return TYPE_FLOAT32;
    case 'r': return TYPE_FLOAT64;
    case 'o': return TYPE_FLOAT32X;
    case 'y': return TYPE_FLOAT64X;
    case 'I': return TYPE_DECIMAL32;
    case 'j': return TYPE_DECIMAL64;
    case 'J': return TYPE_DECIMAL128;
    default: return TYPE_ERROR;
    }
}

static const Type *letter_type(Types *ts, char c)
{
    const Target *target = ts->target;
    if (c >= '1' && c <= '8')
        return sized_unsigned(ts, (uint32_t)(c - '0'));
    if (c == 'V') {
        const Type *va = type_va_list(ts);
        return va->kind == TYPE_ARRAY ? type_pointer(ts, va->elem) : va;
    }
    TypeKind k = letter_kind(c);
    if (c == 'z')
        k = (TypeKind)target->size_t_kind;
    if (c == 'p')
        k = (TypeKind)target->ptrdiff_kind;
    if (c == 'w')
        k = (TypeKind)target->wchar_kind;
    if (c == 'W')
        k = (TypeKind)target->wint_kind;
    if (c == 'M')
        k = (TypeKind)target->intmax_kind;
    if (c == 'U')
        k = target->intmax_kind == TYPE_LONG ? TYPE_ULONG : TYPE_ULLONG;
    if (k == TYPE_ERROR)
        BUG(ts->arena, "unknown letter '%c' in the signature of a built-in", c);
    return type_basic(ts, k);
}

static bool is_generic(char c)
{
    return c != '\0' && strchr("PTRGAE@", c) != NULL;
}

/* Reads one type; *generic receives the letter of a generic one, and NULL is returned. */
static const Type *read_type(Types *ts, const char **sig, char *generic)
{
    const char *p = *sig;
    const Type *t = NULL;
    *generic = is_generic(*p) ? *p : '\0';
    if (!*generic)
        t = letter_type(ts, *p);
    for (p++; *p == '*' || *p == 'K' || *p == 'x'; p++) {
        if (!t)
            continue;
        if (*p == '*')
            t = type_pointer(ts, t);
        if (*p == 'K')
            t = type_qualified(ts, t, QUAL_CONST);
        if (*p == 'x')
            t = type_complex(ts, t);
    }
    *sig = p;
    return t;
}

static bool signature_generic(const char *sig)
{
    for (; *sig; sig++)
        if (is_generic(*sig))
            return true;
    return false;
}

const Type *builtin_type(Types *ts, BuiltinId b)
{
    if (!ts->builtin_slots)
        slots_make(ts);
    if (ts->builtin_types[b])
        return ts->builtin_types[b];
    const char *sig = infos[b].signature;
    if (signature_generic(sig))
        return NULL;
    ParamType params[8] = {0};
    uint32_t count = 0;
    char generic;
    const Type *result = read_type(ts, &sig, &generic);
    while (*sig && *sig != '.') {
        const Type *t = read_type(ts, &sig, &generic);
        params[count].type = params[count].written = t;
        count++;
    }
    ts->builtin_types[b] = type_function(ts, result, params, count, *sig == '.', true, NULL);
    return ts->builtin_types[b];
}

void builtin_arity(BuiltinId b, uint32_t *min, uint32_t *max)
{
    *min = *max = 0;
    if (b == BUILTIN_TARGET) {
        *max = UINT32_MAX;
        return;
    }
    const char *p = infos[b].signature + 1;
    while (*p == '*' || *p == 'K' || *p == 'x')
        p++;
    for (; *p; p++) {
        if (*p == '.') {
            *max = UINT32_MAX;
            return;
        }
        if (*p == '*' || *p == 'K' || *p == 'x')
            continue;
        ++*min;
        ++*max;
    }
}

/* ---- generic built-ins --------------------------------------------------------------- */
static const Type *pointee(const Type *const *args, uint32_t n)
{
    if (!n || (args[0]->kind != TYPE_POINTER && args[0]->kind != TYPE_ARRAY))
        return NULL;
    return args[0]->elem->canon;
}

static const Type *function_of(const Type *t)
{
    const Type *f = t->kind == TYPE_POINTER ? t->elem : t;
    return f->kind == TYPE_FUNCTION && f->u.fn.has_proto ? f : NULL;
}

/* What an argument of <tgmath.h> counts as: integers as double. */
static const Type *tgmath_operand(Types *ts, const Type *t)
{
    const Type *d = type_basic(ts, TYPE_DOUBLE);
    if (t->kind == TYPE_COMPLEX)
        return type_is_integer(t->elem) ? type_complex(ts, d) : t->canon;
    return type_is_floating(t) ? t->canon : d;
}

/* __builtin_tgmath(f1, f2, ..., args): calls the function for the common type of those arguments
 * whose parameters differ among the functions. C23 7.27. */
static const Type *tgmath_result(Types *ts, const Type *const *args, uint32_t n)
{
    uint32_t count = 0, at = UINT32_MAX;
    while (count < n && function_of(args[count]))
        count++;
    const Type *first = count ? function_of(args[0]) : NULL, *common = NULL, *near = NULL;
    if (!first || first->u.fn.count != n - count)
        return type_basic(ts, TYPE_ERROR);
    for (uint32_t j = 0; j < first->u.fn.count; j++) {
        bool differs = count == 1;
        for (uint32_t i = 1; i < count; i++) {
            const Type *f = function_of(args[i]);
            if (f->u.fn.count != first->u.fn.count)
                return type_basic(ts, TYPE_ERROR);
            differs |= f->u.fn.params[j].type->canon != first->u.fn.params[j].type->canon;
        }
        if (!differs)
            continue;
        const Type *t = tgmath_operand(ts, args[count + j]);
        common = common ? type_usual(ts, common, t) : t;
        at = at == UINT32_MAX ? j : at;
    }
    for (uint32_t i = 0; common && i < count; i++) {
        const Type *f = function_of(args[i]), *p = f->u.fn.params[at].type->canon;
        if (p == common->canon)
            return f->elem;
        const Type *a = p->kind == TYPE_COMPLEX ? p->elem : p;
        const Type *b = common->kind == TYPE_COMPLEX ? common->elem : common;
        if (!near && a->canon == b->canon)
            near = f->elem;
    }
    return near ? near : first->elem;
}

static const Type *result_by_code(Types *ts, BuiltinId b, const Type *const *args, uint32_t n)
{
    if (b == BUILTIN_COMPLEX)
        return n && type_is_floating(args[0]) ? type_complex(ts, args[0])
                                              : type_complex(ts, type_basic(ts, TYPE_DOUBLE));
    if (b == BUILTIN_SHUFFLEVECTOR && n >= 2 && args[0]->kind == TYPE_VECTOR) {
        /* Two vectors, then an index for each element of the result; or a vector and a mask. */
        if (n == 2)
            return args[0]->canon;
        return type_vector(ts, args[0]->elem, n - 2);
    }
    if (b == BUILTIN_TGMATH)
        return tgmath_result(ts, args, n);
    if (b == BUILTIN_ADDRESSOF && n)
        return type_pointer(ts, args[0]);
    if (b == BUILTIN_COUNTED_BY_REF)
        return type_pointer(ts, type_size_t(ts));
    return b == BUILTIN_TARGET ? NULL : type_basic(ts, TYPE_DOUBLE);
}

const Type *builtin_result(Types *ts, BuiltinId b, const Type *const *args, uint32_t n)
{
    const char *sig = infos[b].signature;
    char generic;
    const Type *t = read_type(ts, &sig, &generic), *to = pointee(args, n);
    if (t)
        return t;
    if (generic == '@')
        return result_by_code(ts, b, args, n);
    if (generic == 'T')
        return to ? to : type_basic(ts, TYPE_ERROR);
    if (generic == 'R')
        return to ? type_pointer(ts, to) : type_basic(ts, TYPE_ERROR);
    if (!n)
        return type_basic(ts, TYPE_ERROR);
    if (generic == 'E')
        return args[0]->kind == TYPE_VECTOR ? args[0]->elem : type_basic(ts, TYPE_ERROR);
    if (b == BUILTIN_CALL_WITH_STATIC_CHAIN)
        return args[0]->canon;
    return args[0]->canon;
}

const Type *builtin_param(Types *ts, BuiltinId b, const Type *const *args, uint32_t n, uint32_t i)
{
    const char *sig = infos[b].signature;
    char generic;
    read_type(ts, &sig, &generic);
    for (uint32_t at = 0; *sig && *sig != '.'; at++) {
        const Type *t = read_type(ts, &sig, &generic);
        if (at != i)
            continue;
        if (t)
            return t;
        const Type *to = pointee(args, n);
        /* Sizes other than a scalar's, as void * or a record, are left to the back end. */
        if (generic == 'T')
            return to && type_is_scalar(to) ? to : NULL;
        return NULL;
    }
    return NULL;
}

/* ---- types --------------------------------------------------------------------------- */
static Field member(Types *ts, const char *name, const Type *type)
{
    Field f = {0};
    f.name = names_intern(ts->names, name, strlen(name));
    f.type = type;
    return f;
}

/* x86-64 psABI 3.5.7, AAPCS64 10.1.5; elsewhere a pointer into the arguments. */
const Type *type_va_list(Types *ts)
{
    if (ts->va_list)
        return ts->va_list;
    uint32_t kind = ts->target->va_list_kind;
    const Type *ptr = type_pointer(ts, type_basic(ts, TYPE_VOID));
    const Type *i = type_basic(ts, TYPE_INT), *u = type_basic(ts, TYPE_UINT);
    if (kind == 0) {
        ts->va_list = type_pointer(ts, type_basic(ts, TYPE_CHAR));
        return ts->va_list;
    }
    const char *tag = kind == 1 ? "__va_list_tag" : "__va_list";
    const Type *t = type_record(ts, false, names_intern(ts->names, tag, strlen(tag)), LOC_NONE);
    Field *fields = ARENA_ARRAY(ts->arena, Field, 5);
    uint32_t n = 0;
    if (kind == 1) {
        fields[n++] = member(ts, "gp_offset", u);
        fields[n++] = member(ts, "fp_offset", u);
        fields[n++] = member(ts, "overflow_arg_area", ptr);
        fields[n++] = member(ts, "reg_save_area", ptr);
    } else {
        fields[n++] = member(ts, "__stack", ptr);
        fields[n++] = member(ts, "__gr_top", ptr);
        fields[n++] = member(ts, "__vr_top", ptr);
        fields[n++] = member(ts, "__gr_offs", i);
        fields[n++] = member(ts, "__vr_offs", i);
    }
    record_layout(ts, t->u.record, fields, n, 0);
    ts->va_list = kind == 1 ? type_array(ts, t, 1) : t;
    return ts->va_list;
}

const Type *builtin_typedef(Types *ts, Name name)
{
    const char *s = name->text;
    if (s[0] != '_' || s[1] != '_')
        return NULL;
    if (!strcmp(s, "__builtin_va_list") || !strcmp(s, "__builtin_sysv_va_list"))
        return type_va_list(ts);
    if (!strcmp(s, "__builtin_ms_va_list"))
        return type_variant(ts, type_pointer(ts, type_basic(ts, TYPE_CHAR)), name, NULL, 0);
    if (!strcmp(s, "__int128_t"))
        return type_basic(ts, TYPE_INT128);
    if (!strcmp(s, "__uint128_t"))
        return type_basic(ts, TYPE_UINT128);
    if (!strcmp(s, "__float80"))
        return type_basic(ts, TYPE_LDOUBLE);
    if (!strcmp(s, "__float128"))
        return type_basic(ts, TYPE_FLOAT128);
    if (!strcmp(s, "__ibm128") || !strcmp(s, "__ieee128"))
        return type_basic(ts, TYPE_LDOUBLE);
    if (!strcmp(s, "__bf16"))
        return type_basic(ts, TYPE_BF16);
    if (!strcmp(s, "__fp16"))
        return type_basic(ts, TYPE_FLOAT16);
    return NULL;
}
