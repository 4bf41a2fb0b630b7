/* session/paths.c - paths as the user would write them, and globs.
 *
 * What comes in: a folder and a path relative to it, from a compile database. What goes out: one
 * path that opens from where we stand, and reads well in a message:
 *
 *     cwd /home/a, folder /home/a/build, path ../src/x.c      ->  src/x.c
 *     cwd /home/a, folder /tmp/b,        path y.c             ->  /tmp/b/y.c
 *
 * `..` is folded as text. That is wrong where the part before it is a symbolic link to a folder
 * elsewhere; then the unfolded path is kept, as it names the right file. */
#include "session/session.h"

/* Folds `.`, `..` and `//` of an absolute path, as text. */
static char *path_fold(Arena *a, const char *path)
{
    size_t n = strlen(path), out = 0;
    char *p = arena_alloc(a, n + 2);
    for (size_t i = 0; i < n;) {
        while (path[i] == '/')
            i++;
        size_t part = strcspn(path + i, "/");
        if (part == 0)
            break;
        if (part == 2 && path[i] == '.' && path[i + 1] == '.') {
            while (out && p[out - 1] != '/')
                out--;
            if (out)
                out--;
        } else if (part != 1 || path[i] != '.') {
            p[out++] = '/';
            memcpy(p + out, path + i, part);
            out += part;
        }
        i += part;
    }
    if (out == 0)
        p[out++] = '/';
    p[out] = '\0';
    return p;
}

static bool same_file(const char *x, const char *y)
{
    uint64_t dev[2], ino[2], size;
    int64_t time;
    bool has_x = os_file_id(x, &dev[0], &ino[0], &size, &time);
    bool has_y = os_file_id(y, &dev[1], &ino[1], &size, &time);
    return has_x == has_y && (!has_x || (dev[0] == dev[1] && ino[0] == ino[1]));
}

const char *path_join(Arena *a, const char *cwd, const char *directory, const char *path)
{
    bool here = strcmp(cwd, directory) == 0;
    if (here && path[0] != '/')
        return path;
    const char *full =
        path[0] == '/' ? path : arena_printf(a, "%s/%s", directory, path[0] ? path : ".");
    const char *folded = path_fold(a, full);
    if (strstr(full, "..") && !same_file(full, folded))
        return full;
    size_t n = strlen(cwd);
    if (n > 1 && strncmp(folded, cwd, n) == 0) {
        if (folded[n] == '/')
            return folded + n + 1;
        if (folded[n] == '\0')
            return ".";
    }
    return folded;
}

const char *path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *path_dir(Arena *a, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : arena_strndup(a, path, (size_t)(slash - path));
}

/* Whether `pattern` matches all of s[0 .. n). Stars are tried greedily with one step back to
 * remember for each kind, which keeps this linear but for patterns with many `**`. */
static bool glob(const char *pattern, const char *s, const char *end)
{
    for (; *pattern; pattern++, s++) {
        if (*pattern == '*') {
            bool deep = pattern[1] == '*';
            while (*pattern == '*')
                pattern++;
            if (deep && *pattern == '/' && glob(pattern + 1, s, end))
                return true; /* ** also stands for no folder at all */
            for (; s <= end; s++) {
                if (glob(pattern, s, end))
                    return true;
                if (s == end || (*s == '/' && !deep))
                    return false;
            }
            return false;
        }
        if (s == end || (*pattern == '?' ? *s == '/' : *pattern != *s))
            return false;
    }
    return s == end;
}

bool path_matches(const char *pattern, const char *path)
{
    const char *end = path + strlen(path);
    size_t n = strlen(pattern);
    if (n && pattern[n - 1] == '/')
        n--; /* `tests/` means the folder */
    bool has_slash = memchr(pattern, '/', n) != NULL;
    Arena *a = arena_new();
    const char *bare = arena_strndup(a, pattern, n);
    bool found = false;
    for (const char *at = path; !found && at;) {
        /* A match of the first parts of a tail is a match of the folder, hence of all in it. */
        for (const char *stop = at; !found && stop < end;) {
            stop += strcspn(stop + (*stop == '/'), "/") + (*stop == '/');
            found = glob(bare, at, stop);
            if (!has_slash)
                break;
        }
        at = strchr(at, '/');
        at = at ? at + 1 : NULL;
    }
    arena_destroy(a);
    return found;
}
