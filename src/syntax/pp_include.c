/* syntax/pp_include.c - finding headers and entering files: C23 6.10.3.
 *
 * In: the operand of #include, the folders. Out: a new frame.
 *
 * The one idea: all folders form one chain, as in GCC: -iquote, then -I (where <...> begins),
 * then -isystem and the compiler's own, then -idirafter. A frame knows its place in the chain, so
 * #include_next goes on behind it.
 *
 *     #include "a.h"     folder of this file, then the chain from its beginning
 *     #include <a.h>     the chain from the first -I
 *
 * A file whose include guard is defined, or that said #pragma once, is not entered at all. */
#include "syntax/pp_internal.h"

enum { NESTING_LIMIT = 200, INCLUDE_LIMIT = 100000 };

typedef struct Search {
    Name name;        /* of the header */
    const char *from; /* folder of the includer, for "..."; NULL for <...> */
    uint32_t start;   /* first folder of the chain */
    SourceFile *file; /* NULL: not found */
    const char *path;
    int32_t chain;
} Search;

/* ---- folders --------------------------------------------------------------------------------- */

static const char *with_slash(Pp *pp, const char *dir)
{
    size_t n = strlen(dir);
    return n && dir[n - 1] == '/' ? dir : arena_printf(pp->arena, "%s/", dir);
}

typedef struct DirId {
    uint64_t device, inode;
    bool system, drop;
} DirId;

/* GCC's rule (gcc.info, "Directory Options"): a folder that comes again is dropped, and of an -I
 * and a system folder that are the same, the -I. */
static void drop_doubles(Pp *pp, const DirId *ids, uint32_t first)
{
    uint32_t n = first;
    for (uint32_t i = first; i < pp->dir_count; i++) {
        bool drop = ids[i].drop;
        for (uint32_t j = first; j < pp->dir_count && !drop; j++)
            if (j != i && !ids[j].drop && ids[j].device == ids[i].device &&
                ids[j].inode == ids[i].inode)
                drop = ids[i].system == ids[j].system ? j < i : !ids[i].system;
        if (!drop)
            pp->dirs[n++] = pp->dirs[i];
    }
    pp->dir_count = n;
}

void pp_setup_dirs(Pp *pp)
{
    const PpOptions *o = pp->opt;
    const char *const *const lists[] = {o->quote_dirs, o->angle_dirs, o->system_dirs,
                                        o->after_dirs};
    const uint32_t counts[] = {o->quote_count, o->angle_count, o->system_count, o->after_count};
    uint32_t total = 0;
    for (unsigned k = 0; k < 4; k++)
        total += counts[k];
    pp->dirs = ARENA_ARRAY(pp->arena, IncludeDir, total + 1);
    DirId *ids = ARENA_ARRAY(pp->arena, DirId, total + 1);
    for (unsigned k = 0; k < 4; k++) {
        for (uint32_t i = 0; i < counts[k]; i++) {
            uint64_t size;
            int64_t time;
            DirId id = {.system = k >= 2};
            if (!os_file_id(lists[k][i], &id.device, &id.inode, &size, &time))
                continue; /* no such folder */
            ids[pp->dir_count] = id;
            pp->dirs[pp->dir_count++] =
                (IncludeDir){.path = with_slash(pp, lists[k][i]), .system = k >= 2};
        }
        if (k == 0)
            pp->angle_start = pp->dir_count;
    }
    drop_doubles(pp, ids, pp->angle_start);
}

static const char *folder_of(Pp *pp, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash) /* in __FILE__ Clang says "./a.h", GCC "a.h" */
        return pp->dialect->clang ? "./" : "";
    return arena_strndup(pp->arena, path, (size_t)(slash - path) + 1);
}

/* ---- searching ------------------------------------------------------------------------------- */

static SourceFile *open_in(Pp *pp, const char *dir, const char *name, const char **path)
{
    char local[512];
    const char *why;
    size_t a = strlen(dir), b = strlen(name);
    char *p = a + b < sizeof local ? local : arena_alloc(pp->arena, a + b + 1);
    memcpy(p, dir, a);
    memcpy(p + a, name, b + 1);
    SourceFile *f = file_store_open(pp->files, p, &why);
    if (f)
        *path = arena_strndup(pp->arena, p, a + b);
    return f;
}

static void search(Pp *pp, Search *s)
{
    const char *name = s->name->text;
    s->chain = -1;
    if (name[0] == '/') {
        s->file = open_in(pp, "", name, &s->path);
        return;
    }
    if (s->from)
        s->file = open_in(pp, s->from, name, &s->path);
    for (uint32_t i = s->start; i < pp->dir_count && !s->file; i++) {
        s->file = open_in(pp, pp->dirs[i].path, name, &s->path);
        s->chain = (int32_t)i;
    }
}

static const Search *find(Pp *pp, const char *name, const char *from, uint32_t start)
{
    Name n = names_intern(pp->names, name, strlen(name));
    uint64_t key =
        hash_mix(hash_mix(MAP_KEY_PTR(n), start + 1), from ? hash_bytes(from, strlen(from), 1) : 0);
    Search *known = map_get_ptr(&pp->searches, key);
    if (known && known->name == n && known->start == start && !known->from == !from &&
        (!from || strcmp(known->from, from) == 0))
        return known;
    Search *s = ARENA_NEW(pp->arena, Search);
    s->name = n;
    s->from = from;
    s->start = start;
    search(pp, s);
    map_put(&pp->searches, key, (uintptr_t)s);
    return s;
}

static const Search *find_header(Pp *pp, const char *name, bool angled, bool next)
{
    const Frame *f = pp_frame(pp);
    if (next && pp->frames.len > 1)
        return find(pp, name, NULL, (uint32_t)(f->chain + 1));
    return find(pp, name, angled ? NULL : f->dir, angled ? pp->angle_start : 0);
}

bool pp_has_header(Pp *pp, const char *name, bool angled, bool next)
{
    return pp->frames.len && find_header(pp, name, angled, next)->file;
}

SourceFile *pp_find_embed(Pp *pp, const char *name, bool angled, const char **path)
{
    SourceFile *f = NULL;
    if (name[0] == '/')
        return open_in(pp, "", name, path);
    if (!angled)
        f = open_in(pp, pp_frame(pp)->dir, name, path);
    for (uint32_t i = 0; i < pp->opt->embed_count && !f; i++)
        f = open_in(pp, with_slash(pp, pp->opt->embed_dirs[i]), name, path);
    if (!f) /* Clang and GCC look among the headers last */
        f = find_header(pp, name, angled, false)->file;
    return f;
}

/* ---- entering -------------------------------------------------------------------------------- */

static bool already_read(Pp *pp, const SourceFile *f, const Lexed *l)
{
    uintptr_t once;
    if (map_get(&pp->once, MAP_KEY_PTR(f), &once))
        return true;
    return l->guard && pp_defined(pp, l->guard);
}

bool pp_enter_file(Pp *pp, SourceFile *file, const char *path, Loc at, int32_t chain, bool system)
{
    uintptr_t seen;
    if (!map_get(&pp->seen, MAP_KEY_PTR(file), &seen)) {
        map_put(&pp->seen, MAP_KEY_PTR(file), 1);
        VEC_PUSH(pp->arena, &pp->used, file);
    }
    const Lexed *l = lex_file(file, pp->names, pp->mode);
    if (already_read(pp, file, l))
        return false;
    if (pp->frames.len > NESTING_LIMIT) {
        pp_error(pp, at, "`#include` is nested more than %d deep: does `%s` include itself?",
                 NESTING_LIMIT, path);
        pp->stopped = true;
        return false;
    }
    Loc base;
    if (pp->includes++ > INCLUDE_LIMIT || !source_map_include(pp->map, file, at, system, &base)) {
        if (!pp->stopped)
            pp_error(pp, at, "too much is included: giving up at `%s`", path);
        pp->stopped = true;
        return false;
    }
    Frame f = {.lexed = l,
               .cur = l->tokens,
               .file = file,
               .path = path,
               .dir = folder_of(pp, path),
               .base = base,
               .cond_base = pp->conds.len,
               .chain = chain,
               .system = system};
    VEC_PUSH(pp->arena, &pp->frames, f);
    return true;
}

static void missing(Pp *pp, const char *name, Loc at)
{
    for (uint32_t i = 0; i < pp->missing.len; i++)
        if (strcmp(pp->missing.data[i], name) == 0)
            return;
    VEC_PUSH(pp->arena, &pp->missing, name);
    pp_error(pp, at, "`%s`: file not found", name);
}

static bool enter_found(Pp *pp, const Search *s, Loc at)
{
    bool system =
        s->chain >= 0 ? pp->dirs[s->chain].system : pp->frames.len && pp_frame(pp)->system;
    return pp_enter_file(pp, s->file, s->path, at, s->chain, system);
}

/* -include and -imacros: as #include "name" in a file of the working folder. */
bool pp_include_named(Pp *pp, const char *name, Loc at)
{
    const Search *s = find(pp, name, "", 0);
    if (!s->file) {
        missing(pp, name, at);
        return false;
    }
    return enter_found(pp, s, at);
}

/* "..." or <...> out of macros: what stands between < and > is spelled, with its blanks. */
static bool join_header(Pp *pp, const char **name, bool *angled, Loc *at)
{
    Token t;
    pp_expand(pp, &t);
    *at = t.loc;
    if (t.kind == TOK_STRING && t.u.text[0] == '"') {
        *angled = false;
        *name = arena_strndup(pp->arena, t.u.text + 1, t.len - 2u);
        return true;
    }
    if (t.kind != TOK_LESS)
        return false;
    Text s;
    text_init(&s, pp->arena);
    text_add(&s, "");
    for (bool first = true;; first = false) {
        pp_expand(pp, &t);
        if (t.kind == TOK_EOF)
            return false;
        if (t.kind == TOK_GREATER)
            break;
        if (!first && (t.flags & TOKEN_SPACE))
            text_add_char(&s, ' ');
        token_spell(&s, &t);
    }
    *angled = true;
    *name = s.data ? s.data : "";
    return true;
}

/* The header name that comes next on the line, of #include, #embed, __has_include. */
bool pp_header_operand(Pp *pp, const Token *at, const char **name, bool *angled)
{
    Frame *f = pp_frame(pp);
    const RawToken *r = f->cur;
    Loc loc = at->loc;
    if (pp->contexts.len == 0 && !(r->flags & TOKEN_BOL) &&
        (r->spare == LEX_HEADER || r->kind == TOK_STRING)) {
        *angled = r->kind == TOK_OTHER;
        if (r->u.text[0] != '"' && !*angled)
            return false;
        Token t;
        pp_from_raw(f, r, &t);
        *name = arena_strndup(pp->arena, t.u.text + 1, t.len - 2u);
        f->cur++;
        return true;
    }
    /* __has_include(<...>): the lexer made ordinary tokens of it. */
    const char *bytes = f->file->data + r->offset;
    if (pp->contexts.len == 0 && !(r->flags & TOKEN_BOL) && bytes[0] == '<') {
        size_t n = strcspn(bytes, ">\n");
        if (bytes[n] != '>')
            return false;
        *name = arena_strndup(pp->arena, bytes + 1, n - 1);
        *angled = true;
        uint32_t end = r->offset + (uint32_t)n;
        while (f->cur->kind != TOK_EOF && f->cur->offset <= end)
            f->cur++;
        return true;
    }
    return join_header(pp, name, angled, &loc);
}

void pp_include(Pp *pp, uint32_t known, Loc at)
{
    const Frame *f = pp_frame(pp);
    Token where = {.loc = at};
    const char *name;
    bool angled;
    if (!(f->cur->flags & TOKEN_BOL))
        where.loc = f->base + f->cur->offset;
    bool good = pp_header_operand(pp, &where, &name, &angled);
    while (pp->contexts.len)
        pp_pop_context(pp);
    pp_end_line(pp);
    if (!good) {
        pp_error(pp, where.loc, "`#include` needs \"FILE\" or <FILE>");
        return;
    }
    if (!*name) {
        pp_error(pp, where.loc, "`#include` with an empty file name");
        return;
    }
    if (pp->stopped)
        return;
    const Search *s = find_header(pp, name, angled, known == KNOWN_include_next);
    if (!s->file) {
        missing(pp, name, where.loc);
        return;
    }
    if (known == KNOWN_import) {
        uintptr_t seen;
        if (map_get(&pp->seen, MAP_KEY_PTR(s->file), &seen))
            return;
    }
    if (enter_found(pp, s, at) && known == KNOWN_import)
        map_put(&pp->once, MAP_KEY_PTR(s->file), 1);
}
