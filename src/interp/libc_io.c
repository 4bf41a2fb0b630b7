/* interp/libc_io.c - of the C library: input and output; lists of variable arguments.
 *
 * What comes in: a Call; a format and a list of arguments. What goes out: text to
 * RunOptions.write, standard output through a buffer as glibc has it when it is no terminal.
 *
 * A list of arguments is an object with a slot of 8 bytes for each (of 16 for wide ones), and a
 * va_list holds the address of the next: taking more than there are is an access past the end. */
#include "interp/interp_internal.h"

#include <stdio.h>

/* ---- lists ---------------------------------------------------------------------------------- */

static uint64_t slot_align(const Type *t)
{
    return t->align > 8 ? 16 : 8;
}

static uint64_t slot_bytes(const Type *t)
{
    return (t->size + 7) / 8 * 8;
}

Object *interp_varargs(Run *r, const Scalar *args, const Type **types, const Spot *places,
                       uint32_t count)
{
    uint64_t size = 0, at = 0;
    for (uint32_t i = 0; i < count; i++) {
        size = (size + slot_align(types[i]) - 1) / slot_align(types[i]) * slot_align(types[i]);
        size += slot_bytes(types[i]);
    }
    Object *o = object_new(r, OBJECT_LOCAL, size);
    for (uint32_t i = 0; i < count; i++) {
        const Type *t = types[i];
        at = (at + slot_align(t) - 1) / slot_align(t) * slot_align(t);
        Spot to = {.object = o, .offset = (int64_t)at};
        if (places && places[i].object)
            spot_copy(r, to, places[i], t->size);
        else if (type_is_integer(t) && t->size < 8) /* extended: %ld of an int is forgiven */
            spot_write(r, to, type_basic(r->types, TYPE_LLONG), args[i]);
        else
            spot_write(r, to, t, args[i]);
        at += slot_bytes(t);
    }
    return o;
}

/* The next argument's place; the list moves on. */
static Spot next_slot(Run *r, Spot *list, const Type *t)
{
    int64_t align = (int64_t)slot_align(t);
    list->offset = (list->offset + align - 1) / align * align;
    Spot s = *list;
    list->offset += (int64_t)slot_bytes(t);
    if (!s.object || s.object->life != OBJECT_LIVES)
        interp_error(r, RUN_BAD_CALL, s.object, "takes an argument from a list that is gone");
    if (list->offset > (int64_t)s.object->size)
        interp_error(r, RUN_FORMAT, NULL, "takes more arguments than were given");
    return s;
}

Scalar interp_va_arg(Run *r, uint64_t list, const Type *t, Spot *place)
{
    const Type *word = type_basic(r->types, TYPE_ULONG);
    Spot at = spot_of(r, list);
    Spot args = spot_of(r, (uint64_t)spot_read(r, at, word).i);
    Spot from = next_slot(r, &args, t);
    Scalar v;
    memset(&v, 0, sizeof v);
    spot_write(r, at, word, (Scalar){.i = spot_address(r, args)});
    if (place)
        spot_copy(r, *place, from, t->size);
    else
        v = spot_read(r, from, t);
    return v;
}

/* ---- output --------------------------------------------------------------------------------- */

void interp_flush(Run *r)
{
    if (r->out.len && !r->options->write(r->options->ctx, 1, r->out.data, r->out.len))
        r->result.text = "error: nobody reads the program's output\n";
    r->out.len = 0;
}

void interp_out(Run *r, int fd, const char *data, size_t len)
{
    if (fd != 1) {
        (void)r->options->write(r->options->ctx, fd, data, len);
        return;
    }
    text_add_n(&r->out, data, len);
    if (r->out.len > 1 << 15)
        interp_flush(r);
}

/* 0 .. 2; an error for what is no open stream. */
static int stream(Call *c, uint64_t file)
{
    for (int i = 0; i < 3; i++) {
        uint64_t at;
        if (!c->r->streams[i])
            continue;
        memcpy(&at, c->r->streams[i]->bytes, 8);
        if (at == file)
            return i;
    }
    if (file < NULL_END)
        interp_error(c->r, RUN_NULL_DEREF, NULL, "a null pointer is no stream");
    interp_error(c->r, RUN_WILD_POINTER, NULL, "no stream that is open");
}

void lib_puts(Call *c)
{
    uint64_t n = memory_strlen(c->r, arg_word(c, 0), UINT64_MAX);
    interp_out(c->r, 1, (const char *)memory_get(c->r, arg_word(c, 0), n), n);
    interp_out(c->r, 1, "\n", 1);
    give_int(c, (int64_t)n + 1);
}

void lib_putchar(Call *c)
{
    char b = (char)arg_word(c, 0);
    interp_out(c->r, 1, &b, 1);
    give_int(c, (unsigned char)b);
}

void lib_fputc(Call *c)
{
    char b = (char)arg_word(c, 0);
    interp_out(c->r, stream(c, arg_word(c, 1)), &b, 1);
    give_int(c, (unsigned char)b);
}

void lib_fputs(Call *c)
{
    uint64_t n = memory_strlen(c->r, arg_word(c, 0), UINT64_MAX);
    interp_out(c->r, stream(c, arg_word(c, 1)), (const char *)memory_get(c->r, arg_word(c, 0), n),
               n);
    give_int(c, 1);
}

void lib_fwrite(Call *c)
{
    uint64_t n;
    if (__builtin_mul_overflow(arg_word(c, 1), arg_word(c, 2), &n))
        interp_error(c->r, RUN_OUT_OF_BOUNDS, NULL, "writes more than any object has");
    interp_out(c->r, stream(c, arg_word(c, 3)), (const char *)memory_get(c->r, arg_word(c, 0), n),
               n);
    give_word(c, arg_word(c, 2));
}

void lib_perror(Call *c)
{
    const char *text = arg_word(c, 0) ? memory_string(c->r, arg_word(c, 0)) : "";
    text = arena_printf(c->r->arena, "%s: error\n", text);
    interp_out(c->r, 2, text, strlen(text));
}

/* ---- printf --------------------------------------------------------------------------------- */

typedef struct Conversion {
    const char *begin; /* of flags */
    size_t flags;
    bool has_precision;
    int width, precision;
    char length; /* 0 h H(hh) l q(ll) L z j t */
    char letter;
} Conversion;

static int64_t next_int(Run *r, Spot *list)
{
    return (int32_t)spot_read(r, next_slot(r, list, type_basic(r->types, TYPE_INT)),
                              type_basic(r->types, TYPE_INT))
        .i;
}

static int number(Run *r, const char **p, Spot *list)
{
    int n = 0;
    if (**p == '*') {
        ++*p;
        return (int)next_int(r, list);
    }
    for (; **p >= '0' && **p <= '9' && n < 100000; ++*p)
        n = n * 10 + **p - '0';
    return n;
}

static const char *conversion(Run *r, const char *p, Spot *list, Conversion *out)
{
    *out = (Conversion){.begin = p};
    while (*p && strchr("-+ #0", *p))
        p++;
    out->flags = (size_t)(p - out->begin);
    out->width = number(r, &p, list);
    if (*p == '.') {
        p++;
        out->has_precision = true;
        out->precision = number(r, &p, list);
    }
    if (*p && strchr("hlLqzjt", *p)) {
        out->length = *p++;
        if ((out->length == 'h' || out->length == 'l') && *p == out->length) {
            out->length = out->length == 'h' ? 'H' : 'q';
            p++;
        }
    }
    out->letter = *p;
    return *p ? p + 1 : p;
}

static Scalar print_number(Run *r, const Conversion *v, Spot *list, bool is_unsigned)
{
    TypeKind k = v->length == 0 || v->length == 'h' || v->length == 'H' ? TYPE_INT : TYPE_LONG;
    const Type *t = type_basic(r->types, k);
    Scalar x = spot_read(r, next_slot(r, list, t), t);
    TypeKind narrow = v->length == 'h'   ? (is_unsigned ? TYPE_USHORT : TYPE_SHORT)
                      : v->length == 'H' ? (is_unsigned ? TYPE_UCHAR : TYPE_SCHAR)
                      : k == TYPE_INT    ? (is_unsigned ? TYPE_UINT : TYPE_INT)
                                         : (is_unsigned ? TYPE_ULONG : TYPE_LONG);
    x.i = type_wrap(type_basic(r->types, narrow), x.i);
    return x;
}

static const char *print_string(Run *r, const Conversion *v, Spot *list)
{
    const Type *word = type_basic(r->types, TYPE_ULONG);
    uint64_t at = (uint64_t)spot_read(r, next_slot(r, list, word), word).i;
    if (v->length == 'l')
        interp_cannot(r, "a wide string in printf");
    bool cut = v->has_precision && v->precision >= 0;
    uint64_t n = memory_strlen(r, at, cut ? (uint64_t)v->precision : UINT64_MAX);
    return arena_strndup(r->scratch, (const char *)memory_get(r, at, n), n);
}

static void print_one(Run *r, const Conversion *v, Spot *list, Text *out)
{
    char spec[80];
    const Type *d = type_basic(r->types, v->length == 'L' ? TYPE_LDOUBLE : TYPE_DOUBLE);
    int width = v->width, precision = v->has_precision ? v->precision : -1;
    bool is_float = v->letter && strchr("eEfFgGaA", v->letter);
    const char *kind = is_float                      ? (v->length == 'L' ? "L" : "")
                       : strchr("diouxX", v->letter) ? "ll"
                                                     : "";
    snprintf(spec, sizeof spec, "%%%.*s*.*%s%c", (int)(v->flags > 8 ? 8 : v->flags), v->begin, kind,
             v->letter);
    switch (v->letter) {
    case 'd':
    case 'i':
        text_addf(out, spec, width, precision, (long long)print_number(r, v, list, false).i);
        break;
    case 'u':
    case 'o':
    case 'x':
    case 'X':
        text_addf(out, spec, width, precision,
                  (unsigned long long)print_number(r, v, list, true).i);
        break;
    case 'c': {
        char b = (char)next_int(r, list);
        text_fill(out, ' ', width > 1 && !memchr(v->begin, '-', v->flags) ? (size_t)width - 1 : 0);
        text_add_n(out, &b, 1);
        text_fill(out, ' ', width > 1 && memchr(v->begin, '-', v->flags) ? (size_t)width - 1 : 0);
        break;
    }
    case 's': text_addf(out, spec, width, precision, print_string(r, v, list)); break;
    case 'p': {
        const Type *word = type_basic(r->types, TYPE_ULONG);
        uint64_t at = (uint64_t)spot_read(r, next_slot(r, list, word), word).i;
        text_addf(out, at ? "%#llx" : "(nil)", (unsigned long long)at);
        break;
    }
    default: {
        if (!is_float)
            interp_error(r, RUN_FORMAT, NULL, "`%%%c` is no conversion", v->letter);
        Scalar x = spot_read(r, next_slot(r, list, d), d);
        if (v->length == 'L')
            text_addf(out, spec, width, precision, x.ld);
        else
            text_addf(out, spec, width, precision, x.d);
    }
    }
}

static void format(Call *c, uint32_t at, Text *out)
{
    Run *r = c->r;
    const char *p = memory_string(r, arg_word(c, at));
    Spot list = spot_of(r, arg_word(c, at + 1));
    Conversion v;
    if (list.object && list.object->kind != OBJECT_LOCAL)
        list = (Spot){0};
    text_init(out, r->arena);
    while (*p) {
        size_t n = strcspn(p, "%");
        text_add_n(out, p, n);
        p += n;
        if (!*p)
            break;
        if (*++p == '%') {
            text_add_char(out, '%');
            p++;
            continue;
        }
        p = conversion(r, p, &list, &v);
        print_one(r, &v, &list, out);
    }
    arena_reset(r->scratch);
}

static void print(Call *c, uint32_t at, Text *out)
{
    const Type *word = type_basic(c->r->types, TYPE_ULONG);
    if (c->lib->name[0] == 'v') /* the list is in a va_list */
        c->args[at + 1] = spot_read(c->r, spot_of(c->r, arg_word(c, at + 1)), word);
    format(c, at, out);
    give_int(c, (int64_t)out->len);
}

void lib_printf(Call *c)
{
    Text t;
    print(c, 0, &t);
    interp_out(c->r, 1, t.data, t.len);
}

void lib_fprintf(Call *c)
{
    Text t;
    int fd = stream(c, arg_word(c, 0));
    print(c, 1, &t);
    interp_out(c->r, fd, t.data, t.len);
}

void lib_sprintf(Call *c)
{
    Text t;
    print(c, 1, &t);
    memory_put(c->r, arg_word(c, 0), t.len ? t.data : "", t.len + 1);
}

void lib_snprintf(Call *c)
{
    Text t;
    uint64_t room = arg_word(c, 1);
    print(c, 2, &t);
    if (!room)
        return;
    uint64_t n = t.len < room ? t.len : room - 1;
    memory_put(c->r, arg_word(c, 0), t.data, n);
    memory_put(c->r, arg_word(c, 0) + n, "", 1);
}

/* ---- input ---------------------------------------------------------------------------------- */

static int next_byte(Run *r)
{
    const char *why;
    if (!r->input_read && !os_read_stdin(r->arena, &r->input, &r->input_len, &why))
        r->input_len = 0;
    r->input_read = true;
    return r->input_at < r->input_len ? (unsigned char)r->input[r->input_at++] : -1;
}

void lib_getchar(Call *c)
{
    give_int(c, next_byte(c->r));
}

void lib_fgetc(Call *c)
{
    give_int(c, stream(c, arg_word(c, 0)) == 0 ? next_byte(c->r) : -1);
}

void lib_fgets(Call *c)
{
    Text t;
    int64_t most = (int64_t)c->args[1].i;
    int b = 0;
    text_init(&t, c->r->arena);
    if (stream(c, arg_word(c, 2)))
        most = 0;
    while ((int64_t)t.len + 1 < most && b != '\n' && (b = next_byte(c->r)) >= 0)
        text_add_char(&t, (char)b);
    if (t.len == 0) {
        give_word(c, 0);
        return;
    }
    memory_put(c->r, arg_word(c, 0), t.data, t.len + 1);
    give_word(c, arg_word(c, 0));
}
