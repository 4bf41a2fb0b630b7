/* diag/text_lines.c - source lines with their labels drawn below them.
 *
 * What comes in: labels with places. What goes out: a block as rustc draws it.
 * The one idea: the labels of one line are laid out from the right. The right-most one stands
 * inline, behind its underline, when nothing else reaches that far; every other hangs below on
 * a connector, the right-most first, so that no connector ever crosses a text:
 *
 *     5 |     copy(dst, src, len);
 *       |     ---- ---  ^^^  --- the length
 *       |     |    |    |
 *       |     |    |    `src` may be null
 *       |     |    allocated with `malloc`
 *       |     called here
 *
 * A label of several lines is drawn in a lane between the gutter and the source:
 *
 *     7 |       int n = sum(first,
 *       |  _____________^
 *     8 | |                 second);
 *       | |_______________________^ the result is ignored
 *
 * Columns are those of a terminal: a tab is widened to 4 blanks, control characters become
 * their Unicode pictures, wide characters take two. */
#include "diag/resolved.h"

enum { TAB = 4, LONG_LINE = 1000, LONG_CUT = 160, CUT_MARK = 3 };

/* ---- styles ---------------------------------------------------------------------------------- */
void style_begin(TextOut *t, Style s)
{
    static const char *const codes[] = {
        [STYLE_PLAIN] = "", [STYLE_ERROR] = "\033[1;31m", [STYLE_WARNING] = "\033[1;33m",
        [STYLE_NOTE] = "\033[1;32m", [STYLE_HELP] = "\033[1;36m", [STYLE_GUTTER] = "\033[1;34m",
        [STYLE_PRIMARY_ERROR] = "\033[1;31m", [STYLE_PRIMARY_WARNING] = "\033[1;33m",
        [STYLE_SECONDARY] = "\033[1;34m", [STYLE_MESSAGE] = "\033[1m",
        [STYLE_ADDED] = "\033[32m", [STYLE_REMOVED] = "\033[31m",
    };
    if (t->color)
        text_add(t->out, codes[s]);
}

void style_end(TextOut *t, Style s)
{
    if (t->color && s != STYLE_PLAIN)
        text_add(t->out, "\033[0m");
}

void style_text(TextOut *t, Style s, const char *text)
{
    style_begin(t, s);
    text_clean(t, STYLE_PLAIN, text, strlen(text));
    style_end(t, s);
}

static Style primary_style_of(const TextOut *t, bool primary)
{
    if (!primary)
        return STYLE_SECONDARY;
    switch (t->severity) {
    case SEVERITY_ERROR: return STYLE_PRIMARY_ERROR;
    case SEVERITY_WARNING: return STYLE_PRIMARY_WARNING;
    case SEVERITY_NOTE: return STYLE_NOTE;
    }
    return STYLE_PLAIN;
}

/* ---- characters ------------------------------------------------------------------------------ */
/* What stands for a code point: control characters and those that reorder text (which can make
 * code look like what it isn't) are made visible. */
static uint32_t visible(uint32_t cp)
{
    if (cp < 0x20)
        return 0x2400 + cp;
    if (cp == 0x7F)
        return 0x2421;
    if ((cp >= 0x80 && cp < 0xA0) || (cp >= 0x202A && cp <= 0x202E) ||
        (cp >= 0x2066 && cp <= 0x2069))
        return 0xFFFD;
    return cp;
}

/* Columns that the character at text takes; *bytes receives its length. */
static unsigned char_columns(const char *text, size_t left, unsigned *bytes, uint32_t *cp)
{
    *bytes = utf8_decode(text, left, cp);
    if (*cp == '\t')
        return TAB;
    *cp = visible(*cp);
    return utf8_width(*cp);
}

/* Adds the columns [lo, hi) of a text. */
static void add_window(TextOut *t, const char *text, size_t len, uint32_t lo, uint32_t hi)
{
    uint32_t col = 0, cp;
    unsigned bytes;
    for (size_t i = 0; i < len && col < hi; i += bytes) {
        unsigned w = char_columns(text + i, len - i, &bytes, &cp);
        if (col >= lo && col + w <= hi) {
            if (cp == '\t')
                text_fill(t->out, ' ', TAB);
            else
                utf8_encode(t->out, cp);
        } else if (col + w > lo) {
            uint32_t from = col > lo ? col : lo, to = col + w < hi ? col + w : hi;
            text_fill(t->out, ' ', to - from);
        }
        col += w;
    }
}

void text_clean(TextOut *t, Style s, const char *text, size_t len)
{
    style_begin(t, s);
    add_window(t, text, len, 0, UINT32_MAX);
    style_end(t, s);
}

uint32_t text_columns(const char *text, size_t len)
{
    uint32_t col = 0, cp;
    unsigned bytes;
    for (size_t i = 0; i < len; i += bytes)
        col += char_columns(text + i, len - i, &bytes, &cp);
    return col;
}

/* ---- gutter ---------------------------------------------------------------------------------- */
void text_gutter(TextOut *t, uint32_t line, char mark, Style mark_style)
{
    size_t before = t->out->len;
    style_begin(t, STYLE_GUTTER);
    before = t->out->len;
    if (line)
        text_addf(t->out, "%u", line);
    size_t used = t->out->len - before;
    text_fill(t->out, ' ', t->gutter + 1 > used ? t->gutter + 1 - used : 1);
    if (mark_style != STYLE_GUTTER) {
        style_end(t, STYLE_GUTTER);
        style_begin(t, mark_style);
    }
    text_add_char(t->out, mark);
    style_end(t, mark_style);
}

/* What stands between the gutter and the source when the block has a label of several lines. */
static void print_lane(TextOut *t)
{
    char lane[] = {' ', t->lane, '\0'};
    if (t->lane)
        style_text(t, primary_style_of(t, t->lane_primary), lane);
}

/* ---- one line -------------------------------------------------------------------------------- */
typedef struct Mark {
    uint32_t start, end;     /* columns of the window, start < end */
    bool primary;
    Style style;
    const char *text;        /* "" when it says nothing */
} Mark;

typedef struct Row { char *marks; Style *styles; uint32_t len; } Row;

static Row row_new(TextOut *t, uint32_t columns)
{
    Row r = {ARENA_ARRAY(t->arena, char, columns + 1),
             ARENA_ARRAY(t->arena, Style, columns + 1), 0};
    memset(r.marks, ' ', columns);
    return r;
}

static void row_put(Row *r, uint32_t from, uint32_t to, char c, Style s)
{
    for (uint32_t i = from; i < to; i++) {
        r->marks[i] = c;
        r->styles[i] = s;
    }
    r->len = to > r->len ? to : r->len;
}

/* Prints a row: marks, then a text that begins at column `at`. */
static void row_print(TextOut *t, const Row *r, uint32_t at, const char *text, Style s)
{
    text_gutter(t, 0, '|', STYLE_GUTTER);
    print_lane(t);
    uint32_t len = text[0] && at > r->len ? at : r->len;
    if (len > 0 || text[0])
        text_add_char(t->out, ' ');
    for (uint32_t i = 0; i < len;) {
        uint32_t k = i;
        while (k < len && r->styles[k] == r->styles[i] &&
               (r->marks[k] == ' ') == (r->marks[i] == ' '))
            k++;
        Style st = r->marks[i] == ' ' ? STYLE_PLAIN : r->styles[i];
        style_begin(t, st);
        text_add_n(t->out, r->marks + i, k - i);
        style_end(t, st);
        i = k;
    }
    if (text[0])
        style_text(t, s, text);
    text_add_char(t->out, '\n');
}

/* Right-most first; of equal starts the primary first. */
static void sort_marks(Mark *m, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++) {
        Mark x = m[i];
        uint32_t k = i;
        for (; k > 0; k--) {
            const Mark *y = &m[k - 1];
            if (y->start > x.start || (y->start == x.start && (y->primary || !x.primary)))
                break;
            m[k] = *y;
        }
        m[k] = x;
    }
}

static void print_marks(TextOut *t, Mark *m, uint32_t n)
{
    uint32_t width = 1;
    sort_marks(m, n);
    for (uint32_t i = 0; i < n; i++)
        width = m[i].end > width ? m[i].end : width;
    Row under = row_new(t, width + 1);
    bool inline_first = m[0].text[0] != '\0';
    for (uint32_t i = n; i-- > 0;)
        if (!m[i].primary)
            row_put(&under, m[i].start, m[i].end, '-', m[i].style);
    for (uint32_t i = 0; i < n; i++) {
        if (m[i].primary)
            row_put(&under, m[i].start, m[i].end, '^', m[i].style);
        if (i > 0 && m[i].end > m[0].start)
            inline_first = false;
    }
    if (inline_first)
        row_print(t, &under, m[0].end + 1, m[0].text, m[0].style);
    else
        row_print(t, &under, 0, "", STYLE_PLAIN);

    uint32_t first = inline_first ? 1 : 0;
    Row bars = row_new(t, width + 1);
    for (uint32_t i = n; i-- > first;)
        if (m[i].text[0])
            row_put(&bars, m[i].start, m[i].start + 1, '|', m[i].style);
    if (bars.len == 0)
        return;
    row_print(t, &bars, 0, "", STYLE_PLAIN);
    for (uint32_t i = first; i < n; i++) {
        if (!m[i].text[0])
            continue;
        Row r = row_new(t, width + 1);
        for (uint32_t k = n; k-- > i + 1;)
            if (m[k].text[0] && m[k].start < m[i].start)
                row_put(&r, m[k].start, m[k].start + 1, '|', m[k].style);
        row_print(t, &r, m[i].start, m[i].text, m[i].style);
    }
}

typedef struct Window { uint32_t lo, hi; bool cut_left, cut_right; } Window; /* columns */

/* What of a line of `width` columns is shown so that [from, to) is in it. */
static Window choose_window(const TextOut *t, uint32_t width, uint32_t from, uint32_t to)
{
    Window w = {0, width, false, false};
    uint32_t room = width > LONG_LINE ? LONG_CUT : width;
    if (t->columns > 0)
        room = t->columns > t->gutter + 25 ? t->columns - t->gutter - (t->lane ? 5 : 3) : 20;
    if (width <= room)
        return w;
    if (to > room) {
        uint32_t before = to - from < room ? (room - (to - from)) / 2 : room / 8;
        w.lo = from > before ? from - before : 0;
    }
    if (w.lo + room > width)
        w.lo = width - room;
    w.hi = w.lo + room;
    w.cut_left = w.lo > 0;
    w.cut_right = w.hi < width;
    return w;
}

static void print_source(TextOut *t, uint32_t number, const char *text, uint32_t len, Window w)
{
    text_gutter(t, number, '|', STYLE_GUTTER);
    print_lane(t);
    size_t mark = t->out->len;
    text_add_char(t->out, ' ');
    if (w.cut_left)
        text_add(t->out, "...");
    add_window(t, text, len, w.lo + (w.cut_left ? CUT_MARK : 0),
               w.hi - (w.cut_right ? CUT_MARK : 0));
    if (w.cut_right)
        text_add(t->out, "...");
    while (t->out->len > mark && t->out->data[t->out->len - 1] == ' ')
        t->out->data[--t->out->len] = '\0';
    text_add_char(t->out, '\n');
}

static uint32_t clamp(uint32_t v, uint32_t lo, uint32_t hi)
{
    return v < lo ? lo : v > hi ? hi : v;
}

/* `_____^`: from the lane to the first or last column of a label of several lines. */
static void print_corner(TextOut *t, uint32_t column, bool primary, const char *text)
{
    Style s = primary_style_of(t, primary);
    text_gutter(t, 0, '|', STYLE_GUTTER);
    print_lane(t);
    style_begin(t, s);
    text_fill(t->out, '_', column + 1);
    text_add_char(t->out, primary ? '^' : '-');
    if (text[0]) {
        text_add_char(t->out, ' ');
        text_clean(t, STYLE_PLAIN, text, strlen(text));
    }
    style_end(t, s);
    text_add_char(t->out, '\n');
}

typedef struct Line { uint32_t real, shown; } Line; /* in the file, and as #line says */

/* A byte of the file as a column of its line, which begins with `text`. */
static uint32_t column_of(const SourceFile *f, const char *text, uint32_t len, uint32_t offset)
{
    uint32_t start = (uint32_t)(text - f->data);
    uint32_t b = offset > start ? offset - start : 0;
    return text_columns(text, b < len ? b : len);
}

static bool blank_before(const char *text, const char *end)
{
    while (text < end && (*text == ' ' || *text == '\t'))
        text++;
    return text >= end;
}

/* One line with the labels v that begin on it; `multi`, if any, is drawn in the lane. */
static void print_line(TextOut *t, const SourceFile *f, Line at, const PlacedLabel *const *v,
                       uint32_t n, const PlacedLabel *multi)
{
    const char *text;
    uint32_t len, from = UINT32_MAX, to = 0, opens = 0, closes = 0;
    source_line_text(f, at.real, &text, &len);
    Mark *m = ARENA_ARRAY(t->arena, Mark, n);
    for (uint32_t i = 0; i < n; i++) { /* a second label of several lines shows its first */
        const Place *q = &v[i]->place;
        m[i].start = column_of(f, text, len, q->begin);
        m[i].end = column_of(f, text, len, q->end);
        m[i].end = m[i].end > m[i].start ? m[i].end : m[i].start + 1;
        m[i].primary = v[i]->kind == LABEL_PRIMARY;
        m[i].style = primary_style_of(t, m[i].primary);
        m[i].text = v[i]->text;
        from = m[i].start < from ? m[i].start : from;
        to = m[i].end > to ? m[i].end : to;
    }
    bool first = multi && multi->place.real_line == at.real;
    bool last = multi && multi->place.real_end_line == at.real;
    if (first)
        opens = column_of(f, text, len, multi->place.begin);
    if (last)
        closes = column_of(f, text, len, multi->place.end - 1);
    if (n == 0 && (first || last)) {
        from = first ? opens : closes;
        to = from + 1;
    }
    Window w = choose_window(t, text_columns(text, len), from == UINT32_MAX ? 0 : from, to);
    for (uint32_t i = 0; i < n && w.lo + w.hi > 0; i++) {
        m[i].start = clamp(m[i].start, w.lo, w.hi - 1) - w.lo;
        m[i].end = clamp(m[i].end, w.lo + m[i].start + 1, w.hi + 1) - w.lo;
    }
    bool slash = first && blank_before(text, f->data + multi->place.begin);
    if (slash)
        t->lane = '/';
    print_source(t, at.shown, text, len, w);
    if (slash)
        t->lane = '|';
    if (n > 0)
        print_marks(t, m, n);
    if (first && !slash) {
        print_corner(t, clamp(opens, w.lo, w.hi) - w.lo, t->lane_primary, "");
        t->lane = '|';
    }
    if (last) {
        print_corner(t, clamp(closes, w.lo, w.hi) - w.lo, t->lane_primary, multi->text);
        t->lane = ' ';
    }
}

/* ---- a block --------------------------------------------------------------------------------- */
static void print_between(TextOut *t, const SourceFile *f, Line above, Line below)
{
    uint32_t gap = below.real - above.real;
    if (gap <= 1)
        return;
    if (gap == 2) { /* one line is not longer than the dots */
        print_line(t, f, (Line){above.real + 1, above.shown + 1}, NULL, 0, NULL);
        return;
    }
    style_text(t, STYLE_GUTTER, "...");
    if (t->lane == '|') {
        text_fill(t->out, ' ', t->gutter);
        style_text(t, primary_style_of(t, t->lane_primary), "|");
    }
    text_add_char(t->out, '\n');
}

/* The label of several lines that gets the lane: the primary one, or else the first. */
static const PlacedLabel *choose_multi(const PlacedLabel *const *v, uint32_t n)
{
    const PlacedLabel *multi = NULL;
    for (uint32_t i = 0; i < n; i++)
        if (v[i]->place.real_end_line > v[i]->place.real_line &&
            (!multi || v[i]->kind == LABEL_PRIMARY))
            multi = v[i];
    return multi;
}

typedef VEC(Line) Lines;

static void add_shown(TextOut *t, Lines *lines, uint32_t real, uint32_t shown)
{
    uint32_t k = lines->len;
    while (k > 0 && lines->data[k - 1].real > real)
        k--;
    if (k > 0 && lines->data[k - 1].real == real)
        return;
    VEC_PUSH(t->arena, lines, ((Line){0, 0}));
    memmove(lines->data + k + 1, lines->data + k, (lines->len - 1 - k) * sizeof(Line));
    lines->data[k] = (Line){real, shown};
}

/* The labels of one file. */
static void print_file(TextOut *t, const PlacedLabel **v, uint32_t n)
{
    enum { WHOLE = 5 }; /* a label of so many lines is shown without dots */
    const SourceFile *f = v[0]->place.file;
    const PlacedLabel *multi = choose_multi(v, n);
    const PlacedLabel **here = ARENA_ARRAY(t->arena, const PlacedLabel *, n);
    Lines lines = {0};
    for (uint32_t i = 0; i < n; i++)
        add_shown(t, &lines, v[i]->place.real_line, v[i]->place.line);
    if (multi) {
        const Place *p = &multi->place;
        uint32_t more = p->real_end_line - p->real_line;
        uint32_t step = more < WHOLE ? 1 : more;
        for (uint32_t l = p->real_line; l <= p->real_end_line; l += step)
            add_shown(t, &lines, l, p->line + (l - p->real_line));
        t->lane = ' ';
        t->lane_primary = multi->kind == LABEL_PRIMARY;
    }
    for (uint32_t i = 0; i < lines.len; i++) {
        uint32_t count = 0;
        for (uint32_t k = 0; k < n; k++)
            if (v[k] != multi && v[k]->place.real_line == lines.data[i].real)
                here[count++] = v[k];
        if (i > 0)
            print_between(t, f, lines.data[i - 1], lines.data[i]);
        print_line(t, f, lines.data[i], here, count, multi);
    }
    t->lane = '\0';
}

void text_block(TextOut *t, const PlacedLabel *labels, uint32_t count)
{
    const PlacedLabel **v = ARENA_ARRAY(t->arena, const PlacedLabel *, count);
    bool *done = ARENA_ARRAY(t->arena, bool, count);
    for (uint32_t i = 0; i < count; i++) {
        const Place *p = &labels[i].place;
        if (done[i] || !p->file)
            continue;
        uint32_t n = 0;
        for (uint32_t k = i; k < count; k++) {
            if (labels[k].place.file != p->file || strcmp(labels[k].place.path, p->path) != 0)
                continue;
            done[k] = true;
            v[n++] = &labels[k];
        }
        text_fill(t->out, ' ', t->gutter);
        style_text(t, STYLE_GUTTER, i == 0 ? "--> " : "::: ");
        text_clean(t, STYLE_PLAIN, p->path, strlen(p->path));
        text_addf(t->out, ":%u:%u\n", p->line, p->column);
        text_gutter(t, 0, '|', STYLE_GUTTER);
        text_add_char(t->out, '\n');
        print_file(t, v, n);
    }
}
