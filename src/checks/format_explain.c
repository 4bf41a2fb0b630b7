/* checks/format_explain.c - tells what is wrong with a format.
 *
 * What comes in: a call, its format and the conversion or argument that is wrong. What goes out: a
 * finding that points at both, with the conversion that would fit:
 *
 *     printf("%s items\n", count);
 *             ^^           ----- this is an `int`         help: write `%d`
 *             wants a string (`char *`)
 *
 * A finding stands on the line on which the call begins, wherever its arguments are. Conversions
 * are found in the text of the file again, as far as macros leave it in one piece. */
#include "checks/format.h"

typedef struct Telling {
    const FormatStory *s;
    Arena *a;
    const SourceMap *map;
    Finding f;
} Telling;

static Telling begin(const FormatStory *s)
{
    Telling t = {.s = s, .a = s->check->scratch, .map = s->at.fn->unit->map};
    t.f.rule = RULE_FORMAT;
    t.f.severity = SEVERITY_ERROR;
    t.f.function = NAME_TEXT(s->at.fn->sym->name);
    return t;
}

static void end(Telling *t)
{
    diag_add(t->s->check->engine->program->diag, t->map, &t->f);
}

/* ---- places ---------------------------------------------------------------------------------- */
static Span argument_span(const FormatStory *s, uint32_t arg)
{
    const Inst *in = s->at.call;
    return in->arg_spans && arg < in->arg_count ? in->arg_spans[arg] : (Span){0};
}

/* What a macro made stands where the macro is called: no more than the call itself does. */
static bool is_distinct(const Telling *t, Span span)
{
    Position a = source_position(t->map, t->s->at.call->span.begin);
    Position b = source_position(t->map, span.begin);
    return span.begin && b.file && (a.file != b.file || a.offset != b.offset);
}

static bool on_call_line(const Telling *t, Span span)
{
    Position a = source_position(t->map, t->s->at.call->span.begin);
    Position b = source_position(t->map, span.begin);
    return span.begin && b.file && a.file == b.file && a.line == b.line;
}

/* The first span on the call's own line leads; the others follow. */
static void lead(Telling *t, Span first, const char *first_text, Span second,
                 const char *second_text)
{
    Span call = t->s->at.call->span;
    first = is_distinct(t, first) ? first : (Span){0};
    second = is_distinct(t, second) ? second : (Span){0};
    bool one = on_call_line(t, first), two = !one && on_call_line(t, second);
    if (!one && !two) {
        call.end = call.begin;
        finding_label(t->a, &t->f, LABEL_PRIMARY, call, "in this call");
    } else {
        finding_label(t->a, &t->f, LABEL_PRIMARY, one ? first : second,
                      one ? first_text : second_text);
    }
    if (!one)
        finding_label(t->a, &t->f, LABEL_SECONDARY, first, first_text);
    if (!two)
        finding_label(t->a, &t->f, LABEL_SECONDARY, second, second_text);
}

typedef struct Spelled {
    Loc loc; /* of byte 0 of the file, as a number to add offsets to */
    const SourceFile *file;
    uint32_t begin, end; /* bytes in the file: the literal's tokens */
} Spelled;

/* The tokens of the literal that stands in the call, if nothing but literals is there. */
static bool spelled(const Telling *t, Spelled *out)
{
    Span span = argument_span(t->s, t->s->use->format);
    if (!span.begin || t->s->text->declared.begin ||
        source_show(t->map, span.begin) != source_spelling(t->map, span.begin))
        return false;
    Position p = source_position(t->map, span.begin), q = source_position(t->map, span.end);
    if (!p.file || p.file != q.file || q.offset < p.offset)
        return false;
    *out = (Spelled){source_spelling(t->map, span.begin) - p.offset, p.file, p.offset, q.offset};
    return true;
}

/* Elements that the escape or character at `at` makes; *next is behind it. */
static uint32_t step(const SourceFile *f, uint32_t at, const Literal *l, uint32_t *next)
{
    const unsigned char *s = (const unsigned char *)f->data;
    uint32_t n = at + 1;
    if (s[at] != '\\') {
        if (l->elem_size > 1 && s[at] >= 0xC0)
            while (n < f->len && (s[n] & 0xC0) == 0x80)
                n++;
        *next = n;
        return 1;
    }
    uint32_t digits = s[n] == 'x' ? 64 : s[n] == 'u' ? 4 : s[n] == 'U' ? 8 : 0, value = 0;
    bool universal = s[n] == 'u' || s[n] == 'U';
    if (s[n] >= '0' && s[n] <= '7') {
        for (digits = 0; digits < 3 && s[n] >= '0' && s[n] <= '7'; digits++)
            n++;
    } else {
        for (n++; digits && strchr("0123456789abcdefABCDEF", s[n]) && s[n]; digits--, n++)
            value = value * 16 + (s[n] <= '9' ? s[n] - (unsigned)'0' : (s[n] | 32u) - 'a' + 10);
    }
    *next = n;
    if (!universal || l->elem_size > 1)
        return 1;
    return value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
}

/* The byte of the file where an element of the format stands, and the token that it is in. */
static bool locate(const Telling *t, const Spelled *w, uint32_t element, uint32_t *at,
                   uint32_t *token)
{
    const char *s = w->file->data;
    uint32_t i = w->begin, n = 0;
    while (i <= w->end && i < w->file->len) {
        *token = i;
        while (i < w->file->len && (s[i] == 'L' || s[i] == 'u' || s[i] == 'U' || s[i] == '8'))
            i++;
        if (i >= w->file->len || s[i++] != '"')
            return false;
        while (i < w->file->len && s[i] != '"' && s[i] != '\n') {
            uint32_t next;
            if (n == element) {
                *at = i;
                return true;
            }
            n += step(w->file, i, t->s->text, &next);
            i = next;
        }
        for (i++; i < w->file->len && strchr(" \t\r\n", s[i]); i++)
            ;
    }
    return false;
}

static bool goes_on(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (unsigned char)c >= 0x80;
}

/* Elements from..to of the format; at least its argument, or where the variable is declared. */
static Span conversion_span(const Telling *t, uint32_t from, uint32_t to, bool *precise)
{
    Spelled w;
    uint32_t a, b, token;
    *precise = false;
    if (t->s->text->declared.begin)
        return argument_span(t->s, t->s->use->format);
    if (to <= from || !spelled(t, &w) || !locate(t, &w, to - 1, &b, &token) ||
        !locate(t, &w, from, &a, &token))
        return argument_span(t->s, t->s->use->format);
    /* A span ends with a token; a letter that others follow would not be the end of one. */
    *precise = !goes_on(w.file->data[b + 1]) && b - a == to - 1 - from;
    return (Span){w.loc + a, *precise ? w.loc + b : w.loc + a};
}

static const char *excerpt(const Telling *t, uint32_t from, uint32_t to)
{
    Text out;
    text_init(&out, t->a);
    for (uint32_t i = from; i < to && i < t->s->text->count; i++) {
        uint32_t c = literal_at(t->s->text, i);
        text_add_char(&out, c >= 32 && c < 127 ? (char)c : '?');
    }
    return out.len ? out.data : "%";
}

/* ---- words ----------------------------------------------------------------------------------- */
static const char *with_article(Arena *a, const Type *t)
{
    const char *name = type_spell(a, t);
    bool vowel = strchr("aeiou", name[0]) && strncmp(name, "un", 2) && strncmp(name, "us", 2);
    return arena_printf(a, "%s `%s`", vowel || !strncmp(name, "unsigned", 8) ? "an" : "a", name);
}

static const char *callee(const Telling *t)
{
    return t->s->callee ? arena_printf(t->a, "`%s`", t->s->callee) : "this function";
}

static const char *family_name(const FormatStory *s)
{
    return s->use->family == FAMILY_SCANF      ? "scanf"
           : s->use->family == FAMILY_STRFTIME ? "strftime"
                                               : "printf";
}

/* Why we hold this to be a format, when nobody declared it. */
static void tell_inference(Telling *t)
{
    const FormatUse *u = t->s->use;
    if (!u->who)
        return;
    finding_note(
        t->a, &t->f,
        arena_printf(t->a, "`%s` hands it on to %s as a format, in %s", u->who,
                     u->callee ? arena_printf(t->a, "`%s`", u->callee) : "a function", u->where));
}

static void tell_declared(Telling *t)
{
    Span declared = t->s->text->declared;
    if (declared.begin)
        finding_label(t->a, &t->f, LABEL_SECONDARY, declared, "the format stands here");
}

/* Writes `text` in the place of elements from..to of the format. */
static Edit *rewrite(const Telling *t, uint32_t from, uint32_t to, const char *text)
{
    bool precise;
    Spelled w;
    uint32_t a, b, token, other, end;
    if (t->s->text->declared.begin)
        return NULL;
    Span span = conversion_span(t, from, to, &precise);
    if (!precise) {
        if (!spelled(t, &w) || !locate(t, &w, from, &a, &token) ||
            !locate(t, &w, to - 1, &b, &other) || other != token || b - a != to - 1 - from)
            return NULL;
        for (end = b + 1; end < w.file->len && w.file->data[end] != '"'; end++)
            if (w.file->data[end] == '\\')
                end++;
        text = arena_printf(t->a, "%.*s%s%.*s", (int)(a - token), w.file->data + token, text,
                            (int)(end - b), w.file->data + b + 1);
        span = (Span){w.loc + token, w.loc + token};
    }
    Edit *e = ARENA_NEW(t->a, Edit);
    *e = (Edit){.replace = span, .text = text};
    return e;
}

/* ---- one function a mistake ------------------------------------------------------------------ */
void format_tell_flaw(const FormatStory *s)
{
    Telling t = begin(s);
    const Format *f = s->format;
    bool precise;
    Span span = conversion_span(&t, f->flaw_begin, f->flaw_end, &precise);
    const char *text = excerpt(&t, f->flaw_begin, f->flaw_end);
    const char *family = family_name(s);
    t.f.subject = text;
    switch (f->flaw) {
    case FLAW_NONE: break;
    case FLAW_UNKNOWN:
        t.f.message = arena_printf(t.a, "`%s` is no conversion of `%s`", text, family);
        lead(&t, span, "what this does is undefined", (Span){0}, "");
        break;
    case FLAW_UNFINISHED:
        t.f.message = arena_printf(t.a, "the format of %s ends inside a conversion", callee(&t));
        lead(&t, span, "a conversion begins here, and is not finished", (Span){0}, "");
        break;
    case FLAW_OPEN_SET:
        t.f.message = arena_printf(t.a, "`%s` has no `]` that ends its set", text);
        lead(&t, span, "the set begins here", (Span){0}, "");
        break;
    case FLAW_MIXED:
        t.f.message = arena_printf(t.a,
                                   "the format of %s has conversions with a position and "
                                   "without one",
                                   callee(&t));
        lead(&t, span, "not as the conversions before it", (Span){0}, "");
        break;
    }
    tell_declared(&t);
    tell_inference(&t);
    if (f->flaw == FLAW_UNKNOWN || f->flaw == FLAW_UNFINISHED)
        finding_help(t.a, &t.f, "a percent sign itself is written `%%`",
                     rewrite(&t, f->flaw_begin, f->flaw_begin + 1, "%%"));
    end(&t);
}

static const char *argument_text(const Telling *t, uint32_t arg)
{
    if (t->s->given != t->s->at.call || !is_distinct(t, argument_span(t->s, arg)))
        return "its argument";
    const char *text = diag_source_text(t->a, t->map, argument_span(t->s, arg), 40);
    return text ? arena_printf(t->a, "`%s`", text) : "the argument";
}

static void help_type(Telling *t, const Slot *slot, const Type *arg, uint32_t index)
{
    const FormatStory *s = t->s;
    const Target *target = s->at.fn->unit->target;
    Span span = argument_span(s, index);
    if (slot->role != SLOT_VALUE) {
        const char *text = diag_source_text(t->a, t->map, span, 60);
        Edit *e = ARENA_NEW(t->a, Edit);
        if (text && type_is_integer(arg))
            *e = (Edit){.replace = span, .text = arena_printf(t->a, "(int)(%s)", text)};
        finding_help(t->a, &t->f, "the argument of `*` is always an `int`", e->text ? e : NULL);
        return;
    }
    if (s->use->family == FAMILY_SCANF && arg->kind != TYPE_POINTER) {
        Edit *e = ARENA_NEW(t->a, Edit);
        *e = (Edit){.replace = span, .insert_before = true, .text = "&"};
        finding_help(t->a, &t->f, "pass the address of the variable to be filled",
                     type_is_arithmetic(arg) ? e : NULL);
        return;
    }
    if (slot->want == WANT_TEXT && arg->kind == TYPE_POINTER && arg->elem->kind == TYPE_POINTER) {
        Edit *e = ARENA_NEW(t->a, Edit);
        *e = (Edit){.replace = span, .insert_before = true, .text = "*"};
        finding_help(t->a, &t->f, "pass what it points to", e);
        return;
    }
    const char *better =
        format_suggest(t->a, target, (FormatFamily)s->use->family, s->text, slot, arg);
    if (better)
        finding_help(t->a, &t->f,
                     arena_printf(t->a, "for %s write `%s`", with_article(t->a, arg), better),
                     rewrite(t, slot->begin, slot->end, better));
}

static const char *slot_name(const Telling *t, const Slot *slot)
{
    const char *text = excerpt(t, slot->begin, slot->end);
    switch ((SlotRole)slot->role) {
    case SLOT_VALUE: break;
    case SLOT_WIDTH: return arena_printf(t->a, "the width of `%s`", text);
    case SLOT_PRECISION: return arena_printf(t->a, "the precision of `%s`", text);
    }
    return arena_printf(t->a, "`%s`", text);
}

void format_tell_type(const FormatStory *s, const Slot *slot, const Type *arg)
{
    Telling t = begin(s);
    uint32_t index = s->first + slot->arg;
    bool precise, here = s->given == s->at.call;
    Span spec = conversion_span(&t, slot->begin, slot->end, &precise);
    const char *name = slot_name(&t, slot), *what = argument_text(&t, index);
    const char *is = with_article(t.a, arg);
    t.f.subject = arena_printf(t.a, "%s %s", excerpt(&t, slot->begin, slot->end), what);
    t.f.message = arena_printf(t.a, "%s wants %s, and %s is %s", name, slot->wanted, what, is);
    lead(&t, here ? argument_span(s, index) : (Span){0}, arena_printf(t.a, "this is %s", is), spec,
         arena_printf(t.a, "%s wants %s", name, slot->wanted));
    tell_declared(&t);
    tell_inference(&t);
    if (here)
        help_type(&t, slot, arg, index);
    end(&t);
}

void format_tell_missing(const FormatStory *s, const Slot *slot)
{
    Telling t = begin(s);
    bool precise;
    uint32_t wanted = s->format->arguments, given = s->given_count;
    Span spec = conversion_span(&t, slot->begin, slot->end, &precise);
    const char *name = slot_name(&t, slot);
    t.f.subject = excerpt(&t, slot->begin, slot->end);
    t.f.message = arena_printf(t.a, "%s has no argument: the format wants %u, and %u %s given",
                               name, wanted, given, given == 1 ? "is" : "are");
    lead(&t, spec, "nothing is passed for this", (Span){0}, "");
    tell_declared(&t);
    tell_inference(&t);
    if (given == 0 && slot->letter && s->use->family == FAMILY_PRINTF && slot->arg == 0)
        finding_help(t.a, &t.f, "pass an argument, or write a percent sign as `%%`", NULL);
    else
        finding_help(t.a, &t.f,
                     arena_printf(t.a, "pass %s, or take the conversion out", slot->wanted), NULL);
    end(&t);
}

void format_tell_list(const FormatStory *s, uint32_t arg)
{
    Telling t = begin(s);
    Span span = argument_span(s, arg);
    const char *what = diag_source_text(t.a, t.map, span, 40);
    what = what ? arena_printf(t.a, "`%s`", what) : "an argument";
    t.f.subject = what;
    t.f.message = arena_printf(t.a, "%s is a `va_list`, and %s takes the arguments themselves",
                               what, callee(&t));
    lead(&t, span, "the list itself is printed, not what is in it", (Span){0}, "");
    tell_inference(&t);
    finding_help(t.a, &t.f,
                 s->callee ? arena_printf(t.a, "call the function that takes a list, such as `v%s`",
                                          s->callee)
                           : "call the function that takes a list",
                 NULL);
    end(&t);
}

void format_tell_surplus(const FormatStory *s, uint32_t used)
{
    Telling t = begin(s);
    uint32_t given = s->given_count;
    Span span = argument_span(s, s->first + used);
    t.f.subject = argument_text(&t, s->first + used);
    t.f.message =
        arena_printf(t.a,
                     "%s is not used by the format: it has conversions for %u argument%s, and "
                     "%u %s given",
                     t.f.subject, used, used == 1 ? "" : "s", given, given == 1 ? "is" : "are");
    bool precise;
    lead(&t, span, "no conversion takes this", conversion_span(&t, 0, 0, &precise), "the format");
    tell_inference(&t);
    finding_help(t.a, &t.f, "add a conversion for it, or leave it out", NULL);
    end(&t);
}

void format_tell_outside(const FormatStory *s, const Source *from, const MirFunction *entered_in)
{
    Telling t = begin(s);
    Span span = argument_span(s, s->use->format);
    const char *text = diag_source_text(t.a, t.map, span, 40);
    const char *what = text ? arena_printf(t.a, "`%s`", text) : "text";
    t.f.subject = what;
    t.f.message =
        arena_printf(t.a, "%s comes from outside, and %s takes it as a format", what, callee(&t));
    lead(&t, span, "each `%` in it asks for an argument that is not there", (Span){0}, "");
    bool here = !entered_in || entered_in->unit == s->at.fn->unit;
    if (here && from->span.begin && !source_in_system_header(t.map, from->span.begin))
        finding_label(t.a, &t.f, LABEL_EVENT, from->span, from->what);
    else if (from->span.begin)
        finding_note(t.a, &t.f,
                     arena_printf(t.a, "%s: %s", from->what,
                                  place_text(t.a, entered_in ? entered_in->unit : s->at.fn->unit,
                                             from->span)));
    else
        finding_note(t.a, &t.f, from->what);
    if (from->inner)
        finding_note(t.a, &t.f, arena_printf(t.a, "it enters the program in %s", from->inner));
    tell_inference(&t);
    finding_note(t.a, &t.f,
                 s->use->family == FAMILY_SCANF
                     ? "whoever writes it decides where in memory is written, and how much"
                     : "`%s` reads through whatever lies on the stack, and `%n` writes through it");
    if (s->use->take == TAKES_ARGUMENTS && s->use->family == FAMILY_PRINTF) {
        Edit *e = ARENA_NEW(t.a, Edit);
        *e = (Edit){.replace = span, .insert_before = true, .text = "\"%s\", "};
        finding_help(t.a, &t.f, "print it as an argument", s->given_count ? NULL : e);
    } else {
        finding_help(t.a, &t.f, "use a format of your own, and pass the text as an argument: `%s`",
                     NULL);
    }
    end(&t);
}
