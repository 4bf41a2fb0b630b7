/* syntax/pp.c - the preprocessor: set-up, the loop, and where its tokens come from.
 *
 * In: the main file, the options. Out: a flat array of tokens and the pragmas beside it.
 *
 * The one idea: tokens are pulled. pp_fetch gives the next one from the innermost context
 * (replaced text being read again) or, when there is none, from the innermost frame (a file),
 * doing directives on the way; pp_expand is pp_fetch with macros replaced.
 *
 *     #define SQ(x) ((x) * (x))     frame: `y`, `=`, then SQ is replaced and a context is
 *     y = SQ(3) + 1;                pushed: `(` `(` `3` ... `)`, then the frame goes on: `+`
 *
 * Most tokens of a unit are no macros and go from the lexed file straight to the output: that
 * is the loop in copy_plain. */
#include "syntax/pp_internal.h"

enum { TOKEN_BUDGET = 20 * 1000 * 1000 };

/* ---- errors ------------------------------------------------------------------------------- */

void pp_error(Pp *pp, Loc at, const char *fmt, ...)
{
    va_list ap;
    Text t;
    text_init(&t, pp->arena);
    va_start(ap, fmt);
    text_vaddf(&t, fmt, ap);
    va_end(ap);
    pp->failed = true;
    diag_c_error(pp->diag, pp->map, (Span){at, at}, "%s", t.data);
}

void pp_error_with(Pp *pp, Loc at, Loc other, const char *label, const char *fmt, ...)
{
    va_list ap;
    Text t;
    text_init(&t, pp->arena);
    va_start(ap, fmt);
    text_vaddf(&t, fmt, ap);
    va_end(ap);
    pp->failed = true;
    if (other == LOC_NONE)
        diag_c_error(pp->diag, pp->map, (Span){at, at}, "%s", t.data);
    else
        diag_c_error_with(pp->diag, pp->map, (Span){at, at}, "", (Span){other, other}, label, "%s",
                          t.data);
}

/* ---- buffers of tokens --------------------------------------------------------------------- */

static uint32_t pool_class(uint32_t cap)
{
    return 31u - (uint32_t)__builtin_clz(cap);
}

static void buf_grow(Pp *pp, TokenBuf *b)
{
    TokenBuf old = *b;
    uint32_t cap = old.cap ? old.cap * 2 : 8, class = pool_class(cap);
    if (class >= POOL_CLASSES)
        BUG(pp->arena, "a token buffer of %u", cap);
    Token *block = pp->pool[class];
    if (block)
        pp->pool[class] = (Token *)(uintptr_t)block->u.text;
    else
        block = ARENA_ARRAY(pp->arena, Token, cap);
    if (old.len)
        memcpy(block, old.data, old.len * sizeof *block);
    pp_buf_free(pp, b);
    *b = (TokenBuf){.data = block, .len = old.len, .cap = cap};
}

void pp_buf_push(Pp *pp, TokenBuf *b, Token t)
{
    if (b->len == b->cap)
        buf_grow(pp, b);
    b->data[b->len++] = t;
}

void pp_buf_free(Pp *pp, TokenBuf *b)
{
    if (b->data) {
        uint32_t class = pool_class(b->cap);
        b->data->u.text = (const char *)pp->pool[class];
        pp->pool[class] = b->data;
    }
    *b = (TokenBuf){0};
}

Token pp_text_token(Pp *pp, TokenKind kind, const char *text, size_t len, const Token *at)
{
    Token t = *at;
    t.kind = (uint8_t)kind;
    t.flags &= TOKEN_BOL | TOKEN_SPACE;
    t.flags |= TOKEN_SPLICED;
    t.spare = 0;
    t.len = (uint32_t)len;
    t.u.text = arena_strndup(pp->arena, text, len);
    return t;
}

Token pp_number_token(Pp *pp, uint64_t v, const Token *at)
{
    char text[24];
    unsigned n = sizeof text;
    do
        text[--n] = (char)('0' + v % 10);
    while (v /= 10);
    return pp_text_token(pp, TOK_NUMBER, text + n, sizeof text - n, at);
}

/* ---- macros by name -------------------------------------------------------------------------- */

void pp_set_macro(Pp *pp, Name n, Macro *m)
{
    uint32_t page = n->id >> MACRO_PAGE_BITS;
    if (page >= pp->page_count) {
        uint32_t count = pp->page_count ? pp->page_count : 64;
        while (count <= page)
            count *= 2;
        MacroPage **pages = ARENA_ARRAY(pp->arena, MacroPage *, count);
        if (pp->page_count)
            memcpy(pages, pp->pages, pp->page_count * sizeof *pages);
        pp->pages = pages;
        pp->page_count = count;
    }
    if (!pp->pages[page])
        pp->pages[page] = ARENA_NEW(pp->arena, MacroPage);
    pp->pages[page]->of[n->id & ((1u << MACRO_PAGE_BITS) - 1)] = m;
}

/* ---- contexts -------------------------------------------------------------------------------- */

void pp_push_context(Pp *pp, Context c)
{
    if (c.macro)
        c.macro->disabled = true;
    VEC_PUSH(pp->arena, &pp->contexts, c);
}

void pp_pop_context(Pp *pp)
{
    Context *c = &VEC_LAST(&pp->contexts);
    if (c->macro)
        c->macro->disabled = false;
    pp_buf_free(pp, &c->buffer);
    pp->contexts.len--;
}

/* ---- the source of tokens -------------------------------------------------------------------- */

void pp_from_raw(const Frame *f, const RawToken *r, Token *t)
{
    t->kind = r->kind;
    t->flags = r->flags;
    t->spare = r->spare;
    t->loc = f->base + r->offset;
    if (r->kind == TOK_IDENT) {
        t->u.name = r->u.name;
        t->len = r->u.name->len;
    } else {
        t->u.text = r->u.text;
        t->len = r->flags & TOKEN_SPLICED ? (uint32_t)strlen(r->u.text) : r->len;
    }
}

static void leave_file(Pp *pp)
{
    Frame *f = pp_frame(pp);
    pp_file_end_conds(pp);
    if (f->lexed->open_comment != UINT32_MAX)
        pp_error(pp, f->base + f->lexed->open_comment, "unterminated `/*` comment");
    pp->frames.len--;
}

static void end_token(Token *t, Loc loc)
{
    *t = (Token){.kind = TOK_EOF, .flags = TOKEN_BOL, .loc = loc};
}

static void fetch_from_file(Pp *pp, Token *t)
{
    for (;;) {
        if (pp->frames.len == 0) {
            end_token(t, LOC_NONE);
            return;
        }
        Frame *f = pp_frame(pp);
        const RawToken *r = f->cur;
        if (pp->in_directive && (r->flags & TOKEN_BOL)) {
            end_token(t, f->base + r[-1].offset); /* what is missing is missing behind that */
            return;
        }
        if (r->kind == TOK_EOF) {
            if (pp->frames.len == 1) {
                end_token(t, f->base + r->offset);
                return;
            }
            leave_file(pp);
        } else if (r->kind == TOK_HASH && (r->flags & TOKEN_BOL)) {
            pp_directive(pp);
            if (pp->contexts.len) { /* #embed left some */
                pp_fetch(pp, t);
                return;
            }
        } else {
            f->cur++;
            pp_from_raw(f, r, t);
            return;
        }
    }
}

void pp_fetch(Pp *pp, Token *t)
{
    for (;;) {
        if (pp->contexts.len == 0) {
            fetch_from_file(pp, t);
            break;
        }
        Context *c = &VEC_LAST(&pp->contexts);
        if (c->cur < c->end) {
            *t = *c->cur++;
            break;
        }
        if (c->barrier) {
            end_token(t, LOC_NONE);
            return;
        }
        pp_pop_context(pp);
    }
    if (pp->pending && t->kind != TOK_EOF) {
        t->flags |= pp->pending;
        pp->pending = 0;
    }
}

/* Looks without taking, so that the `(` of no call stays what it was. A directive between a
 * name and its parenthesis means that there is no call, as in GCC. */
bool pp_peek_paren(Pp *pp)
{
    for (uint32_t i = pp->contexts.len; i-- > 0;) {
        const Context *c = &pp->contexts.data[i];
        if (c->cur < c->end)
            return c->cur->kind == TOK_LPAREN;
        if (c->barrier)
            return false;
    }
    for (uint32_t i = pp->frames.len; i-- > 0;) {
        const RawToken *r = pp->frames.data[i].cur;
        if (pp->in_directive)
            return r->kind == TOK_LPAREN && !(r->flags & TOKEN_BOL);
        if (r->kind != TOK_EOF)
            return r->kind == TOK_LPAREN;
    }
    return false;
}

static void poisoned(Pp *pp, const Token *t)
{
    pp_error(pp, t->loc, "attempt to use the poisoned name `%s`", t->u.name->text);
}

void pp_expand(Pp *pp, Token *t)
{
    for (;;) {
        pp_fetch(pp, t);
        if (t->kind != TOK_IDENT || (t->flags & TOKEN_NO_EXPAND))
            return;
        Macro *m = pp_macro(pp, t->u.name);
        if (!m || pp->stopped)
            return;
        if (m->poisoned) {
            poisoned(pp, t);
            return;
        }
        if (m->disabled) {
            t->flags |= TOKEN_NO_EXPAND;
            return;
        }
        if (!loc_in_macro(t->loc))
            pp->call_loc = t->loc;
        if (m->builtin == KNOWN_pragma_operator) {
            if (pp->arg_depth || pp->in_directive || !pp_pragma_operator(pp, t))
                return;
            continue;
        }
        if (m->builtin) {
            pp_builtin(pp, m, t);
            return;
        }
        if (m->function && !pp_peek_paren(pp))
            return;
        if (!pp_enter_macro(pp, m, t))
            return;
    }
}

/* ---- output ---------------------------------------------------------------------------------- */

static void out_grow(Pp *pp)
{
    vec_grow(pp->arena, (void **)(void *)&pp->out.data, &pp->out_cap, sizeof *pp->out.data);
}

/* A literal that never ends: told, and closed so that the parser can go on. */
static void mend_literal(Pp *pp, Token *t)
{
    static const char *const what[] = {
        [LEX_UNTERMINATED_CHAR] = "missing terminating `'` character",
        [LEX_UNTERMINATED_STRING] = "missing terminating `\"` character",
        [LEX_UNTERMINATED_RAW] = "unterminated raw string",
        [LEX_BAD_RAW_DELIMITER] = "invalid delimiter of a raw string",
    };
    unsigned note = t->spare;
    if (note == LEX_FINE || note >= COUNT_OF(what))
        return;
    pp_error(pp, t->loc, "%s", what[note]);
    bool character = note == LEX_UNTERMINATED_CHAR;
    char *text = arena_printf(pp->arena, "%.*s%s", (int)t->len, t->u.text, character ? "'" : "\"");
    if (note == LEX_UNTERMINATED_RAW)
        text = arena_strndup(pp->arena, "\"\"", 2);
    if (character && t->len < 2)
        text = arena_strndup(pp->arena, "'?'", 3);
    *t = pp_text_token(pp, character ? TOK_CHAR : TOK_STRING, text, strlen(text), t);
    t->spare = (uint16_t)note; /* the parser expects follow-up trouble */
}

static inline void emit(Pp *pp, Token t)
{
    if (pp->out.len == pp->out_cap)
        out_grow(pp);
    if (t.kind == TOK_IDENT) {
        if (t.u.name->id <= KNOWN_KEYWORDS)
            t.kind = pp->keywords[t.u.name->id];
        t.spare = 0;
    } else if (t.kind == TOK_OTHER && t.spare) {
        mend_literal(pp, &t);
    } else {
        t.spare = 0;
    }
    pp->out.data[pp->out.len++] = t;
}

/* Tokens of the file that nothing happens to. Stops at a macro, a directive or the end. */
static void copy_plain(Pp *pp)
{
    Frame *f = pp_frame(pp);
    const RawToken *r = f->cur;
    if (pp->pending || pp->contexts.len)
        return;
    for (;; r++) {
        if (r->kind == TOK_IDENT) {
            if (pp_macro(pp, r->u.name))
                break;
        } else if (r->kind == TOK_EOF || (r->kind == TOK_HASH && (r->flags & TOKEN_BOL))) {
            break;
        }
        Token t;
        pp_from_raw(f, r, &t);
        emit(pp, t);
    }
    f->cur = r;
}

/* Reads what was entered, to its end. */
static void run_frames(Pp *pp)
{
    Token t;
    for (;;) {
        copy_plain(pp);
        pp_expand(pp, &t);
        if (t.kind == TOK_EOF)
            break;
        emit(pp, t);
        if (pp->out.len > pp->budget) {
            pp_error(pp, t.loc, "preprocessing gives more than %llu tokens: giving up",
                     (unsigned long long)pp->budget);
            pp->stopped = true;
            pp->conds.len = 0;
            break;
        }
    }
    while (pp->contexts.len)
        pp_pop_context(pp);
    while (pp->frames.len)
        leave_file(pp);
}

/* ---- set-up ---------------------------------------------------------------------------------- */

static void setup_keywords(Pp *pp)
{
    const Dialect *d = pp->dialect;
    bool C89 = true, C99 = d->std >= STD_C99, C23 = d->std >= STD_C23, GNU = d->gnu, ALWAYS = true,
         C99_GNU = C99 || GNU, C23_GNU = C23 || GNU, GCC = !d->clang;
    struct {
        bool on;
        uint8_t kind;
    } const table[] = {
#define KEYWORD(e, s, dialect) {dialect, TOK_KW_##e},
#include "syntax/tokens.def"
    };
    pp->keywords[0] = TOK_IDENT;
    for (uint32_t i = 0; i < COUNT_OF(table); i++)
        pp->keywords[i + 1] = table[i].on ? table[i].kind : TOK_IDENT;
}

static void run_text(Pp *pp, const char *path, const char *text, size_t len)
{
    const char *why;
    uint64_t hash = hash_bytes(text, len, 0);
    /* One overlay per distinct text, so that all units of a compiler share its tokens. */
    char *key = arena_printf(pp->arena, "%s/%016llx", path, (unsigned long long)hash);
    SourceFile *f = file_store_open(pp->files, key, &why);
    if (!f)
        f = file_store_overlay(pp->files, key, text, len);
    if (pp_enter_file(pp, f, path, LOC_NONE, -1, true))
        run_frames(pp);
    pp->out.len = 0;
    pp->pragmas.len = 0;
}

static void run_predefined(Pp *pp)
{
    Text t;
    text_init(&t, pp->arena);
    text_add(&t, "#define __CORTEN__ 1\n");
    if (pp->opt->predefined)
        text_add(&t, pp->opt->predefined);
    run_text(pp, "<built-in>", t.data, t.len);
}

/* -D and -U, each as the line of C that it stands for. */
static void run_defines(Pp *pp)
{
    Text t;
    text_init(&t, pp->arena);
    for (uint32_t i = 0; i < pp->opt->command_count; i++) {
        const CmdMacro *c = &pp->opt->commands[i];
        if (c->kind == CMD_UNDEF) {
            text_addf(&t, "#undef %s\n", c->text);
        } else if (c->kind == CMD_DEFINE) {
            const char *eq = strchr(c->text, '=');
            size_t name = eq ? (size_t)(eq - c->text) : strlen(c->text);
            text_addf(&t, "#define %.*s %s\n", (int)name, c->text, eq ? eq + 1 : "1");
        }
    }
    if (t.len)
        run_text(pp, "<command line>", t.data, t.len);
}

/* -imacros: only what they define counts; then -include. */
static void run_includes(Pp *pp, CmdMacroKind kind)
{
    for (uint32_t i = 0; i < pp->opt->command_count; i++) {
        const CmdMacro *c = &pp->opt->commands[i];
        if (c->kind != kind || !pp_include_named(pp, c->text, LOC_NONE))
            continue;
        run_frames(pp);
        if (kind == CMD_IMACROS) {
            pp->out.len = 0;
            pp->pragmas.len = 0;
        }
    }
}

static uint32_t macro_number(Pp *pp, const char *name)
{
    const Macro *m = pp_macro(pp, names_intern(pp->names, name, strlen(name)));
    uint32_t v = 0;
    if (!m || m->body_len != 1 || m->body[0].kind != TOK_NUMBER)
        return 0;
    for (uint32_t i = 0; i < m->body[0].len && v < 1000000; i++)
        if (m->body[0].u.text[i] >= '0' && m->body[0].u.text[i] <= '9')
            v = v * 10 + (uint32_t)(m->body[0].u.text[i] - '0');
    return v;
}

static void setup(Pp *pp)
{
    setup_keywords(pp);
    pp->mode = lex_mode(pp->dialect);
    map_init(&pp->searches, pp->arena);
    map_init(&pp->once, pp->arena);
    map_init(&pp->seen, pp->arena);
    pp->name_if = names_intern(pp->names, "if", 2);
    pp->name_else = names_intern(pp->names, "else", 4);
    pp->name_true = names_intern(pp->names, "true", 4);
    pp->name_false = names_intern(pp->names, "false", 5);
    pp_setup_dirs(pp);
    run_predefined(pp);
    pp->clang = macro_number(pp, "__clang_major__");
    pp->gnuc = pp->clang ? 0 : macro_number(pp, "__GNUC__");
    pp_builtin_setup(pp);
    run_defines(pp);
}

bool pp_run(Arena *tu, Names *names, FileStore *files, DiagSink *diag, SourceMap *map,
            const PpOptions *opt, SourceFile *main_file, PpResult *out)
{
    Pp *pp = ARENA_NEW(tu, Pp);
    pp->arena = tu;
    pp->names = names;
    pp->files = files;
    pp->diag = diag;
    pp->map = map;
    pp->opt = opt;
    pp->dialect = opt->dialect;
    pp->budget = opt->token_budget ? opt->token_budget : TOKEN_BUDGET;
    setup(pp);
    pp->used.len = 0;
    run_includes(pp, CMD_IMACROS);
    run_includes(pp, CMD_INCLUDE);
    Loc end = LOC_NONE;
    const char *path = opt->main_path ? opt->main_path : main_file->path;
    if (pp_enter_file(pp, main_file, main_file->path, LOC_NONE, -1, false)) {
        pp_frame(pp)->path = path;
        const Frame *f = pp_frame(pp);
        uint32_t want = pp->out.len + f->lexed->count + 4096;
        if (pp->out_cap < want) {
            Token *data = ARENA_ARRAY(tu, Token, want);
            if (pp->out.len)
                memcpy(data, pp->out.data, pp->out.len * sizeof *data);
            pp->out.data = data;
            pp->out_cap = want;
        }
        end = f->base + main_file->len;
        run_frames(pp);
    }
    Token eof;
    end_token(&eof, end);
    emit(pp, eof);
    out->tokens = pp->out;
    out->pragmas = pp->pragmas.data;
    out->pragma_count = pp->pragmas.len;
    out->missing_includes = pp->missing.data;
    out->missing_count = pp->missing.len;
    out->files = pp->used.data;
    out->file_count = pp->used.len;
    return !pp->failed;
}
