/* session/compdb.c - reads compile_commands.json.
 *
 *     [ { "directory": "/b", "file": "a.c", "arguments": ["cc", "-c", "a.c"] },
 *       { "directory": "/b", "file": "b.c", "command": "cc -DX='a b' -c b.c" } ]
 *
 * What comes in: a folder or the file itself. What goes out: a Command for each C source, in the
 * database's order. A file that is compiled twice (shared and static) counts once, the first time.
 * What is wrong with the database is told with its name and line. */
#include <jansson.h>

#include "session/session.h"

typedef struct Loader {
    Session *s;
    const char *path; /* of the database */
    const char *base; /* absolute folder of the database: where relative directories start */
    CommandList *out;
    Map seen; /* Name of a path -> 1 */
    bool ok;
} Loader;

const char *compdb_find(Arena *a, const char *dir)
{
    if (os_exists(dir) && !os_is_dir(dir))
        return dir;
    static const char *const places[] = {"compile_commands.json", "build/compile_commands.json"};
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        const char *path =
            strcmp(dir, ".") == 0 ? places[i] : arena_printf(a, "%s/%s", dir, places[i]);
        if (os_exists(path))
            return path;
    }
    return NULL;
}

static bool wanted(const Session *s, const char *path)
{
    const SessionOptions *o = s->options;
    bool in = o->include.len == 0;
    for (uint32_t i = 0; !in && i < o->include.len; i++)
        in = path_matches(o->include.data[i], path);
    for (uint32_t i = 0; in && i < o->exclude.len; i++)
        in = !path_matches(o->exclude.data[i], path);
    return in;
}

static const char *string_of(Loader *l, json_t *entry, size_t index, const char *key, bool needed)
{
    json_t *v = json_object_get(entry, key);
    if (json_is_string(v))
        return arena_strndup(l->s->arena, json_string_value(v), json_string_length(v));
    if (v || needed) {
        diag_trouble(l->s->diag, false, "%s: entry %zu: \"%s\" %s", l->path, index + 1, key,
                     v ? "is not a string" : "is missing");
        l->ok = false;
    }
    return NULL;
}

static bool words_of(Loader *l, json_t *entry, size_t index, TextList *argv)
{
    Arena *a = l->s->arena;
    json_t *list = json_object_get(entry, "arguments");
    if (json_is_array(list)) {
        for (size_t i = 0; i < json_array_size(list); i++) {
            json_t *v = json_array_get(list, i);
            if (!json_is_string(v)) {
                diag_trouble(l->s->diag, false,
                             "%s: entry %zu: \"arguments\" holds something else than strings",
                             l->path, index + 1);
                return false;
            }
            VEC_PUSH(a, argv, arena_strndup(a, json_string_value(v), json_string_length(v)));
        }
    } else {
        const char *text = string_of(l, entry, index, "command", false), *why;
        if (!text) {
            diag_trouble(l->s->diag, false,
                         "%s: entry %zu has neither \"arguments\" nor \"command\"", l->path,
                         index + 1);
            return false;
        }
        if (!words_split(a, text, argv, &why)) {
            diag_trouble(l->s->diag, false, "%s: entry %zu: \"command\": %s", l->path, index + 1,
                         why);
            return false;
        }
    }
    if (argv->len == 0)
        diag_trouble(l->s->diag, false, "%s: entry %zu: the command is empty", l->path, index + 1);
    return argv->len != 0;
}

static void load_entry(Loader *l, json_t *entry, size_t index)
{
    Session *s = l->s;
    Arena *a = s->arena;
    if (!json_is_object(entry)) {
        diag_trouble(s->diag, false, "%s: entry %zu is not an object", l->path, index + 1);
        l->ok = false;
        return;
    }
    const char *dir = string_of(l, entry, index, "directory", false);
    const char *file = string_of(l, entry, index, "file", true);
    TextList argv = {0};
    if (!file || !words_of(l, entry, index, &argv)) {
        l->ok = false;
        return;
    }
    dir = !dir ? l->base : dir[0] == '/' ? dir : arena_printf(a, "%s/%s", l->base, dir);
    const char *path = path_join(a, s->cwd, dir, file);
    Name key = names_intern(s->names, path, strlen(path));
    if (map_get_ptr(&l->seen, MAP_KEY_PTR(key)) || !wanted(s, path))
        return;
    Command *c = command_parse(s, dir, &argv);
    /* Assembly, C++ and links have no C input. */
    if (c->not_c || c->inputs.len == 0)
        return;
    map_put(&l->seen, MAP_KEY_PTR(key), 1);
    c->file = file;
    c->path = path;
    c->source = arena_printf(a, "%s: entry %zu", l->path, index + 1);
    VEC_PUSH(a, l->out, c);
}

bool compdb_load(Session *s, const char *dir, CommandList *out)
{
    const char *path = compdb_find(s->arena, dir), *data, *why;
    size_t len;
    if (!path) {
        diag_trouble(
            s->diag, false,
            os_is_dir(dir)
                ? "%s: there is no compile_commands.json in it, nor in its build folder; "
                  "make one with `cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON` or `bear -- make`"
                : "%s: no such folder",
            dir);
        return false;
    }
    if (!os_read_file(s->arena, path, &data, &len, &why)) {
        diag_trouble(s->diag, false, "%s: %s", path, why);
        return false;
    }
    json_error_t e;
    json_t *root = json_loadb(data, len, JSON_REJECT_DUPLICATES, &e);
    if (!root) {
        diag_trouble(s->diag, false, "%s:%d:%d: not a JSON file: %s", path, e.line, e.column,
                     e.text);
        return false;
    }
    Loader l = {.s = s, .path = path, .out = out, .ok = json_is_array(root)};
    if (!l.ok)
        diag_trouble(s->diag, false, "%s:1: a compile database is a JSON array of objects", path);
    const char *full = os_realpath(s->arena, path_dir(s->arena, path));
    l.base = full ? full : s->cwd;
    map_init(&l.seen, s->arena);
    for (size_t i = 0; i < json_array_size(root); i++)
        load_entry(&l, json_array_get(root, i), i);
    json_decref(root);
    return l.ok;
}
