/* diag/audit.c - completes a report: which lines are code, of which class, and why what is taken
 * on trust is right.
 *
 *     int f(void)                  safe
 *     {                            safe
 *         // The board's LED.
 *         __unsafe {               unsafe     its reason: "The board's LED."
 *             *reg = 1;            unsafe
 *         }                        unsafe
 *         return 0;                safe
 *     }                            safe
 *
 * What comes in: functions and places as byte ranges of their files. What goes out: counts. A line
 * counts once, whatever begins and ends on it. A reason is the comment that ends on the line
 * before, or on the same line; else the first one inside. */
#include <stdlib.h>

#include "diag/audit.h"
#include "diag/resolved.h"

typedef struct Comment {
    uint32_t begin, end;
} Comment;

typedef struct Lines {
    const SourceFile *file;
    uint32_t count;
    bool *code;       /* by line, from 1: it holds something beside blanks and comments */
    uint8_t *classes; /* by line: 1 + AuditClass, 0: in no function, or no code */
    VEC(Comment) comments;
} Lines;

enum { MOST_WHY = 240, MOST_CODE = 60 }; /* bytes */

uint32_t audit_lines(const AuditCount *c)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < AUDIT_CLASS_COUNT; i++)
        n += c->lines[i];
    return n;
}

uint32_t audit_functions(const AuditCount *c)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < AUDIT_CLASS_COUNT; i++)
        n += c->functions[i];
    return n;
}

bool audit_reaches(const AuditCount *c, uint32_t hundredths)
{
    return (uint64_t)c->lines[AUDIT_SAFE] * 10000 >= (uint64_t)audit_lines(c) * hundredths;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

static uint32_t line_of(const SourceFile *f, uint32_t offset)
{
    uint32_t line, start;
    source_offset_line(f, offset < f->len ? offset : f->len, &line, &start);
    return line;
}

/* ---- lines ----------------------------------------------------------------------------------- */
static void mark_code(Lines *l, uint32_t from, uint32_t to, uint32_t *line)
{
    for (uint32_t i = from; i < to; i++) {
        if (l->file->data[i] == '\n')
            ++*line;
        else if (!is_blank(l->file->data[i]))
            l->code[*line] = true;
    }
}

static Lines read_lines(Arena *a, const SourceFile *f)
{
    Lines l = {.file = f, .count = line_of(f, f->len)};
    l.code = ARENA_ARRAY(a, bool, l.count + 2);
    l.classes = ARENA_ARRAY(a, uint8_t, l.count + 2);
    uint32_t at = 0, line = 1;
    Comment c;
    while (source_comment(f, at, &c.begin, &c.end)) {
        mark_code(&l, at, c.begin, &line);
        for (uint32_t i = c.begin; i < c.end; i++)
            line += f->data[i] == '\n';
        VEC_PUSH(a, &l.comments, c);
        at = c.end;
    }
    mark_code(&l, at, f->len, &line);
    return l;
}

static void classify(Lines *l, uint32_t begin, uint32_t end, AuditClass class, bool only_functions)
{
    uint32_t last = line_of(l->file, end);
    for (uint32_t i = line_of(l->file, begin); i <= last; i++)
        if (l->code[i] && (l->classes[i] || !only_functions))
            l->classes[i] = (uint8_t)(1 + class);
}

/* ---- reasons --------------------------------------------------------------------------------- */
/* A comment's words, or a piece of code, on one line. */
static void fold(Text *t, const char *s, uint32_t len, bool comment)
{
    bool blank = false, line_begins = true;
    for (uint32_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)s[i];
        if (comment && line_begins && (c == '*' || c == '/' || c == '!'))
            continue;
        if (c <= ' ' || c == 0x7f) {
            blank = true;
            line_begins |= c == '\n';
            continue;
        }
        if (comment && c == '*' && i + 1 < len && s[i + 1] == '/')
            break;
        if (blank && t->len && t->data[t->len - 1] != ' ')
            text_add_char(t, ' ');
        blank = line_begins = false;
        text_add_char(t, (char)c);
    }
}

static const char *cut(Text *t, uint32_t most)
{
    if (t->len > most) {
        size_t n = most;
        while (n && ((unsigned char)t->data[n] & 0xC0) == 0x80)
            n--;
        t->len = n;
        text_add(t, " ...");
    }
    return t->data ? t->data : "";
}

/* Comment i, with the `//` lines above it that belong to it; how many there are. */
static uint32_t run_of(const Lines *l, uint32_t i)
{
    const SourceFile *f = l->file;
    uint32_t n = 1;
    for (; i >= n; n++) {
        const Comment *upper = &l->comments.data[i - n], *lower = upper + 1;
        if (f->data[upper->begin + 1] != '/' || f->data[lower->begin + 1] != '/' ||
            l->code[line_of(f, upper->begin)] ||
            line_of(f, lower->begin) != line_of(f, upper->begin) + 1)
            break;
    }
    return n;
}

static bool only_blanks(const SourceFile *f, uint32_t from, uint32_t to)
{
    while (from < to && is_blank(f->data[from]))
        from++;
    return from >= to;
}

/* The comment before or in [begin, end), and how many lines of `//` it has; 0: there is none. */
static uint32_t find_comment(const Lines *l, uint32_t begin, uint32_t end, uint32_t *first)
{
    const SourceFile *f = l->file;
    uint32_t line = line_of(f, begin);
    for (uint32_t i = 0; i < l->comments.len && l->comments.data[i].begin < end; i++) {
        const Comment *c = &l->comments.data[i];
        if (c->begin >= begin) {
            uint32_t n = 1;
            while (i + n < l->comments.len && run_of(l, i + n) > n)
                n++;
            *first = i;
            return n;
        }
        uint32_t ends = line_of(f, c->end - 1);
        bool above = ends + 1 == line && !l->code[line_of(f, c->begin)];
        if ((ends == line || above) && only_blanks(f, c->end, begin)) {
            uint32_t n = run_of(l, i);
            *first = i + 1 - n;
            return n;
        }
    }
    return 0;
}

static void find_reason(Arena *a, const Lines *l, AuditPlace *p)
{
    Text t;
    uint32_t first = 0;
    uint32_t n = find_comment(l, p->begin, p->end, &first);
    text_init(&t, a);
    for (uint32_t i = first; i < first + n; i++) {
        const Comment *c = &l->comments.data[i];
        if (t.len)
            text_add_char(&t, ' ');
        fold(&t, l->file->data + c->begin, c->end - c->begin, true);
    }
    p->said = t.len != 0;
    if (p->said) {
        p->why = cut(&t, MOST_WHY);
        return;
    }
    const char *open = memchr(l->file->data + p->begin, '{', p->end - p->begin);
    uint32_t from = open ? (uint32_t)(open - l->file->data) + 1 : p->begin;
    fold(&t, l->file->data + from, p->end - from, false);
    p->why = cut(&t, MOST_CODE);
}

/* ---- findings -------------------------------------------------------------------------------- */
/* The innermost function around an offset, or NULL. */
static AuditFunction *function_at(AuditFile *f, uint32_t offset)
{
    AuditFunction *found = NULL;
    for (uint32_t i = 0; i < f->functions.len && f->functions.data[i].begin <= offset; i++)
        if (f->functions.data[i].end >= offset)
            found = &f->functions.data[i];
    return found;
}

static bool is_fenced(const AuditFile *f, uint32_t offset)
{
    for (uint32_t i = 0; i < f->places.len && f->places.data[i].begin <= offset; i++)
        if (f->places.data[i].kind != AUDIT_ALLOW && f->places.data[i].end >= offset)
            return true;
    return false;
}

static void add_findings(Arena *a, DiagSink *s, AuditReport *r)
{
    Map files;
    map_init(&files, a);
    for (uint32_t i = 0; i < r->files.len; i++)
        map_put(&files, MAP_KEY_PTR(r->files.data[i]->file), (uintptr_t)r->files.data[i]);
    ResolvedList list = diag_sorted(s, a);
    for (uint32_t i = 0; i < list.len; i++) {
        const Place *p = &list.data[i]->labels[0].place;
        AuditFile *f = p->file ? map_get_ptr(&files, MAP_KEY_PTR(p->file)) : NULL;
        if (list.data[i]->c_error || !f)
            continue;
        AuditFunction *fn = function_at(f, p->begin);
        bool fenced = is_fenced(f, p->begin), safe = fn ? fn->safe : f->safe;
        f->count.findings[fenced ? AUDIT_UNSAFE : safe ? AUDIT_OPEN : AUDIT_AUDIT]++;
        if (fn && !fenced)
            fn->findings++;
    }
}

/* ---- a file ---------------------------------------------------------------------------------- */
static AuditClass class_of(const AuditFunction *f)
{
    return f->unsafe                     ? AUDIT_UNSAFE
           : !f->safe                    ? AUDIT_AUDIT
           : f->findings || !f->analysed ? AUDIT_OPEN
                                         : AUDIT_SAFE;
}

static void complete_place(Arena *a, AuditFile *f, Lines *l, AuditPlace *p)
{
    const AuditFunction *fn = function_at(f, p->begin);
    uint32_t last = line_of(f->file, p->end);
    p->line = line_of(f->file, p->begin);
    p->function = fn ? fn->name : "";
    for (uint32_t i = p->line; i <= last; i++)
        p->lines += l->code[i];
    if (p->kind != AUDIT_ALLOW)
        find_reason(a, l, p);
    classify(l, p->begin, p->end, AUDIT_UNSAFE, true);
    f->count.places += p->kind != AUDIT_ALLOW;
    f->count.allows += p->kind == AUDIT_ALLOW;
    f->count.unsaid += !p->said;
}

static void complete_file(Arena *a, AuditFile *f)
{
    Lines l = read_lines(a, f->file);
    AuditCount *c = &f->count;
    for (uint32_t i = 0; i < f->functions.len; i++) {
        const AuditFunction *fn = &f->functions.data[i];
        AuditClass class = class_of(fn);
        classify(&l, fn->begin, fn->end, class, false);
        c->functions[class]++;
        c->declared += fn->declared;
        c->inferred += !fn->declared && fn->analysed;
    }
    for (uint32_t i = 0; i < f->places.len; i++)
        complete_place(a, f, &l, &f->places.data[i]);
    for (uint32_t i = 1; i <= l.count; i++)
        if (l.classes[i])
            c->lines[l.classes[i] - 1]++;
}

static void add_counts(AuditCount *to, const AuditCount *c)
{
    for (uint32_t i = 0; i < AUDIT_CLASS_COUNT; i++) {
        to->functions[i] += c->functions[i];
        to->lines[i] += c->lines[i];
        to->findings[i] += c->findings[i];
    }
    to->declared += c->declared;
    to->inferred += c->inferred;
    to->places += c->places;
    to->allows += c->allows;
    to->unsaid += c->unsaid;
}

/* Of a header that only declares things there is nothing to say. */
static bool says_something(const AuditFile *f)
{
    uint32_t n = f->functions.len + f->places.len;
    for (uint32_t i = 0; i < AUDIT_CLASS_COUNT; i++)
        n += f->count.findings[i];
    return n != 0;
}

static int by_function(const void *a, const void *b)
{
    const AuditFunction *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return strcmp(x->name, y->name);
}

static int by_place(const void *a, const void *b)
{
    const AuditPlace *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return (int)x->kind - (int)y->kind;
}

static int by_size(const void *a, const void *b)
{
    const AuditFile *x = *(AuditFile *const *)a, *y = *(AuditFile *const *)b;
    uint32_t n = audit_lines(&x->count), m = audit_lines(&y->count);
    if (n != m)
        return n > m ? -1 : 1;
    return strcmp(x->file->path, y->file->path);
}

void audit_complete(Arena *a, DiagSink *s, AuditReport *r)
{
    for (uint32_t i = 0; i < r->files.len; i++) {
        AuditFile *f = r->files.data[i];
        if (f->functions.len)
            qsort(f->functions.data, f->functions.len, sizeof *f->functions.data, by_function);
        if (f->places.len)
            qsort(f->places.data, f->places.len, sizeof *f->places.data, by_place);
    }
    add_findings(a, s, r);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < r->files.len; i++) {
        AuditFile *f = r->files.data[i];
        complete_file(a, f);
        add_counts(&r->count, &f->count);
        if (says_something(f))
            r->files.data[kept++] = f;
    }
    r->files.len = kept;
    if (r->files.len)
        qsort(r->files.data, r->files.len, sizeof(AuditFile *), by_size);
}

void audit_trouble(DiagSink *s, Text *out)
{
    Arena *a = arena_new();
    ResolvedList list = diag_sorted(s, a), errors = {0};
    for (uint32_t i = 0; i < list.len; i++)
        if (list.data[i]->c_error)
            VEC_PUSH(a, &errors, list.data[i]);
    render_gcc(s, &errors, a, out);
    arena_destroy(a);
}
