/* diag/sink.c - collects findings: resolve, silence, order, once each.
 *
 * What comes in: Findings with Locs, from any thread. What goes out: Resolved findings, sorted
 * by path, line, column, rule, message; of equal ones (a header's, seen from many units) the
 * one whose content hashes lowest, so that thread timing never shows.
 * The one idea: everything is copied into the sink's own arena under one lock, so that a
 * unit's arena may go as soon as diag_add returns. Only SourceFiles stay referenced: they
 * live as long as the session's file store, which must outlive the sink.
 *
 * A finding on whose line a comment allows it is dropped (allow.c). */
#include "diag/resolved.h"

DiagSink *diag_sink_new(Arena *session)
{
    DiagSink *s = ARENA_NEW(session, DiagSink);
    s->arena = arena_new();
    s->lock = lock_new(s->arena);
    return s;
}

void diag_sink_destroy(DiagSink *s)
{
    if (!s || !s->arena)
        return;
    arena_destroy(s->arena);
    s->arena = NULL;
}

static const char *keep(DiagSink *s, const char *text)
{
    return text ? arena_strndup(s->arena, text, strlen(text)) : "";
}

static Place keep_place(DiagSink *s, Place p)
{
    p.path = keep(s, p.path);
    return p;
}

/* ---- edits ---------------------------------------------------------------------------------- */
/* `text` as whole lines without the last newline; lines that don't begin with a blank get the
 * indent of the line that they stand beside. */
static const char *indented(DiagSink *s, const char *text, const char *line, uint32_t len)
{
    Text t;
    text_init(&t, s->arena);
    uint32_t indent = 0;
    while (indent < len && (line[indent] == ' ' || line[indent] == '\t'))
        indent++;
    for (const char *p = text; *p;) {
        const char *nl = strchr(p, '\n');
        size_t n = nl ? (size_t)(nl - p) : strlen(p);
        if (t.len > 0)
            text_add_char(&t, '\n');
        if (n > 0 && *p != ' ' && *p != '\t')
            text_add_n(&t, line, indent);
        text_add_n(&t, p, n);
        p += n + (nl ? 1 : 0);
    }
    return t.len ? t.data : "";
}

/* Moves an edit's place to the beginning of a line: `line` counts from 1 in the file's bytes. */
static void place_at_line(Place *p, uint32_t real_line)
{
    const char *text;
    uint32_t len;
    p->line += real_line - p->real_line;
    p->real_line = p->real_end_line = real_line;
    p->end_line = p->line;
    p->column = p->end_column = 1;
    source_line_text(p->file, real_line, &text, &len);
    p->begin = p->end = p->line_start = (uint32_t)(text - p->file->data);
}

static PlacedEdit resolve_edit(DiagSink *s, const SourceMap *map, const Edit *e)
{
    PlacedEdit r = {.place = keep_place(s, place_of_span(map, e->replace))};
    if (!r.place.file) {
        r.text = keep(s, e->text);
        return r;
    }
    size_t n = strlen(e->text);
    const char *line;
    uint32_t len;
    if (e->insert_after_line) {
        source_line_text(r.place.file, r.place.real_line, &line, &len);
        r.text = indented(s, e->text, line, len);
        if (r.place.real_end_line < r.place.file->line_count)
            place_at_line(&r.place, r.place.real_end_line + 1);
        r.whole_line = true;
    } else if (e->insert_before && n > 0 && e->text[n - 1] == '\n') {
        source_line_text(r.place.file, r.place.real_line, &line, &len);
        r.text = indented(s, e->text, line, len);
        place_at_line(&r.place, r.place.real_line);
        r.whole_line = true;
    } else {
        r.text = keep(s, e->text);
        if (e->insert_before) {
            r.place.end = r.place.begin;
            r.place.end_line = r.place.line;
            r.place.real_end_line = r.place.real_line;
            r.place.end_column = r.place.column;
        }
    }
    return r;
}

static void resolve_helps(DiagSink *s, const SourceMap *map, const Finding *f, Resolved *r)
{
    r->help_count = f->helps.len;
    r->helps = ARENA_ARRAY(s->arena, PlacedHelp, f->helps.len);
    for (uint32_t i = 0; i < f->helps.len; i++) {
        const Help *h = &f->helps.data[i];
        PlacedHelp *p = &r->helps[i];
        p->text = keep(s, h->text);
        p->edits = ARENA_ARRAY(s->arena, PlacedEdit, h->edit_count);
        for (uint32_t k = 0; k < h->edit_count; k++) {
            PlacedEdit e = resolve_edit(s, map, &h->edits[k]);
            if (e.place.file)
                p->edits[p->edit_count++] = e;
        }
    }
}

/* ---- hashes ---------------------------------------------------------------------------------- */
static uint64_t hash_text(uint64_t h, const char *text)
{
    return hash_bytes(text, strlen(text), h);
}

/* What stays the same when lines come and go above: the file's name, the rule, the function,
 * the subject (or else the message) and the text of the line itself, without its indent. */
static uint64_t fingerprint_of(const Resolved *r)
{
    const Place *p = &r->labels[0].place;
    const char *slash = strrchr(p->path, '/');
    uint64_t h = hash_text(1, rule_info(r->rule)->name);
    h = hash_text(h, slash ? slash + 1 : p->path);
    h = hash_text(h, r->function);
    h = hash_text(h, r->subject[0] ? r->subject : r->message);
    if (p->file) {
        const char *line;
        uint32_t len;
        source_line_text(p->file, p->real_line, &line, &len);
        while (len > 0 && (*line == ' ' || *line == '\t'))
            line++, len--;
        while (len > 0 && (line[len - 1] == ' ' || line[len - 1] == '\t'))
            len--;
        h = hash_bytes(line, len, h);
    }
    return h;
}

static uint64_t content_of(const Resolved *r)
{
    uint64_t h = hash_text(2, r->message);
    for (uint32_t i = 0; i < r->label_count; i++) {
        const Place *p = &r->labels[i].place;
        h = hash_text(hash_text(h, r->labels[i].text), p->path);
        h = hash_mix(h, (uint64_t)p->begin << 32 | p->end);
    }
    for (uint32_t i = 0; i < r->note_count; i++)
        h = hash_text(h, r->notes[i]);
    for (uint32_t i = 0; i < r->help_count; i++) {
        h = hash_text(h, r->helps[i].text);
        for (uint32_t k = 0; k < r->helps[i].edit_count; k++)
            h = hash_text(h, r->helps[i].edits[k].text);
    }
    for (uint32_t i = 0; i < r->macro_count; i++)
        h = hash_mix(h, r->macros[i].place.begin);
    return h;
}

/* ---- adding ---------------------------------------------------------------------------------- */
static Resolved *resolve(DiagSink *s, const SourceMap *map, const Finding *f)
{
    Resolved *r = ARENA_NEW(s->arena, Resolved);
    r->rule = f->rule;
    r->severity = f->severity;
    r->message = keep(s, f->message);
    r->function = keep(s, f->function);
    r->subject = keep(s, f->subject);
    r->labels = ARENA_ARRAY(s->arena, PlacedLabel, f->labels.len + 1);
    for (uint32_t i = 0; i < f->labels.len; i++) {
        const Label *l = &f->labels.data[i];
        PlacedLabel p = {i == 0 ? LABEL_PRIMARY : l->kind,
                         keep_place(s, place_of_span(map, l->span)), keep(s, l->text)};
        if (i == 0 || p.place.file)
            r->labels[r->label_count++] = p;
    }
    if (f->labels.len == 0) {
        r->labels[0].text = "";
        r->labels[0].place.path = r->labels[0].text = "";
        r->label_count = 1;
    }
    r->note_count = f->notes.len;
    r->notes = ARENA_ARRAY(s->arena, const char *, f->notes.len);
    for (uint32_t i = 0; i < f->notes.len; i++)
        r->notes[i] = keep(s, f->notes.data[i]);
    resolve_helps(s, map, f, r);
    if (f->labels.len > 0)
        place_macro_steps(map, f->labels.data[0].span.begin, s->arena, r);
    for (uint32_t i = 0; i < r->macro_count; i++)
        r->macros[i].place = keep_place(s, r->macros[i].place);
    r->fingerprint = fingerprint_of(r);
    r->content = content_of(r);
    return r;
}

static bool is_allowed(const Place *p, const char *rule)
{
    Allow a;
    if (!p->file || !allow_stands_in(p->file))
        return false;
    for (uint32_t at = 0; allow_next(p->file, &at, &a);) {
        uint32_t line, start, len;
        const char *name;
        source_offset_line(p->file, a.begin, &line, &start);
        if (line > p->real_line)
            return false;
        for (uint32_t k = 0; line == p->real_line && allow_rule(&a, &k, &name, &len);)
            if (strlen(rule) == len && memcmp(name, rule, len) == 0)
                return true;
    }
    return false;
}

static void add_locked(DiagSink *s, const SourceMap *map, const Finding *f, bool c_error)
{
    Resolved *r = resolve(s, map, f);
    r->c_error = c_error;
    if (!c_error && !f->firm && is_allowed(&r->labels[0].place, rule_info(r->rule)->name))
        return;
    s->c_errors += c_error;
    VEC_PUSH(s->arena, &s->found, r);
}

void diag_add(DiagSink *s, const SourceMap *map, const Finding *f)
{
    /* A header of the system is not the user's to mend. */
    if (f->labels.len > 0 && source_in_system_header(map, f->labels.data[0].span.begin))
        return;
    lock_take(s->lock);
    add_locked(s, map, f, false);
    lock_drop(s->lock);
}

/* ---- trouble, remarks, errors in the C ------------------------------------------------------- */
static const char *vformat(DiagSink *s, const char *fmt, va_list ap)
{
    Text t;
    text_init(&t, s->arena);
    text_vaddf(&t, fmt, ap);
    return t.data ? t.data : "";
}

void diag_trouble(DiagSink *s, bool internal, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    lock_take(s->lock);
    const char *text = vformat(s, fmt, ap);
    s->internal |= internal;
    VEC_PUSH(s->arena, &s->troubles, text);
    lock_drop(s->lock);
    va_end(ap);
}

void diag_remark(DiagSink *s, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    lock_take(s->lock);
    const char *text = vformat(s, fmt, ap);
    VEC_PUSH(s->arena, &s->remarks, text);
    lock_drop(s->lock);
    va_end(ap);
}

static void add_c_error(DiagSink *s, const SourceMap *map, Label *labels, uint32_t count,
                        const char *fmt, va_list ap)
{
    lock_take(s->lock);
    Finding f = {.rule = RULE_SYNTAX, .severity = SEVERITY_ERROR};
    f.message = vformat(s, fmt, ap);
    f.labels.data = labels;
    f.labels.len = count;
    add_locked(s, map, &f, true);
    lock_drop(s->lock);
}

void diag_c_error(DiagSink *s, const SourceMap *map, Span at, const char *fmt, ...)
{
    va_list ap;
    Label labels[] = {{LABEL_PRIMARY, at, ""}};
    va_start(ap, fmt);
    add_c_error(s, map, labels, 1, fmt, ap);
    va_end(ap);
}

void diag_c_error_with(DiagSink *s, const SourceMap *map, Span at, const char *label,
                       Span other, const char *other_label, const char *fmt, ...)
{
    va_list ap;
    Label labels[] = {{LABEL_PRIMARY, at, label ? label : ""},
                      {LABEL_SECONDARY, other, other_label ? other_label : ""}};
    va_start(ap, fmt);
    add_c_error(s, map, labels, other.begin == LOC_NONE ? 1 : 2, fmt, ap);
    va_end(ap);
}

/* ---- asking ---------------------------------------------------------------------------------- */
static int compare_u64(uint64_t a, uint64_t b)
{
    return a < b ? -1 : a > b;
}

/* The order of output; equal (0) are findings of which one is kept. */
static int compare(const Resolved *a, const Resolved *b)
{
    const Place *p = &a->labels[0].place, *q = &b->labels[0].place;
    int c = strcmp(p->path, q->path);
    if (c == 0)
        c = compare_u64(p->line, q->line);
    if (c == 0)
        c = compare_u64(p->column, q->column);
    if (c == 0)
        c = (a->rule > b->rule) - (a->rule < b->rule);
    if (c == 0)
        c = strcmp(a->message, b->message);
    return c;
}

static int compare_content(const Resolved *a, const Resolved *b)
{
    int c = compare(a, b);
    return c ? c : compare_u64(a->content, b->content);
}

/* Merge sort: stable, and without qsort's freedom about equal elements. */
static void sort(Resolved **v, Resolved **scratch, uint32_t n)
{
    if (n < 2)
        return;
    uint32_t half = n / 2, i = 0, k = half, out = 0;
    sort(v, scratch, half);
    sort(v + half, scratch, n - half);
    while (i < half && k < n)
        scratch[out++] = compare_content(v[k], v[i]) < 0 ? v[k++] : v[i++];
    while (i < half)
        scratch[out++] = v[i++];
    while (k < n)
        scratch[out++] = v[k++];
    memcpy(v, scratch, n * sizeof *v);
}

ResolvedList diag_sorted(DiagSink *s, Arena *a)
{
    ResolvedList list = {0};
    lock_take(s->lock);
    uint32_t n = s->found.len;
    Resolved **all = ARENA_ARRAY(a, Resolved *, n);
    for (uint32_t i = 0; i < n; i++)
        all[i] = s->found.data[i];
    lock_drop(s->lock);
    sort(all, ARENA_ARRAY(a, Resolved *, n), n);
    Map seen;
    map_init(&seen, a);
    for (uint32_t i = 0; i < n; i++) {
        if (list.len > 0 && compare(VEC_LAST(&list), all[i]) == 0)
            continue;
        uintptr_t before = 0;
        map_get(&seen, all[i]->fingerprint, &before);
        all[i]->ordinal = (uint32_t)before + 1;
        map_put(&seen, all[i]->fingerprint, before + 1);
        VEC_PUSH(a, &list, all[i]);
    }
    return list;
}

static const char **sorted_texts(Arena *a, const char *const *texts, uint32_t n, uint32_t *count)
{
    const char **v = ARENA_ARRAY(a, const char *, n);
    *count = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t k = *count;
        while (k > 0 && strcmp(v[k - 1], texts[i]) > 0)
            k--;
        if (k > 0 && strcmp(v[k - 1], texts[i]) == 0)
            continue;
        memmove(v + k + 1, v + k, (*count - k) * sizeof *v);
        v[k] = texts[i];
        ++*count;
    }
    return v;
}

TextLines diag_lines(DiagSink *s, Arena *a)
{
    TextLines t;
    lock_take(s->lock);
    t.troubles = sorted_texts(a, s->troubles.data, s->troubles.len, &t.trouble_count);
    t.remarks = sorted_texts(a, s->remarks.data, s->remarks.len, &t.remark_count);
    lock_drop(s->lock);
    return t;
}

uint32_t diag_c_error_count(const DiagSink *s)
{
    return s->c_errors;
}

uint32_t diag_finding_count(const DiagSink *s)
{
    Arena *a = arena_new();
    ResolvedList list = diag_sorted((DiagSink *)(uintptr_t)s, a); /* takes the lock only */
    uint32_t n = 0;
    for (uint32_t i = 0; i < list.len; i++)
        n += !list.data[i]->c_error;
    arena_destroy(a);
    return n;
}

int diag_exit_code(const DiagSink *s)
{
    if (s->internal)
        return 3;
    if (s->troubles.len > 0 || s->c_errors > 0)
        return 2;
    return diag_finding_count(s) > 0 ? 1 : 0;
}

void diag_render(DiagSink *s, const DiagOptions *o, Text *out)
{
    Arena *a = arena_new();
    ResolvedList list = diag_sorted(s, a);
    switch (o->format) {
    case FORMAT_TEXT: render_text(s, &list, o, a, out); break;
    case FORMAT_GCC: render_gcc(s, &list, a, out); break;
    case FORMAT_JSON: render_json(s, &list, o, a, out); break;
    case FORMAT_SARIF: render_sarif(s, &list, o, a, out); break;
    }
    arena_destroy(a);
}
