/* sema/type.c - making types: each derived type once per unit, variants around a bare type.
 *
 * What comes in: requests such as "pointer to that", "that, const". What goes out: the one Type
 * that answers, so that comparing types is mostly comparing pointers. The one idea: every type
 * has a *bare* form, Type.canon, without qualifiers and typedef names at any level that does not
 * matter for identity:
 *
 *     typedef int num;
 *     num *const p;      elem = num (alias of int), quals CONST, canon = the type of `int *q`
 *     const int a[3];    elem = const int, quals CONST, canon = int[3]   (C23 6.7.4.1p11)
 *
 * Below a pointer qualifiers do matter, names don't: type_clean() is the bare form with its C
 * qualifiers put back. Function types carry parameter names and attributes and are never
 * shared; type_compatible() compares them.
 *
 * A record is completed after pointers to it and variants of it exist. So a bare type knows its
 * variants and the arrays of it, and type_completed() passes size and alignment on. */
#include "sema/type_internal.h"

#define QUALS_OF_C (QUAL_CONST | QUAL_VOLATILE | QUAL_RESTRICT | QUAL_ATOMIC)
#define QUALS_NULL (QUAL_NULLABLE | QUAL_NONNULL | QUAL_NULL_UNSPECIFIED)

/* ---- the table ----------------------------------------------------------------------- */
static uint64_t key_hash(const TypeNode *n)
{
    const Type *t = &n->t;
    uint64_t h = hash_mix(t->kind | (uint64_t)t->quals << 8 | (uint64_t)t->incomplete << 16 |
                              (uint64_t)t->is_unsigned << 24,
                          MAP_KEY_PTR(t->elem));
    h = hash_mix(h, MAP_KEY_PTR(t->canon));
    h = hash_mix(h, MAP_KEY_PTR(t->alias));
    h = hash_mix(h, MAP_KEY_PTR(t->notes));
    h = hash_mix(h, (uint64_t)n->forced_align << 32 | t->width);
    if (t->kind == TYPE_ARRAY || t->kind == TYPE_VECTOR)
        h = hash_mix(h, t->u.array.count);
    return h;
}

static bool key_equal(const TypeNode *a, const TypeNode *b)
{
    const Type *s = &a->t, *t = &b->t;
    if (s->kind != t->kind || s->quals != t->quals || s->incomplete != t->incomplete ||
        s->is_unsigned != t->is_unsigned || s->elem != t->elem || s->alias != t->alias ||
        s->notes != t->notes || a->alias_quals != b->alias_quals ||
        a->forced_align != b->forced_align || s->width != t->width)
        return false;
    /* A stored bare type is its own canon, where the key has none. */
    if (s->canon != t->canon && !(!s->canon && t->canon == t))
        return false;
    return (s->kind != TYPE_ARRAY && s->kind != TYPE_VECTOR) ||
           s->u.array.count == t->u.array.count;
}

/* A record without its members yet, or an array of one. */
static bool is_open(const Type *t)
{
    while (t->kind == TYPE_ARRAY)
        t = t->elem;
    return t->size == 0 && !type_is_complete(t);
}

static TypeNode *node_store(Types *ts, const TypeNode *proto)
{
    TypeNode *n = arena_copy(ts->arena, proto, sizeof *proto);
    n->t.id = ts->next_id++;
    n->variants = n->next_variant = n->dependents = n->next_dependent = n->same_hash = NULL;
    if (!n->t.canon)
        n->t.canon = &n->t;
    if (n->t.canon != &n->t) {
        TypeNode *bare = type_node(n->t.canon);
        n->next_variant = bare->variants;
        bare->variants = n;
    }
    /* An array of something whose size isn't known yet. */
    if (n->t.kind == TYPE_ARRAY && is_open(n->t.elem)) {
        TypeNode *of = type_node(n->t.elem);
        n->next_dependent = of->dependents;
        of->dependents = n;
    }
    return n;
}

/* The node with proto's key; proto is copied when it is the first. */
static const Type *node_intern(Types *ts, TypeNode *proto)
{
    uint64_t h = key_hash(proto);
    TypeNode *first = map_get_ptr(&ts->cons, h);
    for (TypeNode *n = first; n; n = n->same_hash)
        if (key_equal(proto, n))
            return &n->t;
    TypeNode *n = node_store(ts, proto);
    n->same_hash = first;
    map_put(&ts->cons, h, (uintptr_t)n);
    return &n->t;
}

Types *types_for(Arena *to, const Types *from)
{
    Types *ts = arena_copy(to, from, sizeof *from);
    ts->arena = to;
    memset(ts->basic, 0, sizeof ts->basic);
    map_init(&ts->cons, to);
    ts->va_list = NULL;
    ts->builtin_types = NULL;
    ts->builtin_slots = ts->attr_slots = NULL;
    return ts;
}

/* Only what node_intern made goes into the table: see type_function, type_record,
 * type_array_vla. */
void types_take(Types *ts, TypeNode *n)
{
    const Type *t = &n->t;
    bool bare = t->canon == t;
    n->variants = n->next_variant = n->dependents = n->next_dependent = n->same_hash = NULL;
    if (bare && (t->kind == TYPE_FUNCTION || t->kind == TYPE_STRUCT || t->kind == TYPE_UNION ||
                 t->kind == TYPE_ENUM || t->vla || ts->basic[t->kind] == t))
        return;
    TypeNode key = *n;
    key.t.canon = bare ? NULL : t->canon;
    uint64_t h = key_hash(&key);
    n->same_hash = map_get_ptr(&ts->cons, h);
    map_put(&ts->cons, h, (uintptr_t)n);
}

/* ---- creation ------------------------------------------------------------------------ */
static void basic_types(Types *ts)
{
    for (uint32_t k = 0; k < TYPE_KIND_COUNT; k++) {
        if (k == TYPE_BITINT || k == TYPE_ENUM || (k >= TYPE_COMPLEX && k != TYPE_NULLPTR))
            continue;
        TypeNode n = {0};
        n.t.kind = (uint8_t)k;
        n.t.size = ts->target->by_kind[k].size;
        n.t.align = ts->target->by_kind[k].align;
        n.t.incomplete = k == TYPE_VOID;
        if (k == TYPE_ERROR || k == TYPE_VOID)
            n.t.align = 1; /* GNU: sizeof(void) is 1, sema says so */
        if (k == TYPE_NULLPTR) {
            n.t.size = ts->target->by_kind[TYPE_POINTER].size;
            n.t.align = ts->target->by_kind[TYPE_POINTER].align;
        }
        if (k >= TYPE_BOOL && k <= TYPE_UINT128)
            n.t.width = k == TYPE_BOOL ? 1 : (uint32_t)n.t.size * 8;
        n.t.is_unsigned = k == TYPE_BOOL || k == TYPE_UCHAR || k == TYPE_USHORT || k == TYPE_UINT ||
                          k == TYPE_ULONG || k == TYPE_ULLONG || k == TYPE_UINT128 ||
                          (k == TYPE_CHAR && ts->target->char_unsigned);
        ts->basic[k] = &node_store(ts, &n)->t;
    }
}

Types *types_new(Arena *tu, const Target *target, Names *names)
{
    Types *ts = ARENA_NEW(tu, Types);
    ts->arena = tu;
    ts->target = target;
    ts->names = names;
    map_init(&ts->cons, tu);
    basic_types(ts);
    return ts;
}

const Target *types_target(const Types *ts)
{
    return ts->target;
}
Arena *types_arena(const Types *ts)
{
    return ts->arena;
}
Names *types_names(const Types *ts)
{
    return ts->names;
}

const Type *type_basic(const Types *ts, TypeKind k)
{
    BUG_IF(ts->arena, !ts->basic[k]);
    return ts->basic[k];
}

const Type *type_pointer(Types *ts, const Type *to)
{
    TypeNode n = {0};
    const Type *clean = type_clean(ts, to);
    n.t.kind = TYPE_POINTER;
    n.t.elem = to;
    n.t.size = ts->target->by_kind[TYPE_POINTER].size;
    n.t.align = ts->target->by_kind[TYPE_POINTER].align;
    n.t.is_unsigned = 1;
    n.t.vla = to->vla ? 1 : 0;
    if (clean != to)
        n.t.canon = type_pointer(ts, clean);
    return node_intern(ts, &n);
}

static const Type *array_of(Types *ts, const Type *elem, uint64_t count, bool unknown)
{
    TypeNode n = {0};
    n.t.kind = TYPE_ARRAY;
    n.t.elem = elem;
    n.t.incomplete = unknown;
    n.t.quals = elem->quals & QUALS_OF_C;
    n.t.size = elem->size * count;
    n.t.align = elem->align;
    n.t.u.array.count = count;
    n.t.vla = elem->vla;
    n.user_align = type_node(elem)->user_align;
    if (elem->canon != elem)
        n.t.canon = array_of(ts, elem->canon, count, unknown);
    return node_intern(ts, &n);
}

const Type *type_array(Types *ts, const Type *elem, uint64_t count)
{
    return array_of(ts, elem, count, false);
}

const Type *type_array_unknown(Types *ts, const Type *elem)
{
    return array_of(ts, elem, 0, true);
}

const Type *type_array_vla(Types *ts, const Type *elem, Expr *size)
{
    TypeNode n = {0};
    n.t.kind = TYPE_ARRAY;
    n.t.elem = elem;
    n.t.quals = elem->quals & QUALS_OF_C;
    n.t.align = elem->align;
    n.t.vla = 2;
    n.t.u.array.size_expr = size;
    return &node_store(ts, &n)->t;
}

/* GCC: a vector is as aligned as it is long, up to what the ABI of the target can do. */
static uint32_t vector_align(const Target *target, uint64_t size)
{
    uint64_t align = 1;
    while (align < size && align < 4096)
        align *= 2;
    if (target->arm && align > 8)
        align = 8;
    if ((target->aarch64 || target->riscv) && align > 16)
        align = 16;
    return (uint32_t)align;
}

const Type *type_vector(Types *ts, const Type *elem, uint64_t count)
{
    TypeNode n = {0};
    n.t.kind = TYPE_VECTOR;
    n.t.elem = elem->canon;
    n.t.u.array.count = count;
    n.t.size = elem->size * count;
    n.t.gnu_mode_vector = 1;
    /* clang's ext_vector_type(3) takes the room of four. */
    uint64_t room = 1;
    while (room < n.t.size)
        room *= 2;
    if (n.t.size)
        n.t.size = room;
    n.t.align = vector_align(ts->target, n.t.size);
    return node_intern(ts, &n);
}

const Type *type_complex(Types *ts, const Type *elem)
{
    TypeNode n = {0};
    n.t.kind = TYPE_COMPLEX;
    n.t.elem = elem->canon;
    n.t.size = elem->size * 2;
    n.t.align = elem->canon->align;
    return node_intern(ts, &n);
}

/* The psABIs: up to 64 bits like the smallest standard type that holds it, above an array of
 * 64-bit limbs (AArch64: 128-bit ones). */
const Type *type_bitint(Types *ts, uint32_t width, bool is_unsigned)
{
    TypeNode n = {0};
    uint32_t limb = ts->target->aarch64 ? 16 : ts->target->i386 || ts->target->arm ? 4 : 8;
    uint32_t bytes = 1;
    if (width <= 64) {
        while (bytes * 8 < width)
            bytes *= 2;
        n.t.align = bytes;
    } else {
        bytes = (width + limb * 8 - 1) / (limb * 8) * limb;
        n.t.align = limb;
    }
    n.t.kind = TYPE_BITINT;
    n.t.size = bytes;
    n.t.width = width;
    n.t.is_unsigned = is_unsigned;
    return node_intern(ts, &n);
}

const Type *type_function(Types *ts, const Type *result, const ParamType *params, uint32_t count,
                          bool variadic, bool has_proto, const Attr *attrs)
{
    TypeNode n = {0};
    n.t.kind = TYPE_FUNCTION;
    n.t.elem = result;
    n.t.align = 1;
    n.t.vla = result->vla ? 1 : 0;
    if (count)
        n.t.u.fn.params = arena_copy(ts->arena, params, count * sizeof *params);
    n.t.u.fn.count = count;
    n.t.u.fn.variadic = variadic;
    n.t.u.fn.has_proto = has_proto;
    n.t.u.fn.attrs = attrs;
    return &node_store(ts, &n)->t;
}

const Type *type_record(Types *ts, bool is_union, Name tag, Loc loc)
{
    TypeNode n = {0};
    Record *r = ARENA_NEW(ts->arena, Record);
    r->is_union = is_union;
    r->tag = tag;
    r->loc = loc;
    r->id = ts->next_record++;
    n.t.kind = is_union ? TYPE_UNION : TYPE_STRUCT;
    n.t.u.record = r;
    r->type = &node_store(ts, &n)->t;
    return r->type;
}

const Type *type_enum(Types *ts, Name tag, Loc loc)
{
    TypeNode n = {0};
    EnumInfo *e = ARENA_NEW(ts->arena, EnumInfo);
    e->tag = tag;
    e->loc = loc;
    e->id = ts->next_enum++;
    n.t.kind = TYPE_ENUM;
    n.t.u.enum_info = e;
    e->type = &node_store(ts, &n)->t;
    return e->type;
}

/* ---- variants ------------------------------------------------------------------------ */
/* GCC: an _Atomic object of 1, 2, 4, 8 or 16 bytes is aligned like the integer of its size. Clang
 * makes other small ones as large as the next of these sizes, too. */
static void variant_layout(const Types *ts, Type *t, uint32_t forced)
{
    const Type *bare = t->canon;
    uint64_t promote = ts->target->i386 || ts->target->arm ? 8 : 16, room = 1;
    t->size = bare->size;
    t->align = forced ? forced : bare->align;
    if (!(t->quals & QUAL_ATOMIC) || bare->kind == TYPE_ARRAY || !bare->size)
        return;
    while (room < bare->size)
        room *= 2;
    if (room > (ts->target->clang ? promote : 16) || (!ts->target->clang && room != bare->size))
        return;
    t->size = room;
    if (t->align < room)
        t->align = (uint32_t)room;
}

const Type *type_qualified(Types *ts, const Type *t, uint32_t quals)
{
    /* A later nullability replaces the earlier one. */
    uint32_t old = quals & QUALS_NULL ? t->quals & ~(uint32_t)QUALS_NULL : t->quals;
    if ((old | quals) == t->quals || t->kind == TYPE_ERROR)
        return t;
    TypeNode n = *type_node(t);
    n.t.quals = (uint8_t)(old | quals);
    if (t->kind == TYPE_ARRAY) {
        n.t.elem = type_qualified(ts, t->elem, quals & QUALS_OF_C);
        if (t->vla == 2)
            return &node_store(ts, &n)->t;
    }
    if (t->kind != TYPE_ARRAY)
        variant_layout(ts, &n.t, n.forced_align);
    else if (!n.forced_align)
        n.t.align = n.t.elem->align;
    if (t->kind == TYPE_FUNCTION) {
        n.t.canon = t->canon;
        return &node_store(ts, &n)->t;
    }
    return node_intern(ts, &n);
}

const Type *type_unqualified(Types *ts, const Type *t)
{
    (void)ts;
    return t->canon;
}

const Type *type_variant(Types *ts, const Type *t, Name alias, const Attr *notes, uint32_t align)
{
    if ((!alias || alias == t->alias) && (!notes || notes == t->notes) && !align)
        return t;
    TypeNode n = *type_node(t);
    if (alias) {
        n.t.alias = alias;
        n.alias_quals = t->quals;
    }
    if (notes)
        n.t.notes = notes;
    if (align) {
        n.forced_align = align;
        n.t.align = align;
        n.user_align = true;
    }
    if (t->kind == TYPE_FUNCTION || (t->kind == TYPE_ARRAY && t->vla == 2))
        return &node_store(ts, &n)->t;
    return node_intern(ts, &n);
}

const Type *type_clean(Types *ts, const Type *t)
{
    if ((t->kind == TYPE_ARRAY && t->vla == 2) || t->kind == TYPE_FUNCTION)
        return t->canon;
    return type_qualified(ts, t->canon, t->quals & QUALS_OF_C);
}

void type_completed(const Types *ts, const Type *bare)
{
    TypeNode *b = type_node(bare);
    for (TypeNode *v = b; v; v = v == b ? b->variants : v->next_variant) {
        v->t.width = bare->width;
        v->t.is_unsigned = bare->is_unsigned;
        v->user_align |= b->user_align;
        v->t.vla = bare->vla;
        if (bare->kind != TYPE_ARRAY) {
            variant_layout(ts, &v->t, v->forced_align);
        } else {
            v->t.size = v->t.elem->size * v->t.u.array.count;
            if (v->t.elem->vla > v->t.vla)
                v->t.vla = v->t.elem->vla;
            if (!v->forced_align)
                v->t.align = v->t.elem->align;
        }
        for (TypeNode *d = v->dependents; d; d = d->next_dependent) {
            d->user_align |= v->user_align;
            type_completed(ts, &d->t);
        }
    }
}

/* ---- predicates ---------------------------------------------------------------------- */
bool type_is_signed(const Type *t)
{
    return type_is_integer(t) && !t->is_unsigned;
}
bool type_is_floating(const Type *t)
{
    return t->kind >= TYPE_FLOAT16 && t->kind <= TYPE_DECIMAL128;
}
bool type_is_arithmetic(const Type *t)
{
    return t->kind >= TYPE_BOOL && t->kind <= TYPE_COMPLEX;
}
bool type_is_scalar(const Type *t)
{
    return t->kind >= TYPE_BOOL && t->kind <= TYPE_POINTER;
}
bool type_is_record(const Type *t)
{
    return t->kind == TYPE_STRUCT || t->kind == TYPE_UNION;
}
bool type_is_void(const Type *t)
{
    return t->kind == TYPE_VOID;
}
bool type_is_variably_modified(const Type *t)
{
    return t->vla != 0;
}
bool type_is_vla(const Type *t)
{
    return t->vla == 2;
}

bool type_is_complete(const Type *t)
{
    if (t->kind == TYPE_ARRAY)
        return !t->incomplete;
    if (t->kind == TYPE_STRUCT || t->kind == TYPE_UNION)
        return t->u.record->complete;
    if (t->kind == TYPE_ENUM)
        return t->u.enum_info->complete;
    return t->kind != TYPE_VOID && t->kind != TYPE_FUNCTION;
}

u128 type_wrap(const Type *t, u128 v)
{
    uint32_t width = t->width;
    if (!width && t->kind == TYPE_POINTER)
        width = (uint32_t)t->size * 8;
    if (!width || width >= 128)
        return v;
    v &= ((u128)1 << width) - 1;
    if (!t->is_unsigned && (v >> (width - 1) & 1))
        v |= ~(u128)0 << width;
    return v;
}

/* ---- members ------------------------------------------------------------------------- */
static uint32_t find_in(const Record *r, Name name, const Field *path[16], uint32_t depth)
{
    if (depth >= 16)
        return 0;
    for (uint32_t i = 0; i < r->field_count; i++) {
        const Field *f = &r->fields[i];
        if (f->name == name) {
            path[depth] = f;
            return depth + 1;
        }
    }
    for (uint32_t i = 0; i < r->field_count; i++) {
        const Field *f = &r->fields[i];
        if ((f->name && !f->embedded) || !type_is_record(f->type))
            continue;
        path[depth] = f;
        uint32_t len = find_in(f->type->u.record, name, path, depth + 1);
        if (len)
            return len;
    }
    return 0;
}

uint32_t record_find(const Record *r, Name name, const Field *path[16])
{
    return name ? find_in(r, name, path, 0) : 0;
}

/* ---- hash tables over const texts ---------------------------------------------------- */
void text_slots_add(TextSlot *slots, uint32_t cap, const char *text, uint32_t id)
{
    uint32_t i = (uint32_t)hash_bytes(text, strlen(text), 0) & (cap - 1);
    while (slots[i].text)
        i = (i + 1) & (cap - 1);
    slots[i] = (TextSlot){text, id};
}

uint32_t text_slots_find(const TextSlot *slots, uint32_t cap, const char *text, size_t len)
{
    uint32_t i = (uint32_t)hash_bytes(text, len, 0) & (cap - 1);
    for (; slots[i].text; i = (i + 1) & (cap - 1))
        if (strncmp(slots[i].text, text, len) == 0 && slots[i].text[len] == '\0')
            return slots[i].id;
    return 0;
}
