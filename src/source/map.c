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

#define SETTLE(m, v)                                                                               \
    ((v)->data = arena_copy((m)->arena, (v)->data, (v)->len * sizeof *(v)->data),                  \
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

/* Marks of one file stand together, with one path. */
static void settle_line_marks(SourceMap *m)
{
    const char *old = NULL, *path = NULL;
    SETTLE(m, &m->line_marks);
    for (uint32_t i = 0; i < m->line_marks.len; i++) {
        LineMark *mark = &m->line_marks.data[i];
        if (mark->path && mark->path != old) {
            old = mark->path;
            path = arena_strndup(m->arena, old, strlen(old));
        }
        mark->path = mark->path ? path : NULL;
    }
}

SourceMap *source_map_thin(Arena *to, const SourceMap *m, BitSet tokens)
{
    SourceMap *thin = arena_copy(to, m, sizeof *m);
    uint32_t count = 0, expansions = 1, last = UINT32_MAX; /* [0]: of tokens that are not there */
    thin->arena = thin->growing = to;
    SETTLE(thin, &thin->inclusions);
    settle_line_marks(thin);
    for (uint32_t i = 0; i < m->macro_tokens.len; i++)
        count += bitset_has(tokens, i);
    uint32_t *numbers = ARENA_ARRAY(to, uint32_t, count + 1);
    MacroToken *kept = ARENA_ARRAY(to, MacroToken, count + 1);
    thin->expansions.data = ARENA_ARRAY(to, Expansion, count + 2);
    count = 0;
    for (uint32_t i = 0; i < m->macro_tokens.len; i++) {
        if (!bitset_has(tokens, i))
            continue;
        /* Tokens of one expansion mostly stand together. */
        if (m->macro_tokens.data[i].expansion != last) {
            last = m->macro_tokens.data[i].expansion;
            thin->expansions.data[expansions++] = m->expansions.data[last];
        }
        numbers[count] = i;
        kept[count] = m->macro_tokens.data[i];
        kept[count++].expansion = expansions - 1;
    }
    thin->token_numbers = numbers;
    thin->macro_tokens.data = kept;
    thin->macro_tokens.len = thin->macro_tokens.cap = count;
    thin->expansions.len = thin->expansions.cap = expansions;
    return thin;
}

static const MacroToken *thin_token(const SourceMap *m, uint32_t number)
{
    static const MacroToken nowhere;
    uint32_t low = 0, high = m->macro_tokens.len;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (m->token_numbers[mid] < number)
            low = mid + 1;
        else
            high = mid;
    }
    bool found = low < m->macro_tokens.len && m->token_numbers[low] == number;
    return found ? &m->macro_tokens.data[low] : &nowhere;
}

const MacroToken *source_macro_token(const SourceMap *m, Loc l)
{
    uint32_t i = l & ~LOC_MACRO_BIT;
    if (m->token_numbers)
        return thin_token(m, i);
    BUG_IF(m->arena, i >= m->macro_tokens.len);
    return &m->macro_tokens.data[i];
}

Loc source_spelling(const SourceMap *m, Loc l)
{
    while (loc_in_macro(l))
        l = source_macro_token(m, l)->spelling;
    return l;
}

Loc source_expansion(const SourceMap *m, Loc l)
{
    while (loc_in_macro(l))
        l = m->expansions.data[source_macro_token(m, l)->expansion].call;
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

/* All but the column, which has to count the line's characters; `start`: of the line, in bytes. */
static Position position_of_line(const SourceMap *m, Loc l, uint32_t *start)
{
    Position p = {.path = ""};
    l = source_show(m, l);
    const Inclusion *in = source_inclusion(m, l);
    if (!in)
        return p;
    const SourceFile *f = in->file;
    p.file = in->file;
    p.path = f->path;
    p.offset = l - in->base;
    source_offset_line(f, p.offset, &p.real_line, start);
    p.line = p.real_line;
    p.column = 1;
    if (m->line_marks.len)
        apply_line_marks(m, in, l, &p);
    return p;
}

Position source_position(const SourceMap *m, Loc l)
{
    uint32_t start = 0;
    Position p = position_of_line(m, l, &start);
    for (uint32_t i = start; p.file && i < p.offset; i++)
        if (((unsigned char)p.file->data[i] & 0xC0) != 0x80) /* not a UTF-8 continuation byte */
            p.column++;
    return p;
}

uint32_t source_line(const SourceMap *m, Loc l)
{
    uint32_t start;
    return position_of_line(m, l, &start).line;
}

bool source_in_system_header(const SourceMap *m, Loc l)
{
    const Inclusion *in = source_inclusion(m, source_show(m, l));
    return in && in->system;
}
