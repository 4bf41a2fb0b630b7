/* syntax/pp_directive.c - lines that begin with #, and the conditional groups they make.
 *
 * In: a frame that stands on the # of a directive. Out: the frame behind the line, or, when the
 * line opens a group that is false, behind the line that ends it.
 *
 * The one idea: the lexer has linked each conditional directive with its next sibling. Skipping
 * therefore looks at no token between them.
 *
 *     #if 0        <- false: jump to its sibling
 *       ...           never looked at, however long
 *     #elif X      <- asked now; if it is false, jump on
 *     #else        <- else read this
 *     #endif */
#include "syntax/pp_internal.h"

void pp_end_line(Pp *pp)
{
    Frame *f = pp_frame(pp);
    while (!(f->cur->flags & TOKEN_BOL))
        f->cur++;
}

static Loc here(Pp *pp)
{
    const Frame *f = pp_frame(pp);
    return f->base + f->cur->offset;
}

/* ---- conditional groups -------------------------------------------------------------------- */

typedef enum Group { GROUP_NONE, GROUP_IF, GROUP_ELIF, GROUP_ELSE, GROUP_ENDIF } Group;

static Group group_of(const Pp *pp, uint32_t known)
{
    if (known == 0)
        return GROUP_NONE;
    if (known == pp->name_if->id || known == KNOWN_ifdef || known == KNOWN_ifndef)
        return GROUP_IF;
    if (known == KNOWN_elif || known == KNOWN_elifdef || known == KNOWN_elifndef)
        return GROUP_ELIF;
    if (known == pp->name_else->id)
        return GROUP_ELSE;
    return known == KNOWN_endif ? GROUP_ENDIF : GROUP_NONE;
}

static bool test_defined(Pp *pp, const char *directive)
{
    Frame *f = pp_frame(pp);
    const RawToken *r = f->cur;
    if ((r->flags & TOKEN_BOL) || r->kind != TOK_IDENT) {
        pp_error(pp, f->base + r[r->flags & TOKEN_BOL ? -1 : 0].offset,
                 "`#%s` needs the name of a macro", directive);
        return false;
    }
    const Macro *m = pp_macro(pp, r->u.name);
    if (m && m->poisoned)
        pp_error(pp, here(pp), "attempt to use the poisoned name `%s`", r->u.name->text);
    f->cur++;
    return pp_defined(pp, r->u.name);
}

/* What the #if or #elif line says; the frame stands behind its name. */
static bool test(Pp *pp, uint32_t known, Loc at)
{
    switch (known) {
    case KNOWN_ifdef: return test_defined(pp, "ifdef");
    case KNOWN_ifndef: return !test_defined(pp, "ifndef");
    case KNOWN_elifdef: return test_defined(pp, "elifdef");
    case KNOWN_elifndef: return !test_defined(pp, "elifndef");
    }
    return pp_condition(pp, at);
}

/* Leaves a group that is false or done: to the next one that is read, or behind the #endif. */
static void skip_groups(Pp *pp)
{
    for (;;) {
        Cond *c = &VEC_LAST(&pp->conds);
        Frame *f = pp_frame(pp);
        uint32_t next = f->lexed->directives[c->directive].next;
        if (next == LEX_NO_SIBLING) {
            f->cur = &f->lexed->tokens[f->lexed->count - 1];
            f->directive = f->lexed->directive_count;
            return;
        }
        const LexDirective *d = &f->lexed->directives[next];
        Loc at = f->base + f->lexed->tokens[d->token].offset;
        c->directive = next;
        f->directive = next + 1;
        f->cur = &f->lexed->tokens[d->token + 2];
        Group g = group_of(pp, d->known);
        if (g == GROUP_ENDIF) {
            pp->conds.len--;
            pp_end_line(pp);
            return;
        }
        if (c->else_at)
            pp_error_with(pp, at, c->else_at, "the `#else`", "`#%s` after `#else`",
                          f->cur[-1].u.name->text);
        if (g == GROUP_ELSE)
            c->else_at = at;
        bool read = !c->taken && (g == GROUP_ELSE || test(pp, d->known, at));
        pp_end_line(pp);
        if (read) {
            VEC_LAST(&pp->conds).taken = true;
            return;
        }
    }
}

static void open_group(Pp *pp, uint32_t known, Loc at)
{
    Cond c = {.at = at, .directive = pp_frame(pp)->directive - 1};
    c.taken = test(pp, known, at);
    pp_end_line(pp);
    VEC_PUSH(pp->arena, &pp->conds, c);
    if (!c.taken)
        skip_groups(pp);
}

/* #elif, #else or #endif at the end of a group that was read. */
static void close_group(Pp *pp, Group g, const char *name, Loc at)
{
    const Frame *f = pp_frame(pp);
    if (pp->conds.len <= f->cond_base) {
        pp_error(pp, at, "`#%s` without `#if`", name);
        return;
    }
    Cond *c = &VEC_LAST(&pp->conds);
    if (g == GROUP_ENDIF) {
        pp->conds.len--;
        return;
    }
    if (c->else_at)
        pp_error_with(pp, at, c->else_at, "the `#else`", "`#%s` after `#else`", name);
    if (g == GROUP_ELSE)
        c->else_at = at;
    c->directive = f->directive - 1;
    skip_groups(pp);
}

void pp_file_end_conds(Pp *pp)
{
    const Frame *f = pp_frame(pp);
    while (pp->conds.len > f->cond_base) {
        pp->conds.len--;
        if (!pp->stopped)
            pp_error(pp, pp->conds.data[pp->conds.len].at,
                     "unterminated conditional: this has no `#endif`");
    }
}

/* ---- #line, #error --------------------------------------------------------------------------- */

/* The rest of the line as it was written. */
static const char *rest_of_line(Pp *pp)
{
    const Frame *f = pp_frame(pp);
    const RawToken *r = f->cur;
    Text t;
    text_init(&t, pp->arena);
    while (!(r->flags & TOKEN_BOL)) {
        Token token;
        pp_from_raw(f, r, &token);
        if (t.len && (r->flags & TOKEN_SPACE))
            text_add_char(&t, ' ');
        token_spell(&t, &token);
        r++;
    }
    return t.data ? t.data : "";
}

static bool line_number(const Token *t, uint32_t *line)
{
    uint64_t v = 0;
    if (t->kind != TOK_NUMBER)
        return false;
    for (uint32_t i = 0; i < t->len; i++) {
        char c = t->u.text[i];
        if (c == '\'' && i)
            continue;
        if (c < '0' || c > '9')
            return false;
        v = v * 10 + (uint64_t)(c - '0');
        if (v > INT32_MAX)
            v = INT32_MAX;
    }
    *line = (uint32_t)v;
    return true;
}

/* Without quotes and escapes. */
static char *file_name(Pp *pp, const Token *t)
{
    char *out = arena_alloc(pp->map->arena, t->len + 1u); /* the source map keeps it */
    uint32_t n = 0;
    for (uint32_t i = 1; i + 1 < t->len; i++) {
        if (t->u.text[i] == '\\' && i + 2 < t->len)
            i++;
        out[n++] = t->u.text[i];
    }
    return out;
}

/* #line 12 "file" (C23 6.10.6) and the `# 12 "file" 1 3` of preprocessed text. */
static void do_line(Pp *pp, Loc at)
{
    Token t;
    uint32_t line;
    pp_expand(pp, &t);
    if (!line_number(&t, &line)) {
        pp_error(pp, at, "`#line` needs a line number in decimal digits");
        return;
    }
    pp_expand(pp, &t);
    const char *path = NULL;
    if (t.kind == TOK_STRING && t.u.text[0] == '"')
        path = file_name(pp, &t);
    else if (t.kind != TOK_EOF)
        pp_error(pp, t.loc, "the file name in `#line` must be a string");
    if (t.kind == TOK_EOF || path)
        source_map_line_mark(pp->map, at, line, path);
}

static void unknown_directive(Pp *pp, Loc at, const RawToken *r)
{
    static const char *const names[] = {
        "define", "undef", "include", "include_next", "ifdef", "ifndef",
        "if",     "elif",  "elifdef", "elifndef",     "else",  "endif",
        "line",   "error", "warning", "pragma",       "embed",
    };
    if (r->kind != TOK_IDENT) {
        pp_error(pp, at, "invalid preprocessing directive");
        return;
    }
    const char *text = r->u.name->text;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        /* One letter more, less, changed, or two swapped: same letters around one place. */
        size_t a = strlen(text), b = strlen(names[i]), front = 0, back = 0;
        while (front < a && front < b && text[front] == names[i][front])
            front++;
        while (back < a - front && back < b - front && text[a - 1 - back] == names[i][b - 1 - back])
            back++;
        size_t more = a > b ? a : b;
        bool swapped = a == b && front + back + 2 == a && text[front] == names[i][front + 1] &&
                       text[front + 1] == names[i][front];
        if (swapped || (front + back + 1 >= more && a + 1 >= b && b + 1 >= a && a > 1)) {
            pp_error(pp, at, "invalid preprocessing directive `#%s`; did you mean `#%s`?", text,
                     names[i]);
            return;
        }
    }
    pp_error(pp, at, "invalid preprocessing directive `#%s`", text);
}

/* ---- the switch ------------------------------------------------------------------------------ */

/* The directives that stay on their line and in their file. */
static void simple_directive(Pp *pp, uint32_t known, Loc at, const RawToken *name)
{
    switch (known) {
    case KNOWN_define: pp_define(pp); break;
    case KNOWN_undef: pp_undef(pp); break;
    case KNOWN_line: do_line(pp, at); break;
    case KNOWN_error: pp_error(pp, at, "#error %s", rest_of_line(pp)); break;
    case KNOWN_pragma: pp_pragma_line(pp, at); break;
    case KNOWN_warning: /* a finding is not what a #warning is */
    case KNOWN_ident:
    case KNOWN_sccs:
    case KNOWN_assert:
    case KNOWN_unassert: break;
    default: /* a name, not one of our enums */
        if (name->kind == TOK_NUMBER) {
            pp_frame(pp)->cur--;
            do_line(pp, at);
        } else {
            unknown_directive(pp, at, name);
        }
    }
}

/* The frame stands on the #; what the directive needs of macros ends with its line. */
void pp_directive(Pp *pp)
{
    Frame *f = pp_frame(pp);
    const LexDirective *d = &f->lexed->directives[f->directive++];
    const RawToken *name = &f->cur[1];
    Loc at = f->base + f->cur->offset;
    uint32_t known = d->known;
    bool was = pp->in_directive;
    uint8_t pending = pp->pending;
    f->cur++;
    if (name->flags & TOKEN_BOL)
        return; /* # alone: the null directive, C23 6.10.9 */
    f->cur++;
    pp->in_directive = true;
    pp->pending = 0;
    Group g = group_of(pp, known);
    if (g == GROUP_IF)
        open_group(pp, known, at);
    else if (g != GROUP_NONE)
        close_group(pp, g, name->u.name->text, at);
    else if (known == KNOWN_include || known == KNOWN_include_next || known == KNOWN_import)
        pp_include(pp, known, at);
    else if (known == KNOWN_embed)
        pp_embed(pp, at);
    else
        simple_directive(pp, known, at, name);
    /* pp_include has left the line before it entered the file; so has #embed. */
    if (g == GROUP_NONE && known != KNOWN_include && known != KNOWN_include_next &&
        known != KNOWN_import && known != KNOWN_embed) {
        while (pp->contexts.len)
            pp_pop_context(pp);
        pp_end_line(pp);
    } else if (g == GROUP_ENDIF || g == GROUP_ELSE || g == GROUP_ELIF) {
        pp_end_line(pp);
    }
    pp->in_directive = was;
    pp->pending = pending;
}
