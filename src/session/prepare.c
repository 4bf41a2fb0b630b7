/* session/prepare.c - from a Command to the preprocessor's options.
 *
 * What comes in: Commands as parsed. What goes out: the same with dialect, target and header
 * folders in gcc's order: -iquote, -I, -isystem, the compiler's own, -idirafter; at the very end
 * the folder of corten.h, so that #include <corten.h> always works and nobody's own is hidden.
 *
 * As gcc does: a folder that is not there is dropped, so is one named before, and a folder that is
 * also a system one keeps its place among the system ones (#include_next depends on it). */
#include <stdlib.h>

#include "session/session.h"

typedef struct DirId {
    uint64_t device, inode;
    bool is_dir;
    const char *path; /* as opened */
} DirId;

static const DirId *dir_id(Session *s, const char *path)
{
    uint64_t key = hash_bytes(path, strlen(path), 1);
    DirId *d = map_get_ptr(&s->dirs, key);
    if (d && strcmp(d->path, path) == 0)
        return d;
    d = ARENA_NEW(s->arena, DirId);
    uint64_t size;
    int64_t time;
    d->path = path;
    d->is_dir = os_file_id(path, &d->device, &d->inode, &size, &time) && os_is_dir(path);
    map_put(&s->dirs, key, (uintptr_t)d);
    return d;
}

typedef struct DirList {
    VEC(const DirId *) all;
} DirList;

static bool has_dir(const DirList *l, const DirId *d)
{
    for (uint32_t i = 0; i < l->all.len; i++)
        if (l->all.data[i]->device == d->device && l->all.data[i]->inode == d->inode)
            return true;
    return false;
}

static void add_dir(Session *s, const Command *c, DirList *l, const char *path,
                    const DirList *later)
{
    const DirId *d = dir_id(s, path_join(s->arena, s->cwd, c->directory, path));
    if (d->is_dir && !has_dir(l, d) && !(later && has_dir(later, d)))
        VEC_PUSH(s->arena, &l->all, d);
}

static const char *const *dir_paths(Session *s, const DirList *l, uint32_t *count)
{
    const char **out = ARENA_ARRAY(s->arena, const char *, l->all.len ? l->all.len : 1);
    for (uint32_t i = 0; i < l->all.len; i++)
        out[i] = l->all.data[i]->path;
    *count = l->all.len;
    return out;
}

static void set_dirs(Session *s, const Command *c, PpOptions *o)
{
    DirList system = {0}, after = {0}, angle = {0}, quote = {0};
    for (uint32_t i = 0; i < c->system.len; i++)
        add_dir(s, c, &system, c->system.data[i], NULL);
    for (uint32_t i = 0; !c->nostdinc && i < c->probe->system_count; i++)
        add_dir(s, c, &system, c->probe->system_dirs[i], NULL);
    for (uint32_t i = 0; i < c->after.len; i++)
        add_dir(s, c, &after, c->after.data[i], &system);
    for (uint32_t i = 0; i < c->angle.len; i++)
        add_dir(s, c, &angle, c->angle.data[i], &system);
    for (uint32_t i = 0; i < c->quote.len; i++)
        add_dir(s, c, &quote, c->quote.data[i], NULL);
    if (s->include_dir)
        add_dir(s, c, &after, s->include_dir, &system);
    o->system_dirs = dir_paths(s, &system, &o->system_count);
    o->after_dirs = dir_paths(s, &after, &o->after_count);
    o->angle_dirs = dir_paths(s, &angle, &o->angle_count);
    o->quote_dirs = dir_paths(s, &quote, &o->quote_count);
    DirList embed = {0};
    for (uint32_t i = 0; i < c->embed.len; i++)
        add_dir(s, c, &embed, c->embed.data[i], NULL);
    o->embed_dirs = dir_paths(s, &embed, &o->embed_count);
}

/* -include and -imacros look in the compiler's working folder first, then as #include "" does. */
static void set_commands(Session *s, const Command *c, PpOptions *o)
{
    CmdMacro *all = ARENA_ARRAY(s->arena, CmdMacro, c->macros.len ? c->macros.len : 1);
    for (uint32_t i = 0; i < c->macros.len; i++) {
        all[i] = c->macros.data[i];
        if (all[i].kind == CMD_INCLUDE || all[i].kind == CMD_IMACROS) {
            const char *path = path_join(s->arena, s->cwd, c->directory, all[i].text);
            if (os_exists(path))
                all[i].text = path;
        }
    }
    o->commands = all;
    o->command_count = c->macros.len;
}

static void prepare(Session *s, Command *c)
{
    Dialect *d = arena_copy(s->arena, &c->probe->dialect, sizeof *d);
    d->ms_extensions = c->ms_extensions;
    d->plan9_extensions = c->plan9_extensions;
    d->short_enums = (d->short_enums || c->short_enums) && !c->no_short_enums;
    d->trigraphs = d->trigraphs || c->trigraphs;
    c->dialect = d;
    c->target = arena_copy(s->arena, &c->probe->target, sizeof *c->target);
    c->target->ms_bit_fields = c->target->ms_bit_fields || c->ms_bit_fields;
    PpOptions *o = ARENA_NEW(s->arena, PpOptions);
    o->dialect = d;
    o->predefined = c->probe->predefined;
    const char *epoch = os_env("SOURCE_DATE_EPOCH");
    o->now = epoch ? strtoll(epoch, NULL, 10) : 0;
    set_dirs(s, c, o);
    set_commands(s, c, o);
    c->pp = o;
}

/* Each unknown flag is told once, whatever the number of units that use it. */
static void tell_unknown(Session *s, Map *said, const Command *c)
{
    for (uint32_t i = 0; i < c->unknown.len; i++) {
        const char *w = c->unknown.data[i];
        Name n = names_intern(s->names, w, strlen(w));
        if (!map_get_ptr(said, MAP_KEY_PTR(n)))
            diag_remark(s->diag, "the compiler flag `%s` is not known and was ignored", w);
        map_put(said, MAP_KEY_PTR(n), 1);
    }
}

bool session_prepare(Session *s, CommandList *list)
{
    uint32_t kept = 0;
    Map said;
    map_init(&said, s->arena);
    for (uint32_t i = 0; i < list->len; i++) {
        Command *c = list->data[i];
        tell_unknown(s, &said, c);
        c->probe = probe_compiler(s, c);
        if (!c->probe)
            continue;
        prepare(s, c);
        list->data[kept++] = c;
    }
    list->len = kept;
    return kept != 0;
}
