/* source/map.c - from a Loc to a place that a person can look up.
 *
 * In: the inclusions and macro expansions of one translation unit, in the order in which the
 * preprocessor met them. Out: file, line and column of any Loc, and the chain that led there.
 *
 * The one idea: an inclusion takes a stretch of the 31-bit numbers as long as its file, so
 * `base + offset` names a byte without a word about the file. Finding the file back is a binary
 * search over the bases.
 *
 *     main.c  base 1    bytes 1 .. 120
 *     a.h     base 121  included_at 10      Loc 130 = byte 9 of a.h
 *     a.h     base 300  included_at 50      the second inclusion is another stretch
 *
 * What a macro made is told apart by one comparison in source_show: an argument's text stands
 * behind the call that it belongs to, in the same inclusion; a body's text stands before it or in
 * another file, because a macro is defined before it is called. */
#include "source/source.h"

#define LOC_END (UINT32_MAX >> 1)

void source_map_init(SourceMap *m, Arena *tu)
{
    *m = (SourceMap){.arena = tu, .growing = tu, .next_base = 1};
}

#define SETTLE(m, v)                                                                         \
    ((v)->data = arena_copy((m)->arena, (v)->data, (v)->len * sizeof *(v)->data),            \
     (v)->cap = (v)->len)

void source_map_settle(SourceMap *m)
{
    if (m->growing == m->arena)
        return;
    SETTLE(m, &m->inclusions);
    SETTLE(m, &m->macro_tokens);
    SETTLE(m, &m->expansions);
    SETTLE(m, &m->line_marks);
    m->growing = m->arena;
}

bool source_map_include(SourceMap *m, SourceFile *f, Loc at, bool system, Loc *base)
{
    /* One more than the bytes: the end of file is a place, too. */
    if ((uint64_t)m->next_base + f->len + 1 > LOC_END)
        return false;
    Inclusion in = {.file = f, .base = m->next_base, .included_at = at, .system = system};
    VEC_PUSH(m->growing, &m->inclusions, in);
    m->next_base += f->len + 1;
    *base = in.base;
    return true;
}

uint32_t source_map_expansion(SourceMap *m, Name macro, Loc call, Loc definition)
{
    Expansion e = {.macro = macro, .call = call, .definition = definition};
    VEC_PUSH(m->growing, &m->expansions, e);
    return m->expansions.len - 1;
}

Loc source_map_macro_token(SourceMap *m, Loc spelling, uint32_t expansion)
{
    if (m->macro_tokens.len == LOC_END)
        BUG(m->arena, "more than 2^31 tokens out of macros");
    MacroToken t = {.spelling = spelling, .expansion = expansion};
    VEC_PUSH(m->growing, &m->macro_tokens, t);
    return LOC_MACRO_BIT | (m->macro_tokens.len - 1);
}

void source_map_line_mark(SourceMap *m, Loc at, uint32_t line, const char *path)
{
    LineMark mark = {.at = at, .line = line, .path = path};
    VEC_PUSH(m->growing, &m->line_marks, mark);
    uint32_t i = m->line_marks.len - 1;
    for (; i > 0 && m->line_marks.data[i - 1].at > at; i--)
        m->line_marks.data[i] = m->line_marks.data[i - 1];
    m->line_marks.data[i] = mark;
}

const Inclusion *source_inclusion(const SourceMap *m, Loc l)
{
    if (l == LOC_NONE || loc_in_macro(l) || m->inclusions.len == 0)
        return NULL;
    uint32_t low = 0, high = m->inclusions.len;
    while (high - low > 1) {
        uint32_t mid = low + (high - low) / 2;
        if (m->inclusions.data[mid].base <= l)
            low = mid;
        else
            high = mid;
    }
    const Inclusion *in = &m->inclusions.data[low];
    return l >= in->base && l - in->base <= in->file->len ? in : NULL;
}

static const MacroToken *macro_token(const SourceMap *m, Loc l)
{
    uint32_t i = l & ~LOC_MACRO_BIT;
    BUG_IF(m->arena, i >= m->macro_tokens.len);
    return &m->macro_tokens.data[i];
}

Loc source_spelling(const SourceMap *m, Loc l)
{
    while (loc_in_macro(l))
        l = macro_token(m, l)->spelling;
    return l;
}

Loc source_expansion(const SourceMap *m, Loc l)
{
    while (loc_in_macro(l))
        l = m->expansions.data[macro_token(m, l)->expansion].call;
    return l;
}

Loc source_show(const SourceMap *m, Loc l)
{
    if (!loc_in_macro(l))
        return l;
    Loc written = source_spelling(m, l);
    Loc call = source_expansion(m, l);
    const Inclusion *in = source_inclusion(m, call);
    bool argument = in && written > call && written - in->base <= in->file->len;
    return argument ? written : call;
}

/* What #line says about a place on line `line` (as counted in the file's bytes) of `in`. */
static void apply_line_marks(const SourceMap *m, const Inclusion *in, Loc l, Position *p)
{
    uint32_t low = 0, high = m->line_marks.len; /* marks below low are at or before l */
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (m->line_marks.data[mid].at <= l)
            low = mid + 1;
        else
            high = mid;
    }
    bool counted = false;
    for (uint32_t i = low; i-- > 0 && m->line_marks.data[i].at >= in->base;) {
        const LineMark *mark = &m->line_marks.data[i];
        if (!counted) {
            uint32_t mark_line, start;
            source_offset_line(in->file, mark->at - in->base, &mark_line, &start);
            /* On the directive's own line nothing has changed yet. */
            if (mark_line >= p->real_line)
                continue;
            p->line = mark->line + (p->real_line - mark_line - 1);
            counted = true;
        }
        /* A #line without a file name keeps the name of the one before it. */
        if (mark->path) {
            p->path = mark->path;
            return;
        }
    }
}

Position source_position(const SourceMap *m, Loc l)
{
    Position p = {.path = ""};
    l = source_show(m, l);
    const Inclusion *in = source_inclusion(m, l);
    if (!in)
        return p;
    const SourceFile *f = in->file;
    uint32_t start;
    p.file = in->file;
    p.path = f->path;
    p.offset = l - in->base;
    source_offset_line(f, p.offset, &p.real_line, &start);
    p.line = p.real_line;
    p.column = 1;
    for (uint32_t i = start; i < p.offset; i++)
        if (((unsigned char)f->data[i] & 0xC0) != 0x80) /* not a UTF-8 continuation byte */
            p.column++;
    if (m->line_marks.len)
        apply_line_marks(m, in, l, &p);
    return p;
}

bool source_in_system_header(const SourceMap *m, Loc l)
{
    const Inclusion *in = source_inclusion(m, source_show(m, l));
    return in && in->system;
}
