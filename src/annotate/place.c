/* annotate/place.c - where the words of a declaration stand in its file.
 *
 * In: a unit's tree and source map, and the words chosen for each function that it declares. Out:
 * insertions at bytes of files. An annotation stands where a qualifier would:
 *
 *     char *name(struct s *p);       behind the `*`:  char *_Nullable name(struct s *_Nullable p);
 *     handle open_it(void);          the pointer is in a typedef, so behind that name
 *     PUBLIC(char *) name(void);     the `*` is an argument of a macro: it does stand in the file
 *
 * What comes out of a macro's body can't be edited, nor can a parameter's name be used that the
 * declaration does not give: that becomes a note. A header is read by many units, in which the same
 * declaration may be of different functions: where two of them want different words, none is
 * written. */
#include "annotate/annotate.h"

typedef struct Site {
    FileEdits *file;
    uint32_t offset;
    const char *text;   /* words with a blank between them */
    bool before, after; /* a blank is needed there */
    bool disputed;      /* another unit wants other words */
} Site;

typedef struct Placing {
    Annotated *out;
    const AnnotateOptions *options;
    Engine *engine;
    const Unit *unit;
    Arena *arena;
    Map files;    /* identity -> FileEdits *; or NULL, looked at and left alone */
    Map known;    /* the same identity -> 1 */
    Map sites;    /* hash of file and offset -> Site * */
    Map seen;     /* hash of file and offset of a declaration's name -> 1 */
    Map declared; /* Name of a function that a declaration without body exists of -> 1 */
    Map noted;    /* hash of a note -> 1 */
    Map chosen;   /* hash of a body and of what is said already -> Chosen *, or NULL */
    Map members;  /* member_key of pointer members that may be null -> 1 */
    Map asked;    /* the same -> 1 */
    VEC(Site *) list;
    const char *roots[2]; /* real paths; files of the project lie below one of them */
} Placing;

/* ---- files ----------------------------------------------------------------------------------- */
static bool lies_below(const char *path, const char *root)
{
    size_t n = root ? strlen(root) : 0;
    return n && strncmp(path, root, n) == 0 && (path[n] == '/' || root[n - 1] == '/');
}

/* The folder that all main files lie in. */
static const char *common_folder(Arena *a, const Program *p)
{
    char *common = NULL;
    for (uint32_t i = 0; i < p->unit_count; i++) {
        const ProgramUnit *u = &p->units[i];
        char *path = u->main_file ? os_realpath(a, u->main_file->path) : NULL;
        if (!path)
            continue;
        if (!common)
            common = path;
        size_t n = 0;
        while (common[n] && common[n] == path[n])
            n++;
        while (n && common[n - 1] != '/')
            n--;
        common[n ? n - 1 : 0] = '\0';
    }
    return common && *common ? common : NULL;
}

static FileEdits *find_file(Placing *p, const Inclusion *in)
{
    const AnnotateOptions *o = p->options;
    SourceFile *f = in->file;
    uint64_t key = MAP_KEY_PTR(f->identity ? f->identity : f);
    if (map_get_ptr(&p->known, key))
        return map_get_ptr(&p->files, key);
    map_put(&p->known, key, 1);
    const char *real = in->system || f->path[0] == '<' ? NULL : os_realpath(p->arena, f->path);
    bool mine = real && (lies_below(real, p->roots[0]) || lies_below(real, p->roots[1]));
    for (uint32_t i = 0; i < o->exclude_count && mine; i++)
        mine = !o->matches(o->exclude[i], f->path);
    if (!mine)
        return NULL;
    FileEdits *e = ARENA_NEW(p->arena, FileEdits);
    e->file = f;
    e->path = lies_below(f->path, o->cwd) ? f->path + strlen(o->cwd) + 1 : f->path;
    map_put(&p->files, key, (uintptr_t)e);
    return e;
}

/* Where a token stands in a file that may be edited; NULL: it comes out of a macro, or the file is
 * not ours. */
static FileEdits *in_file(Placing *p, Loc l, uint32_t *offset)
{
    const SourceMap *map = p->unit->map;
    Loc at = source_spelling(map, l);
    if (!l || at != source_show(map, l))
        return NULL;
    const Inclusion *in = source_inclusion(map, at);
    *offset = in ? at - in->base : 0;
    return in ? find_file(p, in) : NULL;
}

/* ---- notes ----------------------------------------------------------------------------------- */
/* False: it was said before. */
static bool add_note(Placing *p, const char *text)
{
    uint64_t key = hash_bytes(text, strlen(text), 11);
    if (map_get_ptr(&p->noted, key))
        return false;
    map_put(&p->noted, key, 1);
    VEC_PUSH(p->arena, &p->out->notes, text);
    return true;
}

static void note(Placing *p, Loc at, const char *function, const char *place, const char *words,
                 const char *why)
{
    Position pos = source_position(p->unit->map, at);
    const char *text =
        arena_printf(p->arena, "%s:%u: could not be written: `%s` of %s of `%s`: %s",
                     pos.path ? pos.path : "?", pos.line, words, place, function, why);
    p->out->unwritten += add_note(p, text);
}

/* ---- one place ------------------------------------------------------------------------------- */
typedef struct PlaceAsk {
    const Declarator *function;
    const char *what; /* for notes: "the result", "parameter `n`" */
    const Specs *specs;
    const DeclaratorPart *part; /* of the pointer; NULL: it is in the specifiers */
    bool shared;                /* the specifiers are of other declarators, too */
    bool array;                 /* a typedef name of one stands in them */
    const Words *words;
} PlaceAsk;

static const char *spell(Placing *p, const Words *words, const Declarator *const *names,
                         uint32_t count, const char **why)
{
    Text t;
    text_init(&t, p->arena);
    for (uint32_t i = 0; i < words->len; i++) {
        const Word *w = &words->data[i];
        text_addf(&t, "%s%s", i ? " " : "", w->text);
        if (w->param == UINT32_MAX)
            continue;
        const Declarator *d = w->param < count ? names[w->param] : NULL;
        bool named = d && d->name;
        text_addf(&t, "%s%s", named ? d->name->text : "?", w->tail);
        if (!named)
            *why = "the parameter that it speaks of has no name there";
    }
    return t.data;
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || (c & 0x80);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The byte behind the token; false: it doesn't look like the token that it should be. */
static bool behind_token(const SourceFile *f, uint32_t *offset, bool star)
{
    uint32_t at = *offset;
    if (star) {
        *offset = at + 1;
        return f->data[at] == '*';
    }
    while (at < f->len && is_word(f->data[at]))
        at++;
    bool word = at != *offset;
    *offset = at;
    return word;
}

static void put_site(Placing *p, FileEdits *file, uint32_t offset, const char *text, bool star)
{
    char next = file->file->data[offset];
    bool close = next == ')' || next == ',' || next == ';';
    uint64_t key = hash_mix(hash_mix(7, MAP_KEY_PTR(file)), offset);
    Site *known = map_get_ptr(&p->sites, key);
    if (known) {
        known->disputed |= strcmp(known->text, text) != 0;
        return;
    }
    Site *s = ARENA_NEW(p->arena, Site);
    *s = (Site){.file = file,
                .offset = offset,
                .text = text,
                .before = !star || is_blank(next),
                .after = star && !is_blank(next) && !close};
    map_put(&p->sites, key, (uintptr_t)s);
    VEC_PUSH(p->arena, &p->list, s);
}

static bool place(Placing *p, const PlaceAsk *ask, const char *text, const char *why)
{
    uint32_t offset = 0;
    bool star = ask->part != NULL;
    Loc at = star ? ask->part->loc : ask->specs->type_loc;
    FileEdits *file = why ? NULL : in_file(p, at, &offset);
    if (star ? ask->part->kind != PART_POINTER : ask->array)
        why = "it is declared as an array, or as a function";
    else if (!star && ask->shared)
        why = "the type is shared with other declarators";
    else if (!why && !file)
        why = loc_in_macro(at) ? "the type comes out of a macro" : "it stands in another file";
    else if (!why && !behind_token(file->file, &offset, star))
        why = "the type is written in a way that is not understood";
    if (why) {
        note(p, ask->function->loc, NAME_TEXT(ask->function->name), ask->what, text, why);
        return false;
    }
    put_site(p, file, offset, text, star);
    return true;
}

/* The pointer itself, then the one that it leads to. */
static bool place_both(Placing *p, PlaceAsk ask, const Said *said, const Declarator *const *names,
                       uint32_t count)
{
    bool any = false;
    for (int inner = 0; inner < 2; inner++) {
        const Words *words = inner ? &said->inner : &said->outer;
        const char *why = NULL;
        if (inner)
            ask.part = ask.part ? ask.part->next : NULL;
        if (!words->len)
            continue;
        const char *text = spell(p, words, names, count, &why);
        any |= place(p, &ask, text, why);
    }
    return any;
}

/* ---- declarations ---------------------------------------------------------------------------- */
typedef struct Found {
    const Declarator *declarator;
    const Specs *specs;
    const Symbol *sym;
    const Decl *kr;         /* parameter declarations of an old definition */
    bool definition, alone; /* alone: no other declarator has its specifiers */
} Found;

static const DeclaratorPart *function_part(const Declarator *d)
{
    return d->parts && d->parts->kind == PART_FUNCTION ? d->parts : NULL;
}

/* An old definition: the declaration of the parameter `name` behind the parentheses. */
static bool old_parameter(const Decl *kr, Name name, PlaceAsk *ask, const Declarator **out)
{
    for (; kr; kr = kr->next)
        for (const InitDeclarator *i = kr->declarators; i; i = i->next) {
            if (i->declarator->name != name)
                continue;
            *out = i->declarator;
            ask->specs = kr->specs;
            ask->part = i->declarator->parts;
            ask->shared = kr->declarators->next != NULL;
            return true;
        }
    return false;
}

/* The parameters' declarators and specifiers, as many as there are; *out: a fresh array. */
static uint32_t parameters_of(Placing *p, const Found *f, PlaceAsk **asks,
                              const Declarator ***names)
{
    const DeclaratorPart *fn = function_part(f->declarator);
    uint32_t n = fn->kr_count;
    for (const Param *m = fn->params; m; m = m->next)
        n++;
    *asks = ARENA_ARRAY(p->arena, PlaceAsk, n + 1);
    *names = ARENA_ARRAY(p->arena, const Declarator *, n + 1);
    uint32_t i = 0;
    for (const Param *m = fn->params; m; m = m->next, i++) {
        (*asks)[i] = (PlaceAsk){.specs = m->specs, .part = m->declarator->parts};
        (*names)[i] = m->declarator;
    }
    for (uint32_t k = 0; k < fn->kr_count; k++, i++)
        if (!old_parameter(f->kr, fn->kr_names[k], &(*asks)[i], &(*names)[i]))
            (*names)[i] = NULL;
    return i;
}

/* A header's declarations come by once for each unit that reads it. */
static const Chosen *choose(Placing *p, const Symbol *sym)
{
    const MirFunction *body = engine_definition(p->engine, sym);
    if (!body)
        return NULL;
    unsigned sets = p->options->sets & ~annotate_said(sym, body);
    uint64_t key = hash_mix(hash_mix(7, MAP_KEY_PTR(body)), sets);
    Chosen one = {0};
    if (!map_get_ptr(&p->asked, key)) {
        map_put(&p->asked, key, 1);
        if (annotate_choose(p->engine, body, sets, &one))
            map_put(&p->chosen, key, (uintptr_t)arena_copy(p->arena, &one, sizeof one));
    }
    return map_get_ptr(&p->chosen, key);
}

static const char *parameter_text(Placing *p, const Declarator *const *names, uint32_t count,
                                  uint32_t i)
{
    return i < count && names[i] && names[i]->name
               ? arena_printf(p->arena, "parameter `%s`", names[i]->name->text)
               : arena_printf(p->arena, "parameter %u", i + 1);
}

/* Something is so that no word can say. */
static bool left_alone(Placing *p, const Found *f, const Chosen *chosen,
                       const Declarator *const *names, uint32_t count)
{
    Position pos = source_position(p->unit->map, f->declarator->loc);
    bool any = false, fresh = false;
    for (uint32_t i = 0; i < chosen->count; i++) {
        if (!chosen->params[i].unsaid)
            continue;
        any = true;
        fresh |= add_note(
            p, arena_printf(p->arena, "%s:%u: left alone: %s of `%s`: %s",
                            pos.path ? pos.path : "?", pos.line, parameter_text(p, names, count, i),
                            NAME_TEXT(f->declarator->name), chosen->params[i].unsaid));
    }
    p->out->alone += fresh;
    return any;
}

static void annotate_one(Placing *p, const Found *f)
{
    const DeclaratorPart *fn = function_part(f->declarator);
    const char *name = NAME_TEXT(f->declarator->name);
    const Type *type = f->sym->type;
    PlaceAsk *asks;
    const Declarator **names;
    Loc loc = source_spelling(p->unit->map, f->declarator->loc);
    const Inclusion *in = source_inclusion(p->unit->map, loc);
    const Chosen *chosen = in && find_file(p, in) ? choose(p, f->sym) : NULL;
    if (!chosen)
        return;
    uint32_t count = parameters_of(p, f, &asks, &names);
    if (left_alone(p, f, chosen, names, count))
        return;
    PlaceAsk result = {.function = f->declarator,
                       .what = "the result",
                       .specs = f->specs,
                       .part = fn->next,
                       .shared = !f->alone};
    bool any = place_both(p, result, &chosen->result, names, count);
    for (uint32_t i = 0; i < chosen->count; i++) {
        const Said *said = &chosen->params[i];
        if (!said->outer.len && !said->inner.len)
            continue;
        PlaceAsk none = {0};
        PlaceAsk *ask = i < count ? &asks[i] : &none;
        ask->function = f->declarator;
        ask->what = parameter_text(p, names, count, i);
        ask->array = i < type->u.fn.count && type->u.fn.params[i].written &&
                     type->u.fn.params[i].written->kind == TYPE_ARRAY;
        const char *why = NULL;
        if (!ask->specs)
            note(p, f->declarator->loc, name, ask->what, spell(p, &said->outer, names, count, &why),
                 "it has no prototype");
        else
            any |= place_both(p, *ask, said, names, count);
    }
    uint64_t key = hash_mix(hash_mix(7, MAP_KEY_PTR(in->file->identity)), loc - in->base);
    if (any && !map_get_ptr(&p->seen, key)) {
        map_put(&p->seen, key, 1);
        p->out->declarations++;
    }
}

/* Which declarations do others see? Those without a body; on request, where there are none, the
 * definition; of a static function the first of either. */
static void annotate_decl(Placing *p, const Found *f, bool noting)
{
    if (!f->sym || f->sym->kind != SYM_FUNCTION || !function_part(f->declarator) ||
        !f->declarator->name)
        return;
    bool external = f->sym->linkage == LINK_EXTERNAL;
    uint64_t key = external ? MAP_KEY_PTR(f->declarator->name) : MAP_KEY_PTR(f->sym);
    bool had = map_get_ptr(&p->declared, key) != NULL;
    if (noting) {
        uint32_t offset;
        if (!f->definition && in_file(p, f->declarator->loc, &offset))
            map_put(&p->declared, key, 1);
        return;
    }
    if (strcmp(f->declarator->name->text, "main") == 0)
        return;
    bool seen_by_others = external && !f->definition;
    bool asked = p->options->all && (external ? !had : f->definition != had);
    if (seen_by_others || asked)
        annotate_one(p, f);
}

/* ---- members of records ---------------------------------------------------------------------- */
static void annotate_members(Placing *p, const Specs *specs);

static void annotate_member(Placing *p, const Decl *d, const InitDeclarator *i)
{
    const Declarator *m = i->declarator;
    const DeclaratorPart *part = m->parts;
    uint64_t key = m->name ? member_key(p->unit->map, m->loc) : 0;
    uint32_t quals = part ? part->quals : d->specs->quals;
    uint32_t said = QUAL_NULLABLE | QUAL_NONNULL | QUAL_NULL_UNSPECIFIED;
    uint32_t offset;
    if (!key || !map_get_ptr(&p->members, key) || quals & said || !in_file(p, m->loc, &offset))
        return;
    PlaceAsk ask = {.function = m,
                    .what = "the type",
                    .specs = d->specs,
                    .part = part,
                    .shared = d->declarators->next != NULL};
    if (place(p, &ask, "_Nullable", NULL) && !map_get_ptr(&p->seen, key)) {
        map_put(&p->seen, key, 1);
        p->out->members++;
    }
}

static void annotate_members(Placing *p, const Specs *specs)
{
    if (!specs || !specs->tag || !specs->tag->defined)
        return;
    for (const Decl *d = specs->tag->members; d; d = d->next) {
        annotate_members(p, d->specs);
        for (const InitDeclarator *i = d->kind == DECL_VARS ? d->declarators : NULL; i; i = i->next)
            annotate_member(p, d, i);
    }
}

static void walk_unit(Placing *p, const ProgramUnit *u, bool noting)
{
    p->unit = u->unit;
    for (const Decl *d = u->unit ? u->unit->ast.first : NULL; d; d = d->next) {
        if (!noting && !d->broken)
            annotate_members(p, d->specs);
        if (d->broken || (d->specs && (d->specs->storage & SPEC_TYPEDEF)))
            continue;
        if (d->kind == DECL_FUNCTION) {
            Found f = {d->declarator, d->specs, d->sym, d->kr_decls, true, true};
            annotate_decl(p, &f, noting);
        }
        bool alone = d->kind == DECL_VARS && d->declarators && !d->declarators->next;
        for (const InitDeclarator *i = d->kind == DECL_VARS ? d->declarators : NULL; i;
             i = i->next) {
            Found f = {i->declarator, d->specs, i->sym, NULL, false, alone};
            annotate_decl(p, &f, noting);
        }
    }
}

/* ---- what came of it ------------------------------------------------------------------------- */
static void count_words(Annotated *out, const char *text)
{
    for (const char *at = text; *at;) {
        size_t n = 0;
        while (is_word(at[n]))
            n++;
        uint32_t i = 0;
        while (i < out->counts.len && (strlen(out->counts.data[i].word) != n ||
                                       strncmp(out->counts.data[i].word, at, n) != 0))
            i++;
        if (i == out->counts.len)
            VEC_PUSH(out->arena, &out->counts, ((WordCount){arena_strndup(out->arena, at, n), 0}));
        out->counts.data[i].count++;
        int depth = 0;
        for (at += n; *at && (*at != ' ' || depth); at++)
            depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
        at += *at == ' ';
    }
}

static void collect(Placing *p)
{
    for (uint32_t i = 0; i < p->list.len; i++) {
        const Site *s = p->list.data[i];
        if (s->disputed) {
            uint32_t line, start;
            source_offset_line(s->file->file, s->offset, &line, &start);
            p->out->unwritten +=
                add_note(p, arena_printf(p->arena,
                                         "%s:%u: could not be written: `%s`: another unit declares "
                                         "another function here",
                                         s->file->path, line, s->text));
            continue;
        }
        if (!s->file->list.len)
            VEC_PUSH(p->arena, &p->out->files, s->file);
        Insertion in = {s->offset, arena_printf(p->arena, "%s%s%s", s->before ? " " : "", s->text,
                                                s->after ? " " : "")};
        VEC_PUSH(p->arena, &s->file->list, in);
        count_words(p->out, s->text);
    }
}

Annotated *annotate_program(Arena *arena, Engine *e, const AnnotateOptions *o)
{
    const Program *program = e->program;
    Placing p = {.out = ARENA_NEW(arena, Annotated), .options = o, .engine = e, .arena = arena};
    p.out->arena = arena;
    Map *const maps[] = {&p.files, &p.known,  &p.sites, &p.seen,   &p.declared,
                         &p.noted, &p.chosen, &p.asked, &p.members};
    for (uint32_t i = 0; i < COUNT_OF(maps); i++)
        map_init(maps[i], arena);
    p.roots[0] = os_realpath(arena, o->cwd);
    p.roots[1] = common_folder(arena, program);
    if (o->sets & SET_BIT(SET_MEMBERS))
        members_that_may_be_null(e, &p.members);
    for (int noting = 1; noting >= 0; noting--)
        for (uint32_t i = 0; i < program->unit_count; i++)
            walk_unit(&p, &program->units[i], noting);
    collect(&p);
    annotate_finish(p.out);
    return p.out;
}
