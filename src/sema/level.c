/* sema/level.c - which declarations stand in safe code.
 *
 *     #pragma corten safe      from here to the end of this file, not in files that it includes
 *     #pragma corten push, audit, pop
 *     __safe int f(int *p);    this function, wherever it stands
 *     #pragma corten forbid(unsafe)    at the top of a file: nothing in it is __unsafe
 *     each(poke);              poke is __unsafe: not outside __unsafe
 *
 * What comes in: a unit's pragmas, in the order of the text, and the symbols and records that sema
 * has made. What goes out: Symbol.safe (its declaration promises what safe code does by default),
 * Function.safe (its body is held to it), Record.safe. The one idea: each inclusion of a file has
 * positions of its own, in ascending order, so that the pragma that counts at a position is the
 * last one before it in the same inclusion. */
#include "sema/attr.h"
#include "sema/sema_internal.h"
#include <stdlib.h>

typedef struct Mark {
    Loc at;
    bool safe;
} Mark;
typedef VEC(Mark) Marks;

typedef struct Levels {
    Sema *sema;
    Arena *scratch;
    const SourceMap *map;
    bool by_default; /* --safe: files of the user's own begin as safe */
    Marks marks;     /* ascending */
    Marks forbidden; /* forbid(unsafe), one for each inclusion that says so; `safe` is unused */
} Levels;

static int mark_order(const void *a, const void *b)
{
    Loc x = ((const Mark *)a)->at, y = ((const Mark *)b)->at;
    return x < y ? -1 : x > y;
}

static bool starts_safe(const Levels *l, const Inclusion *in)
{
    return l->by_default && in && !in->system;
}

static bool is_word(const Token *t)
{
    return t->kind == TOK_IDENT || t->kind >= TOK_KEYWORD_FIRST;
}

/* Does something of the same file stand before the pragma, other than directives and comments? */
static bool is_at_top(const Levels *l, const PpResult *pp, const Pragma *p)
{
    const Inclusion *in = source_inclusion(l->map, p->loc);
    for (uint32_t i = p->at; i-- > 0;)
        if (source_inclusion(l->map, source_expansion(l->map, pp->tokens.data[i].loc)) == in)
            return false;
    return true;
}

static void read_forbid(Levels *l, const PpResult *pp, const Pragma *p)
{
    const Token *t = p->tokens;
    uint32_t count = p->count;
    while (count && t[count - 1].kind == TOK_EOF)
        count--;
    if (count != 4 || t[1].kind != TOK_LPAREN || !is_word(&t[2]) ||
        strcmp(t[2].u.name->text, "unsafe") != 0 || t[3].kind != TOK_RPAREN)
        sema_error_at(l->sema, p->loc,
                      "what can be forbidden is `unsafe`: `#pragma corten forbid(unsafe)`");
    else if (!is_at_top(l, pp, p))
        sema_error_at(l->sema, p->loc,
                      "`forbid(unsafe)` speaks of the whole file and stands at its top, before the "
                      "first declaration");
    else
        VEC_PUSH(l->scratch, &l->forbidden, ((Mark){.at = p->loc}));
}

/* The pragmas of one inclusion, from the first one on. */
static void read_inclusion(Levels *l, const PpResult *pp, uint32_t first)
{
    const Inclusion *in = source_inclusion(l->map, pp->pragmas[first].loc);
    bool safe = starts_safe(l, in);
    VEC(bool) stack = {0};
    for (uint32_t i = first; i < pp->pragma_count; i++) {
        const Pragma *p = &pp->pragmas[i];
        if (p->kind != PRAGMA_CORTEN || !p->count || p->tokens[0].kind == TOK_EOF ||
            source_inclusion(l->map, p->loc) != in || !is_word(&p->tokens[0]))
            continue;
        const char *word = p->tokens[0].u.name->text;
        if (strcmp(word, "push") == 0)
            VEC_PUSH(l->scratch, &stack, safe);
        else if (strcmp(word, "pop") == 0 && stack.len)
            safe = stack.data[--stack.len];
        else if (strcmp(word, "safe") == 0)
            safe = true;
        else if (strcmp(word, "audit") == 0 || strcmp(word, "off") == 0)
            safe = false;
        else if (strcmp(word, "forbid") == 0)
            read_forbid(l, pp, p);
        else if (strcmp(word, "pop") != 0)
            sema_error_at(l->sema, p->loc,
                          "`%s` is no level: `safe`, `audit`, `off`; nor `push`, `pop`, "
                          "`forbid(unsafe)`",
                          word);
        VEC_PUSH(l->scratch, &l->marks, ((Mark){p->loc, safe}));
    }
}

static void read_pragmas(Levels *l, const PpResult *pp)
{
    const Inclusion *last = NULL;
    for (uint32_t i = 0; i < pp->pragma_count; i++) {
        if (pp->pragmas[i].kind != PRAGMA_CORTEN)
            continue;
        const Inclusion *in = source_inclusion(l->map, pp->pragmas[i].loc);
        bool seen = in == last;
        for (uint32_t k = 0; k < i && !seen; k++)
            seen = pp->pragmas[k].kind == PRAGMA_CORTEN &&
                   source_inclusion(l->map, pp->pragmas[k].loc) == in;
        if (!seen)
            read_inclusion(l, pp, i);
        last = in;
    }
    if (l->marks.len)
        qsort(l->marks.data, l->marks.len, sizeof *l->marks.data, mark_order);
}

static bool is_safe_at(const Levels *l, Loc where)
{
    Loc at = source_expansion(l->map, where);
    const Inclusion *in = source_inclusion(l->map, at);
    const Mark *best = NULL;
    for (uint32_t i = 0; in && i < l->marks.len && l->marks.data[i].at < at; i++)
        if (l->marks.data[i].at >= in->base)
            best = &l->marks.data[i];
    return best && source_inclusion(l->map, best->at) == in ? best->safe : starts_safe(l, in);
}

/* In an inclusion that forbids it, `what` is a finding that no comment silences. */
static void check_forbidden(const Levels *l, const Function *f, Span at, const char *what)
{
    const Inclusion *in = source_inclusion(l->map, source_expansion(l->map, at.begin));
    for (uint32_t i = 0; in && i < l->forbidden.len; i++) {
        Loc pragma = l->forbidden.data[i].at;
        if (source_inclusion(l->map, pragma) != in)
            continue;
        Finding finding = {.rule = RULE_UNSAFE_OPERATION, .severity = SEVERITY_ERROR, .firm = true};
        Label labels[] = {{LABEL_PRIMARY, at, "not in this file"},
                          {LABEL_SECONDARY, {pragma, pragma}, "it forbids it here"}};
        const char *note =
            "move it to a file that does not, behind a function that is safe to call";
        finding.message = arena_printf(l->scratch, "%s in a file that forbids `__unsafe`", what);
        finding.function = f->sym->name->text;
        finding.labels.data = labels;
        finding.labels.len = COUNT_OF(labels);
        finding.notes.data = &note;
        finding.notes.len = 1;
        diag_add(l->sema->unit->diag, l->map, &finding);
    }
}

static void check_fences(const Levels *l, const Function *f)
{
    Loc name = f->sym->def_loc ? f->sym->def_loc : f->sym->loc;
    if (f->unsafe)
        check_forbidden(l, f, (Span){name, name}, "an `__unsafe` function");
    for (uint32_t i = 0; i < f->fences.len; i++)
        check_forbidden(l, f, (Span){f->fences.data[i].begin, f->fences.data[i].begin},
                        "an `__unsafe` block");
}

static bool is_unsafe(const Symbol *f)
{
    return attr_find(f->attrs, ATTR_CORTEN_UNSAFE) || (f->function && f->function->unsafe);
}

static bool is_fenced(const Levels *l, const Function *f, Loc at)
{
    const Inclusion *in = source_inclusion(l->map, at);
    for (uint32_t i = 0; i < f->fences.len; i++) {
        Loc begin = source_expansion(l->map, f->fences.data[i].begin);
        Loc end = source_expansion(l->map, f->fences.data[i].end);
        if (begin <= at && at <= end && source_inclusion(l->map, begin) == in)
            return true;
    }
    return false;
}

/* each_register(poke): whoever gets an `__unsafe` function calls it as any other. Calls by its name
 * are the engine's (engine/safe_call.c). */
static void check_value(const Levels *l, const FnMention *m)
{
    Loc at = source_expansion(l->map, m->at);
    bool safe = m->in ? m->in->safe && !is_fenced(l, m->in, at) : is_safe_at(l, m->at);
    if (!safe || !is_unsafe(m->sym))
        return;
    Finding f = {.rule = RULE_UNSAFE_OPERATION, .severity = SEVERITY_ERROR};
    Label label = {LABEL_PRIMARY, {m->at, m->at}, "outside `__unsafe`"};
    Help help = {.text = "put it into `__unsafe { ... }` and say why whoever calls it does as it "
                         "wants"};
    f.message = arena_printf(l->scratch,
                             "the address of `%s`, which is `__unsafe`, gets to where anybody may "
                             "call it",
                             m->sym->name->text);
    f.function = m->in ? m->in->sym->name->text : NULL;
    f.subject = m->sym->name->text;
    VEC_PUSH(l->scratch, &f.labels, label);
    VEC_PUSH(l->scratch, &f.helps, help);
    diag_add(l->sema->unit->diag, l->map, &f);
}

/* Safe code takes a pointer's type at its word wherever that is written, but in headers of the
 * system: for these their models speak. It stands where its first parameter does. */
static bool is_safe_type(const Levels *l, const Type *fn)
{
    Loc at = fn->u.fn.count ? source_expansion(l->map, fn->u.fn.params[0].loc) : LOC_NONE;
    const Inclusion *in = at ? source_inclusion(l->map, at) : NULL;
    return !in || !in->system;
}

/* Two contracts meet in safe code. */
static void keep_meeting(const Levels *l, FnMeeting m)
{
    Unit *u = l->sema->unit;
    Loc at = source_expansion(l->map, m.at.begin);
    bool here = m.in ? m.in->safe && !is_fenced(l, m.in, at) : is_safe_at(l, m.at.begin);
    if (!here)
        return;
    m.function = m.in ? m.in->sym->name : NULL;
    m.from_safe = m.again || (m.sym ? m.sym->safe : is_safe_type(l, m.from));
    m.to_safe = m.again ? is_safe_at(l, m.sym->loc) : is_safe_type(l, m.to);
    VEC_PUSH(u->arena, &u->meetings, m);
}

void sema_find_levels(Sema *s)
{
    Unit *u = s->unit;
    Levels l = {.sema = s, .scratch = s->tree, .map = u->map, .by_default = u->safe_by_default};
    if (!u->pp || !u->map)
        return;
    read_pragmas(&l, u->pp);
    for (uint32_t i = 0; i < u->globals.len; i++) {
        Symbol *sym = u->globals.data[i];
        bool asked = attr_find(sym->attrs, ATTR_CORTEN_SAFE) != NULL;
        sym->safe =
            asked || is_safe_at(&l, sym->loc) || (sym->def_loc && is_safe_at(&l, sym->def_loc));
    }
    for (uint32_t i = 0; i < u->functions.len; i++) {
        Function *f = u->functions.data[i];
        const Attr *attrs = f->sym->attrs;
        f->unsafe = attr_find(attrs, ATTR_CORTEN_UNSAFE) != NULL;
        f->safe =
            !f->unsafe && (attr_find(attrs, ATTR_CORTEN_SAFE) || is_safe_at(&l, f->span.begin));
        check_fences(&l, f);
    }
    for (uint32_t i = 0; i < s->fn_values.len; i++)
        check_value(&l, &s->fn_values.data[i]);
    for (uint32_t i = 0; i < s->meetings.len; i++)
        keep_meeting(&l, s->meetings.data[i]);
    for (uint32_t i = 0; i < u->tags.len; i++) {
        const Type *t = u->tags.data[i];
        if (t->kind == TYPE_STRUCT || t->kind == TYPE_UNION)
            t->u.record->safe = is_safe_at(&l, t->u.record->loc);
    }
}
