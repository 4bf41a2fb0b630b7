/* interp/memory.c - objects, addresses, checked access.
 *
 * What comes in: an address, or a place that was resolved to a Spot. What goes out: the bytes,
 * after every question that C asks of an access: is it in an object, does the object live, are all
 * bytes in it, were they written.
 *
 * An object gets its number when somebody asks for its address: locals that nobody points to come
 * and go without one, and their descriptions are used again. */
#include "interp/interp_internal.h"

/* ---- memory of our own ---------------------------------------------------------------------- */

static uint32_t size_class(size_t bytes)
{
    uint32_t c = 5;
    while (((size_t)1 << c) < bytes)
        c++;
    return c;
}

void *interp_take(Run *r, size_t bytes)
{
    uint32_t c = size_class(bytes);
    void *p = r->spare[c];
    if (!p)
        return arena_alloc(r->arena, (size_t)1 << c);
    memcpy(&r->spare[c], p, sizeof p);
    memset(p, 0, bytes);
    return p;
}

void interp_give(Run *r, void *p, size_t bytes)
{
    uint32_t c = size_class(bytes);
    memcpy(p, &r->spare[c], sizeof p);
    r->spare[c] = p;
}

/* ---- objects -------------------------------------------------------------------------------- */

Object *object_new(Run *r, ObjectKind kind, uint64_t size)
{
    Object *o = interp_take(r, sizeof *o);
    o->kind = (uint8_t)kind;
    o->size = size;
    o->made = interp_stamp(r);
    if (kind == OBJECT_CODE || kind == OBJECT_LABELS)
        return o;
    o->bytes = interp_take(r, size * 2 + 1);
    o->init = o->bytes + size;
    return o;
}

void object_end(Run *r, Object *o, ObjectLife life)
{
    if (o->bytes)
        interp_give(r, o->bytes, o->size * 2 + 1);
    o->bytes = o->init = NULL;
    o->life = (uint8_t)life;
    o->ended = interp_stamp(r);
}

void object_forget(Run *r, Object *o)
{
    if (o->bytes)
        interp_give(r, o->bytes, o->size * 2 + 1);
    interp_give(r, o, sizeof *o);
}

uint64_t object_address(Run *r, Object *o)
{
    if (!o->id) {
        if (r->objects.len == 0)
            VEC_PUSH(r->arena, &r->objects, NULL);
        if (r->objects.len >= OBJECTS_MOST)
            interp_cannot(r, "too many objects");
        o->id = r->objects.len;
        VEC_PUSH(r->arena, &r->objects, o);
    }
    return (uint64_t)o->id << ADDRESS_SHIFT | ADDRESS_MIDDLE;
}

Spot spot_of(const Run *r, uint64_t address)
{
    uint64_t id = address >> ADDRESS_SHIFT;
    Spot s = {.address = address};
    if (id == 0 || id >= r->objects.len)
        return s;
    s.object = r->objects.data[id];
    s.offset = (int64_t)(address & (ADDRESS_MIDDLE * 2 - 1)) - (int64_t)ADDRESS_MIDDLE;
    return s;
}

uint64_t spot_address(Run *r, Spot s)
{
    return s.object ? object_address(r, s.object) + (uint64_t)s.offset
                    : s.address + (uint64_t)s.offset;
}

/* ---- access --------------------------------------------------------------------------------- */

static const char *described(Run *r, const Object *o)
{
    if (o->sym)
        return arena_printf(r->arena, "`%s`", NAME_TEXT(o->sym->name));
    return o->kind == OBJECT_HEAP     ? "an allocated object"
           : o->kind == OBJECT_STRING ? "a string literal"
                                      : "an object";
}

static const char *bytes_text(Run *r, uint64_t n)
{
    return arena_printf(r->arena, "%llu byte%s", (unsigned long long)n, n == 1 ? "" : "s");
}

static NORETURN void bad_address(Run *r, Spot s, uint64_t size, const char *verb)
{
    uint64_t a = s.address + (uint64_t)s.offset;
    if (a < NULL_END || s.address < NULL_END)
        interp_error(r, RUN_NULL_DEREF, NULL, "%s %s through a null pointer", verb,
                     bytes_text(r, size));
    interp_error(r, RUN_WILD_POINTER, NULL, "%s %s at address %#llx, where no object ever was",
                 verb, bytes_text(r, size), (unsigned long long)a);
}

static NORETURN void dead_object(Run *r, const Object *o, uint64_t size, const char *verb)
{
    const char *n = bytes_text(r, size), *what = described(r, o);
    if (o->life == OBJECT_ENDED)
        interp_error(r, RUN_USE_AFTER_SCOPE, o, "%s %s of %s, whose scope has ended", verb, n,
                     what);
    if (o->life == OBJECT_MOVED)
        interp_error(r, RUN_INVALIDATED_BORROW, o, "%s %s of %s that was moved", verb, n, what);
    interp_error(r, RUN_USE_AFTER_FREE, o, "%s %s of %s that was freed", verb, n, what);
}

unsigned char *spot_bytes(Run *r, Spot s, uint64_t size, bool write)
{
    const char *verb = write ? "writes" : "reads";
    Object *o = s.object;
    if (!o)
        bad_address(r, s, size, verb);
    if (o->life != OBJECT_LIVES)
        dead_object(r, o, size, verb);
    if (!o->bytes)
        interp_error(r, RUN_WILD_POINTER, NULL, "%s %s of the code of `%s`", verb,
                     bytes_text(r, size), o->sym ? NAME_TEXT(o->sym->name) : "?");
    if (s.offset < 0 || (uint64_t)s.offset > o->size || size > o->size - (uint64_t)s.offset)
        interp_error(r, RUN_OUT_OF_BOUNDS, o, "%s %s at offset %lld of %s, which has %s", verb,
                     bytes_text(r, size), (long long)s.offset, described(r, o),
                     bytes_text(r, o->size));
    if (write && o->read_only)
        interp_error(r, RUN_READ_ONLY, o, "writes %s of %s", bytes_text(r, size), described(r, o));
    return o->bytes + s.offset;
}

/* Bytes of a value that hold something: the rest of an x87 number is padding. */
static uint64_t value_bytes(const Type *t)
{
    return t->kind == TYPE_LDOUBLE && t->size > 10 ? 10 : t->size;
}

static uint64_t record_bytes(const Field *f)
{
    return f->offset + (f->bit_offset + f->bit_width + 7) / 8;
}

static bool written(const unsigned char *init, uint64_t n)
{
    for (uint64_t i = 0; i < n; i++)
        if (init[i] != 0xFF)
            return false;
    return true;
}

bool spot_peek(Run *r, Spot s, const Type *t, Scalar *v)
{
    if (s.bits) {
        /* the unit of a bit-field may reach past what the record's other bytes need */
        const unsigned char *at = spot_bytes(r, s, record_bytes(s.bits), false);
        *v = value_get_bits(s.bits, at);
        return value_has_bits(s.bits, s.object->init + s.offset);
    }
    const unsigned char *at = spot_bytes(r, s, t->size, false);
    *v = value_get(t, at);
    return written(s.object->init + s.offset, value_bytes(t));
}

Scalar spot_read(Run *r, Spot s, const Type *t)
{
    Scalar v;
    if (!spot_peek(r, s, t, &v))
        interp_error(r, RUN_UNINIT, s.object, "reads %s of %s that nobody has written",
                     s.bits ? "a bit-field" : bytes_text(r, t->size), described(r, s.object));
    return v;
}

void spot_write(Run *r, Spot s, const Type *t, Scalar v)
{
    if (s.bits) {
        unsigned char *at = spot_bytes(r, s, record_bytes(s.bits), true);
        value_put_bits(s.bits, at, v);
        value_mark_bits(s.bits, s.object->init + s.offset);
        return;
    }
    unsigned char *at = spot_bytes(r, s, t->size, true);
    value_put(t, at, v);
    memset(s.object->init + s.offset, 0xFF, t->size);
}

void spot_copy(Run *r, Spot to, Spot from, uint64_t size)
{
    if (!size)
        return;
    const unsigned char *src = spot_bytes(r, from, size, false);
    unsigned char *dst = spot_bytes(r, to, size, true);
    memmove(dst, src, size);
    memmove(to.object->init + to.offset, from.object->init + from.offset, size);
}

void spot_fill(Run *r, Spot to, unsigned char byte, uint64_t size)
{
    if (!size)
        return;
    memset(spot_bytes(r, to, size, true), byte, size);
    memset(to.object->init + to.offset, 0xFF, size);
}

void memory_put(Run *r, uint64_t address, const void *from, uint64_t size)
{
    if (!size)
        return;
    Spot s = spot_of(r, address);
    memcpy(spot_bytes(r, s, size, true), from, size);
    memset(s.object->init + s.offset, 0xFF, size);
}

const unsigned char *memory_get(Run *r, uint64_t address, uint64_t size)
{
    if (!size)
        return (const unsigned char *)"";
    Spot s = spot_of(r, address);
    const unsigned char *p = spot_bytes(r, s, size, false);
    if (!written(s.object->init + s.offset, size))
        interp_error(r, RUN_UNINIT, s.object, "reads %s of %s, of which some were never written",
                     bytes_text(r, size), described(r, s.object));
    return p;
}

uint64_t memory_strlen(Run *r, uint64_t address, uint64_t most)
{
    for (uint64_t n = 0; n < most; n++)
        if (*memory_get(r, address + n, 1) == 0)
            return n;
    return most;
}

const char *memory_string(Run *r, uint64_t address)
{
    (void)memory_strlen(r, address, UINT64_MAX);
    return (const char *)memory_get(r, address, 1);
}

/* ---- leaks ---------------------------------------------------------------------------------- */

/* Whatever looks like an address keeps its object, as any leak checker has it. */
static void mark(Run *r, Object *first)
{
    VEC(Object *) stack = {0};
    first->marked = true;
    VEC_PUSH(r->arena, &stack, first);
    while (stack.len) {
        Object *o = stack.data[--stack.len];
        for (uint64_t i = 0; o->bytes && i + 8 <= o->size; i++) {
            uint64_t a;
            memcpy(&a, o->bytes + i, sizeof a);
            Spot s = spot_of(r, a);
            if (!s.object || s.object->marked || s.object->life != OBJECT_LIVES ||
                !written(o->init + i, 8))
                continue;
            s.object->marked = true;
            VEC_PUSH(r->arena, &stack, s.object);
        }
    }
}

void interp_find_leaks(Run *r)
{
    for (uint32_t i = 1; i < r->objects.len; i++) {
        Object *o = r->objects.data[i];
        if (!o->marked && o->life == OBJECT_LIVES && o->kind != OBJECT_HEAP)
            mark(r, o);
    }
    for (const Frame *f = r->top; f; f = f->caller) /* exit was called */
        for (uint32_t i = 0; i < f->fn->locals.len; i++)
            if (f->objects[i] && !f->objects[i]->marked)
                mark(r, f->objects[i]);
    for (uint32_t i = 0; i < r->heap.len; i++) {
        Object *o = r->heap.data[i];
        if (o->life == OBJECT_LIVES && !o->marked)
            interp_error(r, RUN_LEAK, o, "%s is never freed, and nothing refers to it at the end",
                         bytes_text(r, o->size));
    }
}
