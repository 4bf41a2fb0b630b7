/* sema/attr.c - attributes: names to kinds, and reading their arguments.
 *
 * What comes in: the parser's Attr lists. What goes out: Attr.known, and small answers: the
 * alignment a list asks for, an integer or a name among the arguments. The one idea: a kind is a
 * meaning, not a spelling. lockable is ATTR_CAPABILITY; [[corten::own]], [[clang::..]] and
 * __attribute__((corten_own)) are the same. */
#include "sema/attr.h"
#include "sema/type_internal.h"

#define ATTR_SLOTS 1024
_Static_assert(ATTR_COUNT * 2 < ATTR_SLOTS, "the attribute table is too small");

typedef struct AttrSpelling {
    const char *name;
    AttrKind kind;
} AttrSpelling;
static const AttrSpelling spellings[] = {
#define ATTRIBUTE(e, name) {name, ATTR_##e},
#define ATTRIBUTE_ALIAS(e, name) {name, ATTR_##e},
#include "sema/attributes.def"
#undef ATTRIBUTE
};

static const char *const names[ATTR_COUNT] = {
    "unknown",
#define ATTRIBUTE(e, name) name,
#include "sema/attributes.def"
#undef ATTRIBUTE
};

const char *attr_name(AttrKind k)
{
    return names[k];
}

static AttrKind find(Types *ts, const char *text, size_t len)
{
    if (!ts->attr_slots) {
        ts->attr_slots = ARENA_ARRAY(ts->arena, TextSlot, ATTR_SLOTS);
        for (size_t i = 0; i < COUNT_OF(spellings); i++)
            text_slots_add(ts->attr_slots, ATTR_SLOTS, spellings[i].name, spellings[i].kind);
    }
    return (AttrKind)text_slots_find(ts->attr_slots, ATTR_SLOTS, text, len);
}

static bool is_scope(Name scope, const char *name)
{
    const char *s = scope->text;
    size_t len = scope->len, want = strlen(name);
    if (len == want + 4 && s[0] == '_' && s[1] == '_') {
        s += 2;
        len -= 4;
    }
    return len == want && memcmp(s, name, want) == 0;
}

AttrKind attr_kind(Types *ts, Name scope, Name name)
{
    const char *s = name->text;
    size_t len = name->len;
    if (len > 4 && s[0] == '_' && s[1] == '_' && s[len - 1] == '_' && s[len - 2] == '_') {
        s += 2;
        len -= 4;
    }
    if (scope && is_scope(scope, "corten")) {
        char text[64] = "corten_";
        if (len + 8 > sizeof text)
            return ATTR_UNKNOWN;
        memcpy(text + 7, s, len);
        return find(ts, text, len + 7);
    }
    if (scope && !is_scope(scope, "gnu") && !is_scope(scope, "clang") && !is_scope(scope, "_Clang"))
        return ATTR_UNKNOWN;
    return find(ts, s, len);
}

void attr_classify(Types *ts, Attr *list)
{
    for (Attr *a = list; a; a = a->next)
        if (!a->known && a->name)
            a->known = (uint32_t)attr_kind(ts, a->scope, a->name);
}

const Attr *attr_find(const Attr *list, AttrKind k)
{
    for (; list; list = list->next)
        if (list->known == (uint32_t)k)
            return list;
    return NULL;
}

bool attr_is_contract(AttrKind k)
{
    if (k >= ATTR_CORTEN_OWN && k <= ATTR_CORTEN_MODEL)
        return true;
    if (k >= ATTR_COUNTED_BY && k <= ATTR_NULL_TERMINATED)
        return true;
    if (k >= ATTR_NONNULL && k <= ATTR_NULL_TERMINATED_STRING_ARG)
        return true;
    if (k >= ATTR_CAPABILITY && k <= ATTR_NO_THREAD_SAFETY_ANALYSIS)
        return true;
    return k == ATTR_TRANSPARENT_UNION || k == ATTR_NORETURN || k == ATTR_WARN_UNUSED_RESULT;
}

bool attr_is_note(AttrKind k)
{
    switch ((int)k) { /* a subset by design: everything else describes a declaration */
    case ATTR_CORTEN_OWN:
    case ATTR_CORTEN_OWN_BY:
    case ATTR_CORTEN_DROPS:
    case ATTR_CORTEN_INITS:
    case ATTR_CORTEN_LIFETIMEBOUND:
    case ATTR_CORTEN_LIFETIMEBOUND_OF:
    case ATTR_CORTEN_CAPTURED_BY:
    case ATTR_CORTEN_NOESCAPE:
    case ATTR_CORTEN_STATIC:
    case ATTR_CORTEN_NOINVALIDATE:
    case ATTR_CORTEN_COUNTED_BY:
    case ATTR_CORTEN_SIZED_BY:
    case ATTR_CORTEN_ENDED_BY:
    case ATTR_CORTEN_FILLED:
    case ATTR_CORTEN_NULL_TERMINATED:
    case ATTR_CORTEN_WHEN:
    case ATTR_CORTEN_NULLABLE:
    case ATTR_CORTEN_NONNULL:
    case ATTR_CORTEN_SYNC:
    case ATTR_CORTEN_SEND:
    case ATTR_CORTEN_OUTSIDE:
    case ATTR_CORTEN_RETURNED:
    case ATTR_CORTEN_TYPED_BY:
    case ATTR_COUNTED_BY:
    case ATTR_COUNTED_BY_OR_NULL:
    case ATTR_SIZED_BY:
    case ATTR_SIZED_BY_OR_NULL:
    case ATTR_ENDED_BY:
    case ATTR_NULL_TERMINATED:
    case ATTR_NOESCAPE:
    case ATTR_LIFETIMEBOUND:
    case ATTR_LIFETIME_CAPTURE_BY:
    case ATTR_NODEREF:
    case ATTR_ADDRESS_SPACE: return true;
    }
    return false;
}

bool attr_int(const Attr *a, uint32_t i, i128 *value)
{
    return i < a->arg_count && a->args[i] && sema_const_int(a->args[i], value);
}

uint32_t attr_alignment(const Types *ts, const Attr *list)
{
    uint32_t best = 0;
    for (const Attr *a = list; a; a = a->next) {
        if (a->known != ATTR_ALIGNED)
            continue;
        i128 v = ts->target->max_align;
        if (a->arg_count && !attr_int(a, 0, &v))
            continue;
        if (v > 0 && v <= 1 << 28 && (v & (v - 1)) == 0 && v > best)
            best = (uint32_t)v;
    }
    return best;
}

const char *attr_text(Arena *arena, const Attr *a, uint32_t i)
{
    if (i >= a->arg_count || !a->args[i])
        return NULL;
    const Expr *e = a->args[i];
    while ((e->kind == EXPR_CONVERT && e->u.cast.operand) ||
           (e->kind == EXPR_UNARY && e->op == UN_ADDR))
        e = e->kind == EXPR_CONVERT ? e->u.cast.operand : e->u.unary.operand;
    if (e->kind == EXPR_IDENT && e->u.ident.name) {
        const char *s = e->u.ident.name->text;
        size_t len = e->u.ident.name->len;
        if (len > 4 && !memcmp(s, "__", 2) && !memcmp(s + len - 2, "__", 2))
            return arena_strndup(arena, s + 2, len - 4);
        return s;
    }
    if (e->kind == EXPR_STRING && e->u.string.elem_size == 1)
        return arena_strndup(arena, e->u.string.bytes, e->u.string.count);
    return NULL;
}

const Attr *attr_join(Arena *arena, const Attr *a, const Attr *b)
{
    if (!a || !b)
        return a ? a : b;
    Attr *first = NULL, **at = &first;
    for (const Attr *x = a; x; x = x->next, at = &(*at)->next)
        *at = arena_copy(arena, x, sizeof *x);
    for (const Attr *x = b; x; x = x->next, at = &(*at)->next)
        *at = arena_copy(arena, x, sizeof *x);
    return first;
}
