/* interp/error.c - how a run ends before main returns, and how that is told.
 *
 * What comes in: a kind and a text, and the run, whose frames say where. What goes out: lines as
 * compilers print them, and a jump to interp_run.
 *
 *     a.c:9:12: error: reads 4 bytes of an object that was freed [use-after-free]
 *     a.c:8:5: note: freed here, in `drop`
 *     a.c:7:14: note: allocated here, in `main`
 *     a.c:9:12: note: in `last`
 *     a.c:14:3: note: called from `main` */
#include "interp/interp_internal.h"

static const char *const names[] = {
#define ERROR(e, name) name,
#include "interp/errors.def"
#undef ERROR
};

const char *run_error_name(RunErrorKind k)
{
    return names[k];
}

static Span frame_span(const Frame *f)
{
    const Block *b = &f->fn->blocks.data[f->block];
    return f->inst < b->insts.len ? b->insts.data[f->inst].span : b->term.span;
}

Stamp interp_stamp(const Run *r)
{
    if (!r->top)
        return (Stamp){NULL, {0, 0}};
    return (Stamp){r->top->fn, frame_span(r->top)};
}

static void add_place(Text *t, Stamp s)
{
    Position p = {0};
    if (s.fn && s.span.begin)
        p = source_position(s.fn->unit->map, s.span.begin);
    if (p.path)
        text_addf(t, "%s:%u:%u: ", p.path, p.line, p.column);
    else
        text_add(t, "?:0:0: ");
}

static void add_event(Text *t, Stamp s, const char *what)
{
    if (!s.fn)
        return;
    add_place(t, s);
    text_addf(t, "note: %s, in `%s`\n", what, NAME_TEXT(s.fn->sym->name));
}

static void add_frames(const Run *r, Text *t)
{
    uint32_t n = 0;
    for (const Frame *f = r->top; f; f = f->caller, n++) {
        if (n == 12) {
            text_add(t, "note: and more callers\n");
            break;
        }
        add_place(t, (Stamp){f->fn, frame_span(f)});
        text_addf(t, "note: %s `%s`\n", n ? "called from" : "in", NAME_TEXT(f->fn->sym->name));
    }
}

static void add_object(Text *t, const Object *o)
{
    static const char *const ends[] = {"", "freed here", "moved here", "its scope ended here"};
    if (o->life != OBJECT_LIVES)
        add_event(t, o->ended, ends[o->life]);
    if (o->kind == OBJECT_HEAP)
        add_event(t, o->made, "allocated here");
    else if (o->kind == OBJECT_LOCAL)
        add_event(t, o->made, "it lives since here");
}

void interp_error(Run *r, RunErrorKind k, const Object *about, const char *fmt, ...)
{
    Text t;
    va_list ap;
    text_init(&t, r->arena);
    add_place(&t, interp_stamp(r));
    text_add(&t, "error: ");
    va_start(ap, fmt);
    text_vaddf(&t, fmt, ap);
    va_end(ap);
    text_addf(&t, " [%s]\n", names[k]);
    if (about)
        add_object(&t, about);
    add_frames(r, &t);
    r->result.kind = k;
    r->result.text = t.data;
    interp_exit(r, RUN_FAULTED, 0);
}

void interp_cannot(Run *r, const char *fmt, ...)
{
    Text t;
    va_list ap;
    text_init(&t, r->arena);
    if (r->top)
        add_place(&t, interp_stamp(r));
    text_add(&t, "error: cannot go on: ");
    va_start(ap, fmt);
    text_vaddf(&t, fmt, ap);
    va_end(ap);
    text_add(&t, "\n");
    add_frames(r, &t);
    r->result.text = t.data;
    interp_exit(r, RUN_STOPPED, 0);
}

void interp_exit(Run *r, RunEnd end, int code)
{
    r->result.end = end;
    r->result.code = code & 255;
    longjmp(r->end, 1);
}
