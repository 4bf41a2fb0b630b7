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
    uint64_t bits;   /* cursor; of a union: size of the largest member so far */
    uint64_t align;  /* of the record so far, bits */
    uint64_t pack;   /* bits, from #pragma pack; 0: none */
    bool user_align; /* a member's alignment was asked for explicitly */
} Layout;

static uint64_t round_up(uint64_t v, uint64_t to)
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

/* Alignment in bits that i386 gives to a member of this type whose natural one is `align`: scalars
 * of 8 bytes get 4, arrays of them as well, unless _Atomic. (GCC: x86_field_alignment.) */
static uint64_t member_align(const Types *ts, const Type *t, uint64_t align)
{
    if (!ts->target->i386_align || align <= 32)
        return align;
    while (t->kind == TYPE_ARRAY)
        t = t->elem;
    if (t->quals & QUAL_ATOMIC)
        return align;
    if (t->kind == TYPE_COMPLEX)
        t = t->elem;
    bool lowered = type_is_integer(t) || t->kind == TYPE_DOUBLE || t->kind == TYPE_FLOAT64 ||
                   t->kind == TYPE_FLOAT32X;
    return lowered ? 32 : align;
}

static uint64_t type_align_bits(const Types *ts, const Type *t)
{
    uint64_t align = (uint64_t)t->align * 8;
    if (!type_node(t)->user_align)
        align = member_align(ts, t, align);
    return align ? align : 8;
}

/* The alignment in bits that a field asks for, before #pragma pack. */
static uint64_t wanted_align(Layout *l, const Field *f, uint32_t explicit_align, bool packed)
{
    bool zero_width = f->is_bit_field && f->bit_width == 0;
    uint64_t align = at_least(8, (uint64_t)explicit_align * 8);
    if (f->is_bit_field && !zero_width)
        return explicit_align ? align : 1;
    if (zero_width || !packed) {
        l->user_align |= type_node(f->type)->user_align;
        return at_least(align, type_align_bits(l->ts, f->type));
    }
    return align;
}

/* How far a bit-field's type aligns the record. */
static void bit_field_record_align(Layout *l, const Field *f, uint64_t asked, bool packed)
{
    const Target *target = l->ts->target;
    if (!f->name && !target->arm && !target->aarch64) {
        return;
    }
    uint64_t align = type_align_bits(l->ts, f->type);
    if (f->bit_width == 0) {
        /* Neither packed nor pragma pack touch it. */
    } else if (l->pack) {
        align = at_most(align, l->pack);
    } else if (packed) {
        align = 8;
    }
    l->align = at_least(l->align, at_least(asked, align));
    l->user_align |= type_node(f->type)->user_align;
}

/* A bit-field lies in a unit of its type where one holds it, else its offset is that of its
 * first byte. */
static void place_bit_field(Field *f, uint64_t bit)
{
    uint64_t unit = f->type->size;
    uint64_t offset = unit ? bit / 8 / unit * unit : bit / 8;
    if (bit - offset * 8 + f->bit_width > unit * 8)
        offset = bit / 8;
    f->offset = offset;
    f->bit_offset = (uint32_t)(bit - offset * 8);
}

static void place_field(Layout *l, Field *f)
{
    uint32_t explicit_align = attr_alignment(l->ts, f->attrs);
    if (f->align > explicit_align)
        explicit_align = f->align;
    bool packed = l->r->packed || attr_find(f->attrs, ATTR_PACKED);
    bool zero_width = f->is_bit_field && f->bit_width == 0;
    uint64_t asked = wanted_align(l, f, explicit_align, packed);
    l->user_align |= explicit_align != 0;
    if (l->pack && !zero_width)
        asked = at_most(asked, l->pack);

    if (f->is_bit_field)
        bit_field_record_align(l, f, asked, packed);
    else
        l->align = at_least(l->align, asked);

    uint64_t start = l->r->is_union ? 0 : round_up(l->bits, asked);
    uint64_t size = f->is_bit_field ? f->bit_width : f->type->size * 8;
    if (f->is_bit_field && !zero_width && !packed && !l->pack && !l->r->is_union) {
        uint64_t align = type_align_bits(l->ts, f->type);
        uint64_t units = (start % align + size + align - 1) / align;
        if (units > f->type->size * 8 / align)
            start = round_up(start, align);
        l->user_align |= type_node(f->type)->user_align;
    }
    if (f->is_bit_field) {
        place_bit_field(f, start);
    } else {
        f->offset = start / 8;
    }
    if (l->r->is_union)
        l->bits = at_least(l->bits, round_up(size, 8));
    else
        l->bits = start + size;
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
    r->size = round_up(round_up(l.bits, 8), l.align) / 8;
    r->complete = true;
    r->being_defined = false;
    TypeNode *n = type_node(r->type);
    n->t.size = r->size;
    n->t.align = r->align;
    n->user_align |= l.user_align;
    type_completed(r->type);
}

void enum_layout(Types *ts, EnumInfo *e, const Type *underlying)
{
    TypeNode *n = type_node(e->type);
    (void)ts;
    e->underlying = underlying->canon;
    e->complete = true;
    n->t.size = underlying->size;
    n->t.align = underlying->align;
    n->t.width = underlying->width;
    n->t.is_unsigned = underlying->is_unsigned;
    type_completed(e->type);
}

uint32_t type_alignof(const Types *ts, const Type *t, bool standard)
{
    if (t->kind == TYPE_FUNCTION || t->kind == TYPE_VOID)
        return 1;
    if (!standard || type_node(t)->user_align)
        return t->align ? t->align : 1;
    return (uint32_t)(type_align_bits(ts, t) / 8);
}
