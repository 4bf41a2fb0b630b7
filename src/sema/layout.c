/* sema/layout.c - where the members of structs and unions lie.
 *
 * What comes in: a record and its fields with types, bit widths and attributes. What goes out:
 * offsets, size and alignment exactly as GCC (and Clang) lay it out for the System V ABIs and
 * AAPCS. The one idea: a cursor counts bits; every field asks for an alignment, the cursor
 * is rounded up to it, the field takes its bits. Bit-fields ask for nothing, but must not span
 * more units of their type's alignment than the type itself does:
 *
 *     struct { char c; int a : 20; int b : 8; }     c at bit 0, a at 8, b at 32 (it would span two
 *                                                   ints), size 8, alignment 4
 *
 * What bends the rules: packed (alignment 1, bit-fields adjacent), #pragma pack(n) (alignment at
 * most n, even where aligned asks for more), aligned(n), a zero-width bit-field (rounds up to its
 * type), i386 (8-byte scalars ask for 4), AAPCS (unnamed bit-fields align the record, too). */
#include "sema/attr.h"
#include "sema/type_internal.h"

typedef struct Layout {
    Types *ts;
    Record *r;
    u128 bits;              /* cursor; of a union: size of the largest member so far */
    uint64_t align;         /* of the record so far, bits */
    uint64_t pack;          /* bits, from #pragma pack; 0: none */
    bool user_align;        /* a member's alignment was asked for explicitly */
    const Field *variable;  /* the member just placed, when its size is a run-time value */
    uint64_t segment_align; /* bits, of the current segment; 0: it is the record itself */
    VEC(Segment) segments;
} Layout;

static u128 round_up(u128 v, uint64_t to)
{
    return to ? (v + to - 1) / to * to : v;
}
static uint64_t at_least(uint64_t a, uint64_t b)
{
    return a > b ? a : b;
}
static uint64_t at_most(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

/* ---- i386 ---------------------------------------------------------------------------- */

/* How GCC holds a type in registers, as far as i386 cares: like an integer or a double, or in no
 * register of that kind. A record or an array of 8 bytes is held like a long long. */
static bool held_as_integer(const Types *ts, const Type *t);

static bool record_held_as_integer(const Types *ts, const Record *r)
{
    const Type *whole = NULL;
    if (r->size > 8 || (r->size & (r->size - 1)))
        return false;
    for (uint32_t i = 0; i < r->field_count; i++) {
        const Field *f = &r->fields[i];
        bool known = f->is_bit_field || f->type->size == 0 || held_as_integer(ts, f->type) ||
                     f->type->kind == TYPE_VECTOR || f->type->kind == TYPE_DECIMAL64;
        if (!known || (f->type->kind == TYPE_ARRAY && f->type->incomplete))
            return false;
        if (f->type->size == r->size && !f->is_bit_field)
            whole = f->type;
    }
    /* A struct that is nothing but one member is held like that one. */
    return r->is_union || !whole || held_as_integer(ts, whole);
}

static bool held_as_integer(const Types *ts, const Type *t)
{
    if (t->kind == TYPE_ARRAY && t->u.array.count != 1)
        return t->size <= 8 && (t->size & (t->size - 1)) == 0;
    if (t->kind == TYPE_ARRAY || t->kind == TYPE_COMPLEX)
        return held_as_integer(ts, t->elem);
    if (type_is_record(t))
        return record_held_as_integer(ts, t->canon->u.record);
    if (t->kind == TYPE_VECTOR)
        return t->size == 8 && !ts->target->mmx;
    return type_is_integer(t) || t->kind == TYPE_POINTER || t->kind == TYPE_FLOAT ||
           t->kind == TYPE_FLOAT32 || t->kind == TYPE_DOUBLE || t->kind == TYPE_FLOAT64 ||
           t->kind == TYPE_FLOAT32X;
}

/* Alignment in bits that i386 gives to a member of this type whose natural one is `align`: what is
 * held like a long long or a double gets 4 bytes, arrays of it as well, unless _Atomic. (GCC:
 * x86_field_alignment.) Clang does so for the types themselves. */
static uint64_t member_align(const Types *ts, const Type *t, uint64_t align)
{
    if (!ts->target->i386_align || align <= 32)
        return align;
    while (t->kind == TYPE_ARRAY)
        t = t->elem;
    if (t->quals & QUAL_ATOMIC)
        return align;
    if (ts->target->clang && (type_is_record(t) || t->kind == TYPE_VECTOR))
        return align;
    return held_as_integer(ts, t) ? 32 : align;
}

static uint64_t type_align_bits(const Types *ts, const Type *t)
{
    uint64_t align = (uint64_t)t->align * 8;
    if (!type_node(t)->user_align)
        align = member_align(ts, t, align);
    return align ? align : 8;
}

/* ---- bit-fields ---------------------------------------------------------------------- */

/* A bit-field lies in a unit of its type where one holds it, else its offset is that of its
 * first byte. */
static void place_bits(Field *f, u128 bit)
{
    uint64_t unit = f->type->size;
    u128 offset = unit ? bit / 8 / unit * unit : bit / 8;
    if (bit - offset * 8 + f->bit_width > unit * 8)
        offset = bit / 8;
    f->offset = (uint64_t)offset;
    f->bit_offset = (uint32_t)(bit - offset * 8);
}

/* Unnamed bit-fields don't align the record, but AAPCS lets them. */
static bool aligns_record(const Layout *l, const Field *f)
{
    return f->name || l->ts->target->arm || l->ts->target->aarch64;
}

/* GCC: a bit-field of 8, 16, 32 or 64 bits that happens to be aligned is an ordinary integer. */
static bool ordinary_integer(const Layout *l, const Field *f, bool packed)
{
    uint32_t width = f->bit_width;
    bool round = width == 8 || width == 16 || width == 32 || width == 64 ||
                 (width == 128 && l->ts->target->by_kind[TYPE_POINTER].size == 8);
    return round && !(packed && width > 8) && (l->r->is_union || l->bits % width == 0) &&
           f->type->kind != TYPE_BITINT;
}

/* Where a bit-field begins, GCC's rules (layout_decl, place_field, update_alignment_for_field). */
static u128 bit_field_gcc(Layout *l, const Field *f, uint64_t explicit_align, bool packed)
{
    uint64_t type_align = type_align_bits(l->ts, f->type), asked = at_least(1, explicit_align);
    bool zero_width = f->bit_width == 0;
    bool ordinary = !zero_width && ordinary_integer(l, f, packed);
    if (zero_width && asked < type_align) {
        asked = type_align;
        l->user_align |= type_node(f->type)->user_align;
    }
    if (ordinary)
        asked = at_least(asked, explicit_align ? f->bit_width
                                               : member_align(l->ts, f->type, f->bit_width));
    if (l->pack && !zero_width)
        asked = at_most(asked, l->pack);

    if (aligns_record(l, f)) {
        uint64_t align = type_align;
        if (!zero_width && l->pack) /* neither packed nor pragma pack touch a zero-width one */
            align = at_most(align, l->pack);
        else if (!zero_width && packed)
            align = 8;
        l->align = at_least(l->align, at_least(asked, align));
        l->user_align |= type_node(f->type)->user_align;
    }
    if (l->r->is_union)
        return 0;
    u128 start = round_up(l->bits, asked);
    if (!zero_width && !ordinary && !packed && !l->pack) {
        u128 units = (start % type_align + f->bit_width + type_align - 1) / type_align;
        if (units > f->type->size * 8 / type_align)
            start = round_up(start, type_align);
        l->user_align |= type_node(f->type)->user_align;
    }
    return start;
}

/* The same by Clang's rules (ItaniumRecordLayoutBuilder::LayoutBitField). They differ where a
 * type's alignment exceeds its size. */
static u128 bit_field_clang(Layout *l, const Field *f, uint64_t explicit_align, bool packed)
{
    uint64_t unpacked = at_least(type_align_bits(l->ts, f->type), explicit_align);
    uint64_t align = packed && f->bit_width ? at_least(1, explicit_align) : unpacked;
    u128 start = l->r->is_union ? 0 : l->bits;
    if (l->pack && f->bit_width)
        align = at_most(packed ? unpacked : align, l->pack);
    if (f->bit_width == 0 || (!l->pack && start % align + f->bit_width > f->type->size * 8))
        start = round_up(start, align);
    else if (explicit_align && (!l->pack || explicit_align <= l->pack))
        start = round_up(start, explicit_align);
    if (aligns_record(l, f)) {
        l->align = at_least(l->align, align);
        l->user_align |= type_node(f->type)->user_align;
    }
    return start;
}

/* ---- members of variable size (GNU) --------------------------------------------------- */

/* A field that wants `align` bits: what comes behind a member of variable size, or is more aligned
 * than the place that offsets count from, begins a segment, from which offsets are known again. */
static void open_segment(Layout *l, uint64_t align)
{
    if (l->r->is_union || (!l->variable && (!l->segment_align || align <= l->segment_align)))
        return;
    Segment s = {(uint64_t)(round_up(l->bits, 8) / 8), l->variable,
                 (uint32_t)at_least(align / 8, 1)};
    VEC_PUSH(l->ts->arena, &l->segments, s);
    l->segment_align = at_least(align, 8);
    l->variable = NULL;
    l->bits = 0;
}

static void end_segments(Layout *l)
{
    Record *r = l->r;
    if (!l->variable && !l->segments.len)
        return;
    Segment end = {(uint64_t)(round_up(l->bits, 8) / 8), l->variable, r->align};
    if (!r->is_union)
        VEC_PUSH(l->ts->arena, &l->segments, end);
    r->segments = l->segments.data;
    r->segment_count = l->segments.len;
    type_node(r->type)->t.vla = 2;
    r->size = 0;
}

/* ---- fields -------------------------------------------------------------------------- */
static void place_field(Layout *l, Field *f)
{
    uint32_t explicit_align = attr_alignment(l->ts, f->attrs);
    bool packed = l->r->packed || attr_find(f->attrs, ATTR_PACKED);
    if (f->align > explicit_align)
        explicit_align = f->align;
    /* GCC forgets that an alignment was asked for where the type's own is stricter. */
    if (explicit_align && (packed || f->is_bit_field || explicit_align >= f->type->align))
        l->user_align = true;
    uint64_t asked = (uint64_t)explicit_align * 8;
    u128 size, start;
    if (f->is_bit_field) {
        size = f->bit_width;
        if (l->variable)
            open_segment(l, packed ? 8 : type_align_bits(l->ts, f->type));
        start = l->ts->target->clang ? bit_field_clang(l, f, asked, packed)
                                     : bit_field_gcc(l, f, asked, packed);
        place_bits(f, start);
    } else {
        size = (u128)f->type->size * 8;
        asked = at_least(8, asked);
        if (explicit_align < f->type->align)
            l->user_align |= type_node(f->type)->user_align;
        if (!packed)
            asked = at_least(asked, type_align_bits(l->ts, f->type));
        if (l->pack)
            asked = at_most(asked, l->pack);
        l->align = at_least(l->align, asked);
        open_segment(l, asked);
        start = l->r->is_union ? 0 : round_up(l->bits, asked);
        f->offset = (uint64_t)(start / 8);
    }
    f->segment = l->segments.len;
    if (type_is_vla(f->type)) {
        l->variable = f;
        size = 0;
    }
    if (f->type->vla)
        type_node(l->r->type)->t.vla = 1;
    size = l->r->is_union ? round_up(size, 8) : start + size;
    if (!l->r->is_union || size > l->bits)
        l->bits = size;
}

static bool is_const_inside(const Type *t)
{
    while (t->kind == TYPE_ARRAY)
        t = t->elem;
    return (t->quals & QUAL_CONST) || (type_is_record(t) && t->u.record->has_const_member);
}

static void note_members(Record *r)
{
    for (uint32_t i = 0; i < r->field_count; i++) {
        Field *f = &r->fields[i];
        f->index = i;
        f->owner = r;
        if (is_const_inside(f->type))
            r->has_const_member = true;
        bool last = r->is_union || i + 1 == r->field_count;
        if (last && f->type->kind == TYPE_ARRAY && !f->type->vla &&
            (f->type->incomplete || f->type->u.array.count == 0)) {
            f->flexible = true;
            r->has_flexible = true;
        }
        if (last && type_is_record(f->type) && f->type->u.record->has_flexible)
            r->has_flexible = true;
    }
}

void record_layout(Types *ts, Record *r, Field *fields, uint32_t count, uint32_t pack)
{
    Layout l = {.ts = ts, .r = r, .align = 8, .pack = (uint64_t)pack * 8};
    uint32_t asked = attr_alignment(ts, r->attrs);
    r->fields = fields;
    r->field_count = count;
    r->packed |= attr_find(r->attrs, ATTR_PACKED) != NULL;
    r->transparent |= attr_find(r->attrs, ATTR_TRANSPARENT_UNION) != NULL;
    l.user_align = asked != 0;
    l.align = at_least(l.align, (uint64_t)asked * 8);
    note_members(r);
    for (uint32_t i = 0; i < count; i++)
        place_field(&l, &fields[i]);
    r->align = (uint32_t)(l.align / 8);
    u128 size = round_up(round_up(l.bits, 8), l.align) / 8;
    uint32_t pointer = ts->target->by_kind[TYPE_POINTER].size;
    r->too_large = size >> (pointer * 8 - 1) != 0;
    r->size = r->too_large ? 0 : (uint64_t)size;
    end_segments(&l);
    r->complete = true;
    r->being_defined = false;
    TypeNode *n = type_node(r->type);
    n->t.size = r->size;
    n->t.align = r->align;
    n->user_align |= l.user_align;
    type_completed(ts, r->type);
}

void enum_layout(Types *ts, EnumInfo *e, const Type *underlying)
{
    TypeNode *n = type_node(e->type);
    e->underlying = underlying->canon;
    e->complete = true;
    n->t.size = underlying->size;
    n->t.align = underlying->align;
    n->t.width = underlying->width;
    n->t.is_unsigned = underlying->is_unsigned;
    type_completed(ts, e->type);
}

uint32_t type_alignof(const Types *ts, const Type *t, bool standard)
{
    if (t->kind == TYPE_FUNCTION || t->kind == TYPE_VOID)
        return 1;
    if (!standard || type_node(t)->user_align)
        return t->align ? t->align : 1;
    return (uint32_t)(type_align_bits(ts, t) / 8);
}
