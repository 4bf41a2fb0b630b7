/* diag/place.c - from a Span of tokens to a range of bytes in one file.
 *
 * What comes in: a Span (first and last token) and the SourceMap of its unit. What goes out: a
 * Place, which outlives the unit; and the macro steps that lead to it.
 * The one idea: a token is shown where the user wrote it (source_show). What was written in a
 * macro's argument is shown there; what comes from a macro's body is shown as its call, the
 * arguments included, and the macro steps tell the rest:
 *
 *     #define DEREF(p) (*(p))        step: in this expansion of macro `DEREF`, at the `*`
 *     return DEREF(x) + 1;           place of the `*`: `DEREF(x)`
 *
 * The length of a token isn't recorded anywhere: it is read again from the text. */
#include "diag/resolved.h"

static bool is_ident(char c)
{
    unsigned char u = (unsigned char)c;
    return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') ||
           u == '_' || u == '$' || u >= 0x80;
}

/* A string or character constant from its opening quote; stops at the end of the line. */
static uint32_t quoted_bytes(const char *s, uint32_t left)
{
    for (uint32_t i = 1; i < left; i++) {
        if (s[i] == '\\' && i + 1 < left)
            i++;
        else if (s[i] == s[0])
            return i + 1;
        else if (s[i] == '\n')
            return i;
    }
    return left;
}

/* A preprocessing number (C23 6.4.8). */
static uint32_t number_bytes(const char *s, uint32_t left)
{
    uint32_t i = 1;
    while (i < left && (is_ident(s[i]) || s[i] == '.' ||
                        ((s[i] == '+' || s[i] == '-') && strchr("eEpP", s[i - 1]) != NULL) ||
                        (s[i] == '\'' && i + 1 < left && is_ident(s[i + 1]))))
        i++;
    return i;
}

uint32_t place_token_bytes(const char *s, uint32_t left)
{
    static const char *const puncts[] = {"...", "<<=", ">>=", "->", "++", "--", "<<", ">>",
                                         "<=",  ">=",  "==",  "!=", "&&", "||", "*=", "/=",
                                         "%=",  "+=",  "-=",  "&=", "^=", "|=", "##", "::"};
    if (left == 0)
        return 0;
    if ((s[0] >= '0' && s[0] <= '9') || (s[0] == '.' && left > 1 && s[1] >= '0' && s[1] <= '9'))
        return number_bytes(s, left);
    if (s[0] == '"' || s[0] == '\'')
        return quoted_bytes(s, left);
    if (is_ident(s[0])) {
        uint32_t i = 1;
        while (i < left && is_ident(s[i]))
            i++;
        bool prefix = i < left && (s[i] == '"' || s[i] == '\'') &&
                      ((i == 1 && strchr("LuU", s[0]) != NULL) ||
                       (i == 2 && memcmp(s, "u8", 2) == 0));
        return prefix ? i + quoted_bytes(s + i, left - i) : i;
    }
    for (size_t i = 0; i < COUNT_OF(puncts); i++) {
        size_t n = strlen(puncts[i]);
        if (n <= left && memcmp(s, puncts[i], n) == 0)
            return (uint32_t)n;
    }
    return s[0] == '\n' || s[0] == '\r' ? 0 : 1;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* One past the `)` that closes the arguments of a call at `from`, on the same line; else `from`. */
static uint32_t arguments_end(const SourceFile *f, uint32_t from)
{
    uint32_t i = from, depth = 0;
    while (i < f->len && is_blank(f->data[i]))
        i++;
    if (i >= f->len || f->data[i] != '(')
        return from;
    while (i < f->len && f->data[i] != '\n') {
        if (f->data[i] == '(')
            depth++;
        if (f->data[i] == ')' && --depth == 0)
            return i + 1;
        uint32_t n = place_token_bytes(f->data + i, f->len - i);
        i += n ? n : 1;
    }
    return from;
}

/* Is the macro that is called here defined with parameters? Read at its definition. */
static bool takes_arguments(const SourceMap *map, Loc l, uint32_t call_bytes, const char *call)
{
    Loc cur = l;
    while (loc_in_macro(cur)) {
        const Expansion *e = &map->expansions.data[source_macro_token(map, cur)->expansion];
        if (!loc_in_macro(e->call)) {
            if (e->definition == LOC_NONE || loc_in_macro(e->definition))
                return false;
            Position def = source_position(map, e->definition);
            if (!def.file)
                return false;
            const char *s = def.file->data + def.offset;
            const char *end = def.file->data + def.file->len;
            for (const char *p = s; p + call_bytes < end && *p != '\n'; p++)
                if (memcmp(p, call, call_bytes) == 0 && !is_ident(p[call_bytes]))
                    return p[call_bytes] == '(';
            return false;
        }
        cur = e->call;
    }
    return false;
}

/* One past the last byte of what is shown for the token l, which begins at pos. */
static uint32_t shown_end(const SourceMap *map, Loc l, const Position *pos)
{
    const SourceFile *f = pos->file;
    uint32_t bytes = place_token_bytes(f->data + pos->offset, f->len - pos->offset);
    uint32_t end = pos->offset + bytes;
    bool called = loc_in_macro(l) && source_show(map, l) != source_spelling(map, l);
    if (called && takes_arguments(map, l, bytes, f->data + pos->offset))
        end = arguments_end(f, end);
    return end;
}

static Place place_of_range(const Position *pos, uint32_t end)
{
    const SourceFile *f = pos->file;
    Place p = {.file = f, .path = pos->path, .begin = pos->offset, .end = end};
    if (p.end > f->len)
        p.end = f->len;
    uint32_t last = p.end > p.begin ? p.end - 1 : p.begin, last_start;
    uint32_t line;
    source_offset_line(f, p.begin, &line, &p.line_start);
    source_offset_line(f, last, &p.real_end_line, &last_start);
    p.real_line = pos->real_line;
    p.line = pos->line;
    p.column = pos->column;
    p.end_line = p.line + (p.real_end_line - p.real_line);
    p.end_column = utf8_points(f->data + last_start, p.end - last_start) + 1;
    if (p.end <= p.begin)
        p.end_column = p.column;
    return p;
}

Place place_of_span(const SourceMap *map, Span span)
{
    Place nowhere = {.path = ""};
    if (span.begin == LOC_NONE)
        return nowhere;
    Position begin = source_position(map, span.begin);
    if (!begin.file)
        return nowhere;
    uint32_t end = shown_end(map, span.begin, &begin);
    if (span.end != LOC_NONE && span.end != span.begin) {
        Position last = source_position(map, span.end);
        if (last.file == begin.file && last.offset >= begin.offset) {
            uint32_t e = shown_end(map, span.end, &last);
            end = e > end ? e : end;
        }
    }
    return place_of_range(&begin, end);
}

Place place_of_token(const SourceMap *map, Loc spelling)
{
    return place_of_span(map, (Span){spelling, spelling});
}

void place_macro_steps(const SourceMap *map, Loc l, Arena *a, Resolved *r)
{
    enum { SHOWN = 6 };
    VEC(MacroStep) steps = {0};
    if (!loc_in_macro(l) || source_show(map, l) == source_spelling(map, l))
        return;
    for (Loc cur = l; loc_in_macro(cur);) {
        const MacroToken *t = source_macro_token(map, cur);
        const Expansion *e = &map->expansions.data[t->expansion];
        if (loc_in_macro(t->spelling)) { /* it was an argument of this macro: look outside */
            cur = t->spelling;
            continue;
        }
        MacroStep step = {.macro = arena_printf(a, "%s", NAME_TEXT(e->macro))};
        step.place = place_of_token(map, t->spelling);
        if (step.place.file && step.place.path[0] != '<')
            VEC_PUSH(a, &steps, step);
        cur = e->call;
    }
    r->macros = steps.data;
    r->macro_count = steps.len;
    if (steps.len > SHOWN) { /* keep the innermost ones and the outermost */
        r->macros_left_out = steps.len - SHOWN;
        r->macros[SHOWN - 1] = VEC_LAST(&steps);
        r->macro_count = SHOWN;
    }
}

const char *diag_source_text(Arena *a, const SourceMap *map, Span span, uint32_t most)
{
    if (!span.begin)
        return NULL;
    Place p = place_of_span(map, span);
    if (!p.file || p.end <= p.begin || p.end - p.begin > 4 * most)
        return NULL;
    Text t;
    text_init(&t, a);
    for (uint32_t i = p.begin; i < p.end; i++) {
        char c = p.file->data[i];
        bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank)
            text_add_char(&t, c);
        else if (t.len && t.data[t.len - 1] != ' ')
            text_add_char(&t, ' ');
    }
    return t.len && t.len <= most ? t.data : NULL;
}
