/* sema/tag.c - struct, union and enum: which type a tag means, and what is inside.
 *
 * What comes in: TagSpecs. What goes out: record and enum types, laid out; enumerators bound.
 *
 *     struct s;               a new tag in this scope
 *     struct s *p;            the innermost `s`, or a new one here
 *     struct s { int a; };    completes the `s` of this scope
 *
 * C23 6.7.3.2 (members), 6.7.3.3 (enumerations), 6.7.3.4 (tags). GNU: enumerators beyond int,
 * empty records, anonymous members of MS and Plan 9. */
#include "sema/sema_internal.h"

static const char *tag_word(TagKind k)
{
    switch (k) {
    case TAG_STRUCT: return "struct";
    case TAG_UNION: return "union";
    case TAG_ENUM: return "enum";
    }
    return "";
}

static bool tag_matches(const Type *t, TagKind k)
{
    switch (k) {
    case TAG_STRUCT: return t->kind == TYPE_STRUCT;
    case TAG_UNION: return t->kind == TYPE_UNION;
    case TAG_ENUM: return t->kind == TYPE_ENUM;
    }
    return false;
}

static Loc tag_loc(const Type *t)
{
    return t->kind == TYPE_ENUM ? t->u.enum_info->loc : t->u.record->loc;
}

/* Complete, or about to be: its braces are open. */
static bool tag_complete(const Type *t)
{
    return t->kind == TYPE_ENUM ? t->u.enum_info->complete || t->u.enum_info->constants
                                : t->u.record->complete || t->u.record->being_defined;
}

static const Type *tag_new(Sema *s, const TagSpec *tag)
{
    Loc loc = tag->name ? tag->name_loc : tag->loc;
    const Type *t = tag->kind == TAG_ENUM
                        ? type_enum(s->types, tag->name, loc)
                        : type_record(s->types, tag->kind == TAG_UNION, tag->name, loc);
    scope_bind_tag(s, tag->name, t);
    VEC_PUSH(s->arena, &s->unit->tags, t);
    return t;
}

/* ---- members ------------------------------------------------------------------------------- */
typedef struct Members {
    VEC(Field) fields;
    Map names; /* Name -> Loc + 1 */
    Record *record;
} Members;

static void member_name(Sema *s, Members *m, Name n, Loc loc)
{
    uintptr_t before;
    if (!n)
        return;
    if (map_get(&m->names, MAP_KEY_PTR(n), &before))
        sema_error_note(s, loc, (Loc)before, "the first one is here", "duplicate member `%s`",
                        n->text);
    else
        map_put(&m->names, MAP_KEY_PTR(n), loc);
}

/* The members of an anonymous member are members of the record around it, C23 6.7.3.2p15. */
static void member_names_of(Sema *s, Members *m, const Record *r, Loc loc)
{
    for (uint32_t i = 0; i < r->field_count; i++) {
        const Field *f = &r->fields[i];
        if (f->name)
            member_name(s, m, f->name, f->loc ? f->loc : loc);
        else if (type_is_record(f->type))
            member_names_of(s, m, f->type->canon->u.record, loc);
    }
}

static void member_bit_width(Sema *s, Field *f, InitDeclarator *d)
{
    i128 width;
    f->is_bit_field = true;
    if (!expr_const_int(s, &d->bit_width, &width)) {
        if (!is_error(d->bit_width->type))
            sema_error(s, span_of(d->bit_width), "the width of a bit-field must be a constant");
        width = 1;
    }
    if (!type_is_integer(f->type)) {
        if (!is_error(f->type))
            sema_error_at(s, f->loc, "bit-field `%s` has type `%s`, which is no integer type",
                          NAME_TEXT(f->name), SPELL(s, f->type));
        f->type = int_type(s);
        width = 1;
    }
    uint32_t limit = f->type->kind == TYPE_BOOL ? 1 : (uint32_t)f->type->size * 8;
    if (f->type->kind == TYPE_BITINT)
        limit = f->type->width;
    if (width < 0 || width > limit) {
        sema_error(s, span_of(d->bit_width),
                   width < 0 ? "bit-field `%s` has a negative width"
                             : "bit-field `%s` is wider than its type `%s`",
                   NAME_TEXT(f->name), SPELL(s, f->type));
        width = 1;
    }
    if (width == 0 && f->name) {
        sema_error(s, span_of(d->bit_width), "bit-field `%s` has width zero", f->name->text);
        width = 1;
    }
    f->bit_width = (uint32_t)width;
}

static void member_check_type(Sema *s, Members *m, Field *f)
{
    const Type *t = f->type;
    if (is_error(t))
        return;
    if (t->kind == TYPE_FUNCTION) {
        sema_error_at(s, f->loc, "member `%s` is declared as a function", NAME_TEXT(f->name));
        f->type = basic(s, TYPE_ERROR);
    } else if (t->kind == TYPE_ARRAY && t->incomplete) {
        f->flexible = true; /* its place is checked at the end */
    } else if (!type_is_complete(t)) {
        sema_error_at(s, f->loc, "member `%s` has the incomplete type `%s`%s", NAME_TEXT(f->name),
                      SPELL(s, t), suggest_tag(s, t));
        f->type = basic(s, TYPE_ERROR);
    }
    if (f->type->quals & QUAL_CONST)
        m->record->has_const_member = true;
}

static void member_add(Sema *s, Members *m, const Decl *d, const Type *base, InitDeclarator *id)
{
    Field f = {0};
    Declarator *dr = id->declarator;
    attrs_prepare(s, dr->attrs);
    attrs_prepare(s, dr->inner_attrs);
    f.name = dr->name;
    f.loc = dr->loc;
    f.type = declarator_type(s, base, dr, NULL);
    f.attrs = attr_join(s->arena, d->attrs, d->specs->attrs);
    f.attrs = attr_join(s->arena, f.attrs, dr->inner_attrs);
    f.attrs = attr_join(s->arena, f.attrs, dr->attrs);
    if (dr->attrs)
        f.type = attrs_to_type(s, f.type, dr->attrs);
    f.align = spec_align(s, d->specs->aligns);
    f.owner = m->record;
    f.index = m->fields.len;
    if (id->bit_width)
        member_bit_width(s, &f, id);
    else
        member_check_type(s, m, &f);
    member_name(s, m, f.name, f.loc);
    VEC_PUSH(s->arena, &m->fields, f);
}

/* A declaration without declarators: an anonymous member, or a nested tag and no member. */
static void member_anonymous(Sema *s, Members *m, const Decl *d, const Type *base)
{
    const Dialect *dialect = s->unit->dialect;
    const Specs *sp = d->specs;
    bool ms = dialect && (dialect->ms_extensions || dialect->plan9_extensions);
    if (!type_is_record(base))
        return; /* `int;`: both compilers warn */
    bool anonymous = sp->base == BASE_TAG && !sp->tag->name;
    if (!anonymous && !ms)
        return;
    if (!type_is_complete(base))
        return;
    Field f = {0};
    f.loc = d->begin;
    f.type = base;
    f.attrs = attr_join(s->arena, d->attrs, sp->attrs);
    f.align = spec_align(s, sp->aligns);
    f.owner = m->record;
    f.index = m->fields.len;
    if (dialect && dialect->plan9_extensions && sp->base == BASE_TYPEDEF) {
        f.name = sp->typedef_name;
        f.embedded = true;
    }
    if (base->canon->u.record->has_const_member)
        m->record->has_const_member = true;
    member_names_of(s, m, base->canon->u.record, d->begin);
    VEC_PUSH(s->arena, &m->fields, f);
}

static void members_check_flexible(Sema *s, Members *m)
{
    uint32_t named = 0;
    for (uint32_t i = 0; i < m->fields.len; i++) {
        const Field *f = &m->fields.data[i];
        named += !f->flexible && (f->name || !f->is_bit_field);
        if (f->flexible && m->record->is_union)
            sema_error_at(s, f->loc, "flexible array member `%s` in a union", NAME_TEXT(f->name));
        else if (f->flexible && !named)
            sema_error_at(s, f->loc, "flexible array member `%s` in a struct without other members",
                          NAME_TEXT(f->name));
    }
    for (uint32_t i = 0; i < m->fields.len; i++) {
        Field *f = &m->fields.data[i];
        if (!f->flexible || i + 1 == m->fields.len || m->record->is_union)
            continue;
        sema_error_note(s, f->loc, m->fields.data[i + 1].loc, "this member follows",
                        "flexible array member `%s` is not at the end of the struct",
                        NAME_TEXT(f->name));
        f->flexible = false;
        f->type = type_array(s->types, f->type->elem, 0);
    }
}

static void record_define(Sema *s, const Type *t, TagSpec *tag)
{
    Record *r = t->u.record;
    Members m = {0};
    map_init(&m.names, s->arena);
    m.record = r;
    r->being_defined = true;
    r->loc = tag->name ? tag->name_loc : tag->loc;
    r->attrs = tag->attrs;
    for (Decl *d = tag->members; d; d = d->next) {
        if (d->kind == DECL_STATIC_ASSERT) {
            decl_static_assert(s, d);
            continue;
        }
        if (d->kind != DECL_VARS)
            continue;
        attrs_prepare(s, d->attrs);
        spec_only_type(s, d->specs, 0);
        const Type *base = spec_type(s, d->specs, d->declarators != NULL);
        if (!d->declarators)
            member_anonymous(s, &m, d, base);
        for (InitDeclarator *id = d->declarators; id; id = id->next)
            member_add(s, &m, d, base, id);
    }
    members_check_flexible(s, &m);
    r->being_defined = false;
    record_layout(s->types, r, m.fields.data, m.fields.len, tag->pack);
    if (r->too_large)
        sema_error_at(s, r->loc, "`%s` is too large", SPELL(s, t));
    if (attr_find(r->attrs, ATTR_TRANSPARENT_UNION))
        r->transparent = true;
}

/* ---- enumerations -------------------------------------------------------------------------- */
typedef struct EnumRange {
    i128 min, max;
    bool any;
} EnumRange;

/* u128 and i128 in one order: is the value of a constant of type t above INT128_MAX? Not for
 * the types an enumerator can have in practice; such values wrap. */
static void enum_widen(EnumRange *r, i128 v)
{
    if (!r->any || v < r->min)
        r->min = v;
    if (!r->any || v > r->max)
        r->max = v;
    r->any = true;
}

static bool fits(const Type *t, i128 min, i128 max)
{
    uint32_t bits = t->width;
    if (t->is_unsigned)
        return min >= 0 && (bits >= 127 || max <= (((i128)1 << bits) - 1));
    return bits >= 128 || (min >= -((i128)1 << (bits - 1)) && max <= (((i128)1 << (bits - 1)) - 1));
}

/* The integer type of an enumeration without a fixed one, as gcc and clang choose it. */
static const Type *enum_underlying(Sema *s, const EnumRange *r, bool packed)
{
    static const TypeKind signed_[] = {TYPE_SCHAR, TYPE_SHORT, TYPE_INT,
                                       TYPE_LONG,  TYPE_LLONG, TYPE_INT128};
    static const TypeKind unsigned_[] = {TYPE_UCHAR, TYPE_USHORT, TYPE_UINT,
                                         TYPE_ULONG, TYPE_ULLONG, TYPE_UINT128};
    const TypeKind *kinds = r->any && r->min < 0 ? signed_ : unsigned_;
    for (size_t i = packed ? 0 : 2; i < COUNT_OF(signed_); i++) {
        const Type *t = basic(s, kinds[i]);
        if (fits(t, r->min, r->max))
            return t;
    }
    return basic(s, TYPE_ULLONG);
}

static bool is_constant_of(const Symbol *sym, const EnumInfo *info)
{
    for (uint32_t i = 0; info && i < info->constant_count; i++)
        if (info->constants[i] == sym)
            return true;
    return false;
}

/* again: the enumeration that is defined once more, or NULL. */
static Symbol *enum_constant(Sema *s, Enumerator *en, const Type *t, i128 v, const EnumInfo *again)
{
    Symbol *before = scope_find_here(s, en->name);
    if (before && !is_constant_of(before, again)) {
        sema_error_note(s, en->loc, before->loc, "the previous definition is here",
                        before->kind == SYM_ENUM_CONST ? "redefinition of enumerator `%s`"
                                                       : "`%s` is redefined as an enumerator",
                        en->name->text);
    }
    Symbol *sym = symbol_new(s, SYM_ENUM_CONST, en->name, t, en->loc);
    sym->def_loc = en->loc;
    sym->enum_value = v;
    sym->is_definition = true;
    attrs_prepare(s, en->attrs);
    sym->attrs = en->attrs;
    en->sym = sym;
    if (!before)
        scope_bind(s, en->name, sym);
    return sym;
}

/* Value of one enumerator: *v comes in as the one before plus one. */
static const Type *enum_value(Sema *s, Enumerator *en, const Type *fixed, const Type *previous,
                              i128 *v)
{
    const Type *t = previous;
    if (en->value) {
        if (!expr_const_int(s, &en->value, v)) {
            if (!is_error(en->value->type))
                sema_error(s, span_of(en->value),
                           "the value of enumerator `%s` is no integer constant", en->name->text);
            *v = 0;
            t = int_type(s);
        } else {
            t = en->value->type;
        }
    }
    if (fixed) {
        if (!fits(fixed, *v, *v))
            sema_error_at(s, en->loc, "enumerator `%s` doesn't fit into `%s`", en->name->text,
                          SPELL(s, fixed));
        return fixed;
    }
    if (fits(int_type(s), *v, *v))
        return int_type(s);
    if (t && t->kind != TYPE_ERROR && fits(t, *v, *v) && t->kind != TYPE_ENUM)
        return t;
    return enum_underlying(s, &(EnumRange){*v, *v, true}, false);
}

static void enum_define(Sema *s, const Type *t, TagSpec *tag, bool packed, const Type *before)
{
    EnumInfo *info = t->u.enum_info;
    if (!tag->enumerator_count)
        sema_error_at(s, tag->loc, "an enumeration without enumerators");
    const Type *fixed = info->fixed ? info->underlying : NULL, *previous = int_type(s);
    EnumRange range = {0};
    i128 next = 0;
    info->loc = tag->name ? tag->name_loc : tag->loc;
    info->attrs = tag->attrs;
    info->constants = ARENA_ARRAY(s->arena, Symbol *, tag->enumerator_count + 1);
    for (uint32_t i = 0; i < tag->enumerator_count; i++) {
        Enumerator *en = &tag->enumerators[i];
        previous = enum_value(s, en, fixed, previous, &next);
        info->constants[i] =
            enum_constant(s, en, fixed ? t : previous, next, before ? before->u.enum_info : NULL);
        enum_widen(&range, next);
        next++;
    }
    info->constant_count = tag->enumerator_count;
    const Type *under = fixed ? fixed : enum_underlying(s, &range, packed);
    enum_layout(s->types, info, under);
    if (fixed)
        return;
    for (uint32_t i = 0; i < info->constant_count; i++) {
        Symbol *c = info->constants[i];
        c->type = fits(int_type(s), c->enum_value, c->enum_value) ? int_type(s) : under;
    }
}

/* `enum e : long`, C23 6.7.3.3p5. The type is complete from here on. */
static void enum_fix(Sema *s, const Type *t, TagSpec *tag)
{
    EnumInfo *info = t->u.enum_info;
    const Type *u = tag->underlying_type ? type_name_type(s, tag->underlying_type)
                                         : spec_type(s, tag->underlying, true);
    if (!type_is_integer(u) || u->kind == TYPE_ENUM) {
        if (!is_error(u))
            sema_error_at(s, tag->loc, "`%s` can't be the type under an enumeration", SPELL(s, u));
        u = int_type(s);
    }
    info->fixed = true;
    info->underlying = type_unqualified(s->types, u)->canon;
    enum_layout(s->types, info, info->underlying);
}

/* ---- the tag itself ------------------------------------------------------------------------ */

/* C23 6.7.3.4p1: a complete type may be defined again in its scope, with the same content. */
static bool defines_again(const Sema *s, const Type *t)
{
    bool open = t->kind != TYPE_ENUM && t->u.record->being_defined;
    return !open && s->unit->dialect && s->unit->dialect->std >= STD_C23;
}

/* Finds or makes the type; NULL after an error. *before: the type that is defined once more; then
 * the result is NULL as well. */
static const Type *tag_find(Sema *s, TagSpec *tag, bool alone, const Type **before)
{
    if (!tag->name)
        return tag_new(s, tag);
    bool here = tag->defined || (alone && tag->kind != TAG_ENUM) ||
                (alone && (tag->underlying || tag->underlying_type));
    const Type *t = here ? scope_find_tag_here(s, tag->name) : scope_find_tag(s, tag->name);
    if (!t)
        return tag_new(s, tag);
    if (!tag_matches(t, tag->kind)) {
        if (!tag->defined && !alone && scope_find_tag_here(s, tag->name) != t) {
            sema_error_note(s, tag->name_loc, tag_loc(t), "it is declared here", "`%s` is no %s",
                            tag->name->text, tag_word(tag->kind));
            return NULL;
        }
        sema_error_note(s, tag->name_loc, tag_loc(t), "the previous use is here",
                        "`%s` is used as the wrong kind of tag: `%s %s`", tag->name->text,
                        tag_word(tag->kind), tag->name->text);
        return NULL;
    }
    if (tag->defined && tag_complete(t) &&
        !(t->kind == TYPE_ENUM && t->u.enum_info->fixed && !t->u.enum_info->constants)) {
        if (defines_again(s, t)) {
            *before = t;
            return NULL;
        }
        sema_error_note(s, tag->name_loc, tag_loc(t), "the previous definition is here",
                        "redefinition of `%s %s`", tag_word(tag->kind), tag->name->text);
        return NULL;
    }
    return t;
}

const Type *tag_type(Sema *s, TagSpec *tag, bool alone, bool packed_enum)
{
    if (tag->type)
        return tag->type;
    attrs_prepare(s, tag->attrs);
    const Type *before = NULL;
    const Type *t = tag_find(s, tag, alone, &before);
    if (!t) {
        tag->type = basic(s, TYPE_ERROR);
        if (!tag->defined)
            return tag->type;
        /* Its members are still read, under no name, so that their mistakes are told. */
        t = tag->kind == TAG_ENUM
                ? type_enum(s->types, tag->name, tag->loc)
                : type_record(s->types, tag->kind == TAG_UNION, tag->name, tag->loc);
    }
    tag->type = t;
    if (t->kind == TYPE_ENUM) {
        if ((tag->underlying || tag->underlying_type) && !t->u.enum_info->fixed)
            enum_fix(s, t, tag);
        bool packed = packed_enum || attr_find(tag->attrs, ATTR_PACKED) ||
                      (s->unit->dialect && s->unit->dialect->short_enums);
        if (tag->defined)
            enum_define(s, t, tag, packed, before);
    } else if (tag->defined) {
        record_define(s, t, tag);
    }
    if (before && !type_same_content(s->types, t, before))
        sema_error_note(s, tag->name_loc, tag_loc(before), "the previous definition is here",
                        "`%s %s` is defined again with another content", tag_word(tag->kind),
                        tag->name->text);
    if (before)
        t = tag->type = before;
    return t;
}
