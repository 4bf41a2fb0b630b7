/* annotate/edits.c - files with insertions in them: as text, and as a unified diff.
 *
 * In: insertions by file. Out: the same in order, with the #include that they need, and how that
 * looks:
 *
 *     @@ -3,3 +3,4 @@
 *      #include <stddef.h>
 *     +#include <corten.h>
 *
 * The include goes behind the last #include that stands before the first annotation and under no
 * other condition than the include guard: what the file's other headers define comes first. Where
 * there is none it goes behind the guard, or before the first line that is no comment. */
#include "annotate/annotate.h"

enum { CONTEXT = 3 };

/* ---- lines ----------------------------------------------------------------------------------- */
typedef struct Line {
    uint32_t begin, end; /* bytes; end: behind its end-of-line */
} Line;
typedef VEC(Line) Lines;

static Lines lines_of(Arena *a, const SourceFile *f)
{
    Lines v = {0};
    for (uint32_t at = 0; at < f->len;) {
        const char *nl = memchr(f->data + at, '\n', f->len - at);
        uint32_t end = nl ? (uint32_t)(nl - f->data) + 1 : f->len;
        VEC_PUSH(a, &v, ((Line){at, end}));
        at = end;
    }
    return v;
}

/* ---- where the include goes ------------------------------------------------------------------ */
typedef struct Scan {
    const char *data;
    int depth;    /* of #if */
    int guard;    /* depth inside the include guard: 0 or 1 */
    bool comment; /* the line begins inside one */
    bool opened;  /* the first directive was an #ifndef: NAME must be defined next */
    const char *name;
    size_t name_len;
    uint32_t directives;
    uint32_t behind; /* byte where the include goes */
    bool found;      /* an #include was seen; before that `behind` is a second best */
    bool code;       /* something else than comments was seen */
    bool open;       /* a comment goes on behind that place: it ends first */
    bool has;        /* the header is included already */
} Scan;

static bool word_is(const char *s, const char *word)
{
    size_t n = strlen(word);
    char next = s[n];
    return strncmp(s, word, n) == 0 && !(next >= 'a' && next <= 'z') && next != '_';
}

static void directive(Scan *s, const char *at, uint32_t end)
{
    bool first = !s->directives++;
    const char *arg = at + strcspn(at, " \t\r\n(\"<");
    arg += strspn(arg, " \t");
    size_t n = strcspn(arg, " \t\r\n(/");
    bool ifndef = word_is(at, "ifndef");
    if (word_is(at, "if") || ifndef || word_is(at, "ifdef")) {
        s->depth++;
        s->opened = first && ifndef;
        s->name = arg, s->name_len = n;
        return;
    }
    bool guard =
        s->opened && word_is(at, "define") && n == s->name_len && memcmp(arg, s->name, n) == 0;
    s->opened = false;
    if (guard)
        s->guard = 1;
    if (word_is(at, "endif"))
        s->depth--;
    const char *header = arg + strcspn(arg, ">\"\r\n");
    if (*arg == '"')
        header = arg + 1 + strcspn(arg + 1, "\"\r\n");
    s->has |= word_is(at, "include") && header - arg > 8 && memcmp(header - 8, "corten.h", 8) == 0;
    bool once = word_is(at, "pragma") && word_is(arg, "once");
    bool include = word_is(at, "include") && s->depth == s->guard;
    if (include || (!s->found && (guard || once))) {
        s->behind = end;
        s->found |= include;
        s->open = s->comment;
    }
}

/* Comments of the line are passed over; *out: its first character that is in none. */
static bool first_of_line(Scan *s, const Line *l, const char **out)
{
    const char *at = s->data + l->begin, *end = s->data + l->end;
    *out = NULL;
    while (at < end) {
        if (s->comment) {
            const char *close = strstr(at, "*/");
            if (!close || close >= end)
                break;
            s->comment = false;
            at = close + 2;
        } else if (at[0] == '/' && at[1] == '*') {
            s->comment = true;
            at += 2;
        } else if (at[0] == '/' && at[1] == '/') {
            return *out != NULL;
        } else if (at[0] == '"' || at[0] == '\'') {
            char quote = *at;
            *out = *out ? *out : at;
            for (at++; at < end && *at != quote && *at != '\n'; at++)
                at += *at == '\\';
            at++;
        } else {
            if (!*out && *at != ' ' && *at != '\t' && *at != '\r' && *at != '\n')
                *out = at;
            at++;
        }
    }
    return *out != NULL;
}

/* False: there is one already. */
static bool include_offset(const FileEdits *f, const Lines *lines, uint32_t *offset)
{
    Scan s = {.data = f->file->data};
    uint32_t last = f->list.data[0].offset;
    for (uint32_t i = 0; i < lines->len && lines->data[i].end <= last; i++) {
        const char *at;
        bool any = first_of_line(&s, &lines->data[i], &at);
        if (s.open && !s.comment) {
            s.open = false;
            s.behind = lines->data[i].end;
        }
        if (!any)
            continue;
        if (!s.code)
            s.code = true, s.behind = lines->data[i].begin;
        while (i + 1 < lines->len && lines->data[i].end >= 2 &&
               s.data[lines->data[i].end - 2] == '\\')
            i++; /* a directive may go on behind a backslash */
        if (*at == '#')
            directive(&s, at + 1 + strspn(at + 1, " \t"), lines->data[i].end);
    }
    *offset = s.behind;
    if (!s.code)
        source_offset_line(f->file, last, &(uint32_t){0}, offset);
    return !s.has;
}

/* ---- order ----------------------------------------------------------------------------------- */
static void sort_insertions(FileEdits *f)
{
    for (uint32_t i = 1; i < f->list.len; i++) {
        Insertion x = f->list.data[i];
        uint32_t k = i;
        for (; k > 0 && f->list.data[k - 1].offset > x.offset; k--)
            f->list.data[k] = f->list.data[k - 1];
        f->list.data[k] = x;
    }
}

static void add_include(Arena *a, FileEdits *f)
{
    Lines lines = lines_of(a, f->file);
    bool crlf = lines.len && lines.data[0].end >= 2 && f->file->data[lines.data[0].end - 2] == '\r';
    Insertion in = {0, crlf ? "#include <corten.h>\r\n" : "#include <corten.h>\n"};
    if (!include_offset(f, &lines, &in.offset))
        return;
    VEC_PUSH(a, &f->list, in);
    sort_insertions(f);
}

void annotate_finish(Annotated *a)
{
    for (uint32_t i = 0; i < a->files.len; i++) {
        FileEdits *f = a->files.data[i];
        sort_insertions(f);
        add_include(a->arena, f);
    }
    for (uint32_t i = 1; i < a->files.len; i++)
        for (uint32_t k = i; k && strcmp(a->files.data[k]->path, a->files.data[k - 1]->path) < 0;
             k--) {
            FileEdits *x = a->files.data[k];
            a->files.data[k] = a->files.data[k - 1];
            a->files.data[k - 1] = x;
        }
    for (uint32_t i = 1; i < a->counts.len; i++)
        for (uint32_t k = i; k && strcmp(a->counts.data[k].word, a->counts.data[k - 1].word) < 0;
             k--) {
            WordCount x = a->counts.data[k];
            a->counts.data[k] = a->counts.data[k - 1];
            a->counts.data[k - 1] = x;
        }
}

/* ---- text and diff --------------------------------------------------------------------------- */
/* The bytes [begin, end) with what is inserted there, from insertion *at on. */
static void add_range(const FileEdits *f, uint32_t begin, uint32_t end, uint32_t *at, Text *out)
{
    for (; *at < f->list.len && f->list.data[*at].offset < end; ++*at) {
        const Insertion *in = &f->list.data[*at];
        text_add_n(out, f->file->data + begin, in->offset - begin);
        text_add(out, in->text);
        begin = in->offset;
    }
    text_add_n(out, f->file->data + begin, end - begin);
}

void annotate_text(const FileEdits *f, Text *out)
{
    uint32_t at = 0;
    add_range(f, 0, f->file->len, &at, out);
}

static void add_line(Text *out, char sign, const char *text, size_t len)
{
    text_add_char(out, sign);
    text_add_n(out, text, len);
    if (!len || text[len - 1] != '\n')
        text_add(out, "\n\\ No newline at end of file\n");
}

static bool is_whole_line(const Insertion *in, const Line *l)
{
    return in->offset == l->begin && in->text[strlen(in->text) - 1] == '\n';
}

/* Line l as it was and as it will be. Returns by how many lines the file grows. */
static uint32_t diff_line(Arena *a, const FileEdits *f, const Line *l, uint32_t *at, Text *out)
{
    uint32_t grown = 0;
    while (*at < f->list.len && is_whole_line(&f->list.data[*at], l)) {
        add_line(out, '+', f->list.data[*at].text, strlen(f->list.data[*at].text));
        ++*at, grown++;
    }
    const char *text = f->file->data + l->begin;
    bool changed = *at < f->list.len && f->list.data[*at].offset < l->end;
    add_line(out, changed ? '-' : ' ', text, l->end - l->begin);
    if (changed) {
        Text now;
        text_init(&now, a);
        add_range(f, l->begin, l->end, at, &now);
        add_line(out, '+', now.data, now.len);
    }
    return grown;
}

/* Lines [first, last] of a hunk, by index. */
static void diff_hunk(Arena *a, const FileEdits *f, const Lines *lines, uint32_t first,
                      uint32_t last, uint32_t *at, uint32_t *grown, Text *out)
{
    Text body;
    text_init(&body, a);
    uint32_t before = *grown;
    for (uint32_t i = first; i <= last; i++)
        *grown += diff_line(a, f, &lines->data[i], at, &body);
    uint32_t n = last - first + 1;
    text_addf(out, "@@ -%u,%u +%u,%u @@\n", first + 1, n, first + before + 1, n + *grown - before);
    text_add_n(out, body.data, body.len);
}

static uint32_t line_of(const FileEdits *f, const Insertion *in)
{
    uint32_t line, start;
    source_offset_line(f->file, in->offset, &line, &start);
    return line - 1;
}

void annotate_diff(const Annotated *a, Text *out)
{
    for (uint32_t i = 0; i < a->files.len; i++) {
        const FileEdits *f = a->files.data[i];
        Lines lines = lines_of(a->arena, f->file);
        uint32_t at = 0, grown = 0;
        text_addf(out, "--- %s\n+++ %s\n", f->path, f->path);
        while (at < f->list.len) {
            uint32_t line = line_of(f, &f->list.data[at]), last = line;
            for (uint32_t k = at; k < f->list.len; k++) {
                uint32_t next = line_of(f, &f->list.data[k]);
                if (next > last + 2 * CONTEXT)
                    break;
                last = next;
            }
            uint32_t first = line < CONTEXT ? 0 : line - CONTEXT;
            last = last + CONTEXT < lines.len ? last + CONTEXT : lines.len - 1;
            diff_hunk(a->arena, f, &lines, first, last, &at, &grown, out);
        }
    }
}
