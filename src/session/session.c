/* session/session.c - what lives as long as a run: names, files, findings; and where we are
 * installed. */
#include "session/session.h"

#include "syntax/token.h"

const char *session_home(Arena *a, const char *name, const char *holds)
{
    const char *home = os_env("CORTEN_HOME");
    if (home && *home) {
        const char *path = arena_printf(a, "%s/%s", home, name);
        if (os_exists(arena_printf(a, "%s/%s", path, holds)))
            return path;
    }
    const char *self = os_self_path(a);
    if (!self)
        return NULL;
    const char *bin = path_dir(a, self);
    for (size_t i = 0; i < 2; i++) {
        const char *path = i == 0 ? arena_printf(a, "%s/../%s", bin, name)
                                  : arena_printf(a, "%s/../share/corten/%s", bin, name);
        if (os_exists(arena_printf(a, "%s/%s", path, holds)))
            return os_realpath(a, path);
    }
    return NULL;
}

Session *session_new(const SessionOptions *o)
{
    Arena *a = arena_new();
    Session *s = ARENA_NEW(a, Session);
    s->arena = a;
    s->options = o;
    s->names = names_new(a, syntax_known_names(), syntax_known_name_count());
    s->files = file_store_new(a);
    s->diag = diag_sink_new(a);
    s->cwd = os_cwd(a);
    s->include_dir = session_home(a, "include", "corten.h");
    s->models_dir = o->models_dir ? o->models_dir : session_home(a, "models", "libc.h");
    s->lock = lock_new(a);
    s->jobs = o->jobs ? o->jobs : os_cores();
    s->scratch = ARENA_ARRAY(a, UnitScratch, s->jobs);
    s->audit = o->audit ? audit_new(a) : NULL;
    map_init(&s->dirs, a);
    return s;
}

void session_destroy(Session *s)
{
    if (!s)
        return;
    unit_scratch_end(s);
    audit_end(s->audit);
    diag_sink_destroy(s->diag);
    file_store_destroy(s->files);
    names_destroy(s->names);
    arena_destroy(s->arena);
}
