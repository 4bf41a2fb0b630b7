/* engine/cases_place.c - from bytes of an object to the path that a programmer would write.
 *
 *     struct buf { char *data; size_t len; } of 16 bytes:  8 bytes at 8 are `.len`
 *
 * In: a type, an offset, a size. Out: members and elements, as deep as they fit exactly; or
 * nothing, where bytes are spoken of that no member names. */
#include "engine/cases.h"

bool place_is_gap(const Field *f)
{
    return f->is_bit_field || (f->name && strncmp(f->name->text, "corten_gap_", 11) == 0);
}

static bool path_in_record(Arena *arena, const Type *t, int64_t off, uint64_t size, Text *out,
                           const Type **found)
{
    const Record *r = t->u.record;
    size_t start = out->len;
    for (uint32_t i = 0; i < r->field_count; i++) {
        const Field *f = &r->fields[i];
        if (place_is_gap(f) || f->segment || off < (int64_t)f->offset ||
            off + (int64_t)size > (int64_t)(f->offset + f->type->size))
            continue;
        if (f->name)
            text_addf(out, ".%s", f->name->text);
        else if (!type_is_record(f->type))
            continue;
        if (place_path(arena, f->type, off - (int64_t)f->offset, size, out, found))
            return true;
        out->len = start;
    }
    return false;
}

bool place_path(Arena *arena, const Type *t, int64_t off, uint64_t size, Text *out,
                const Type **found)
{
    size_t start = out->len;
    if (!t || off < 0 || !size || !type_is_complete(t) || t->vla)
        return false;
    if (type_is_record(t) && path_in_record(arena, t, off, size, out, found))
        return true;
    out->len = start;
    if (t->kind == TYPE_ARRAY && t->elem->size && off < (int64_t)t->size) {
        text_addf(out, "[%lld]", (long long)off / (long long)t->elem->size);
        if (place_path(arena, t->elem, off % (int64_t)t->elem->size, size, out, found))
            return true;
        out->len = start;
    }
    if (off != 0 || size != t->size)
        return false;
    *found = t;
    return true;
}

const Type *place_member(const Type *t, Name name, int64_t *off)
{
    const Field *path[16];
    if (!t || !type_is_record(t) || !t->u.record->complete)
        return NULL;
    uint32_t n = record_find(t->u.record, name, path);
    for (uint32_t i = 0; i < n; i++)
        *off += (int64_t)path[i]->offset;
    return n ? path[n - 1]->type : NULL;
}
