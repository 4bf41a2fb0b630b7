/* source/files.c - the file store: every file of a run is read once, and every thread shares it.
 *
 * In: paths as the preprocessor forms them. Out: SourceFiles that live as long as the session.
 *
 * Two tables, both keyed by hashes with a chain behind each: path -> entry (with the negative
 * answers: header search asks for many files that aren't there), and device and inode -> the
 * first file with them, whose address is the identity of all. `x/..` is taken out of a path when
 * what is left names the same file, which it does unless x is a link to a folder elsewhere.
 *
 *     "inc/a.h"        ---> entry ----> file, identity 1
 *     "src/../inc/a.h" ---> entry --/
 *     "link_to_a.h"    ---> entry ----> file, identity 1
 *     "src/a.h"        ---> entry: "No such file or directory"
 *
 * So the path that a finding shows is a function of the path that was asked for, and never of
 * the thread that asked first.
 *
 * The store's lock is held for table work only; a file is read under the lock of its entry, so
 * threads that want different files don't wait for each other's disk. An overlay is an entry
 * whose file has no inode. */
#include "base/os.h"
#include "source/source.h"

typedef struct FileNode {
    SourceFile file;         /* first, so that a SourceFile * is a FileNode * */
    uint64_t device, inode;  /* of a file on disk */
    struct FileNode *next;   /* of the same hash of these */
} FileNode;

typedef struct PathEntry {
    const char *path;        /* normalised */
    FileNode *node;          /* NULL: failed, with why */
    const char *why;
    bool looked;             /* under lock: node and why are final */
    Lock *lock;
    struct PathEntry *next;  /* of the same hash */
} PathEntry;

struct FileStore {
    Lock *lock;              /* of all below */
    Arena *arena;
    Map paths;               /* hash of the normalised path -> PathEntry chain */
    Map inodes;              /* mix of device and inode -> FileNode chain */
    VEC(FileNode *) files;   /* by index */
};

FileStore *file_store_new(Arena *session)
{
    FileStore *fs = ARENA_NEW(session, FileStore);
    fs->arena = arena_new();
    fs->lock = lock_new(fs->arena);
    map_init(&fs->paths, fs->arena);
    map_init(&fs->inodes, fs->arena);
    return fs;
}

void file_store_destroy(FileStore *fs)
{
    if (!fs)
        return;
    for (uint32_t i = 0; i < fs->files.len; i++)
        arena_destroy(fs->files.data[i]->file.arena);
    arena_destroy(fs->arena);
    fs->arena = NULL;
    fs->files.len = 0;
}

/* Without doubled slashes and `.` parts: they change nothing, whatever links there are. `..`
 * stays. */
static char *normalise(Arena *a, const char *path)
{
    size_t len = strlen(path), at = 0;
    char *out = arena_alloc(a, len + 2);
    const char *p = path;
    if (*p == '/')
        out[at++] = '/';
    while (*p) {
        size_t n = strcspn(p, "/");
        if (n && !(n == 1 && p[0] == '.')) {
            if (at && out[at - 1] != '/')
                out[at++] = '/';
            memcpy(out + at, p, n);
            at += n;
        }
        p += n;
        if (*p)
            p++;
    }
    if (!at)
        out[at++] = '.';
    out[at] = '\0';
    return out;
}

/* "a/b/../c" -> "a/c"; a leading `..` stays. NULL when there is nothing to take out. */
static char *collapse(Arena *a, const char *path)
{
    if (!strstr(path, "/.."))
        return NULL;
    size_t floor = *path == '/' ? 1 : 0; /* nothing below it can be taken out */
    size_t at = floor;
    char *out = arena_strndup(a, path, strlen(path));
    bool changed = false;
    for (const char *p = path + floor; *p;) {
        size_t n = strcspn(p, "/");
        bool up = n == 2 && p[0] == '.' && p[1] == '.';
        if (up && at > floor) {
            while (at > floor && out[at - 1] != '/')
                at--;
            if (at > floor)
                at--; /* the slash */
            changed = true;
        } else {
            if (at && out[at - 1] != '/')
                out[at++] = '/';
            memcpy(out + at, p, n);
            at += n;
            if (up)
                floor = at;
        }
        p += n;
        if (*p)
            p++;
    }
    if (at == 0)
        return NULL; /* "a/..": a folder */
    out[at] = '\0';
    return changed ? out : NULL;
}

/* All three under the store's lock. */
static PathEntry *entry_of(FileStore *fs, const char *path)
{
    /* Most paths are normal and known, and then nothing is kept in the arena. */
    char stack[512];
    size_t len = strlen(path);
    const char *normal = path;
    if (strstr(path, "//") || strstr(path, "./") || len == 0 || path[len - 1] == '/' ||
        len >= sizeof stack || path[len - 1] == '.')
        normal = normalise(fs->arena, path);
    uint64_t hash = hash_bytes(normal, strlen(normal), 0);
    PathEntry *first = map_get_ptr(&fs->paths, hash);
    for (PathEntry *e = first; e; e = e->next)
        if (strcmp(e->path, normal) == 0)
            return e;
    PathEntry *e = ARENA_NEW(fs->arena, PathEntry);
    e->path = arena_strndup(fs->arena, normal, strlen(normal));
    e->lock = lock_new(fs->arena);
    e->next = first;
    map_put(&fs->paths, hash, (uintptr_t)e);
    return e;
}

static FileNode *node_new(FileStore *fs, const char *path)
{
    FileNode *n = ARENA_NEW(fs->arena, FileNode);
    n->file.identity = n;
    n->file.path = path;
    n->file.data = "";
    n->file.lock = lock_new(fs->arena);
    n->file.arena = arena_new();
    n->file.store = fs;
    n->file.index = fs->files.len;
    VEC_PUSH(fs->arena, &fs->files, n);
    return n;
}

/* A node for a file on disk, which knows the first one with its inode. */
static FileNode *node_of_disk(FileStore *fs, const char *path, uint64_t device, uint64_t inode)
{
    FileNode *made = node_new(fs, path);
    made->device = device;
    made->inode = inode;
    uint64_t hash = hash_mix(hash_mix(0, device), inode);
    FileNode *first = map_get_ptr(&fs->inodes, hash);
    for (FileNode *n = first; n; n = n->next) {
        if (n->device == device && n->inode == inode) {
            made->file.identity = n->file.identity;
            return made;
        }
    }
    made->next = first;
    map_put(&fs->inodes, hash, (uintptr_t)made);
    return made;
}

/* ---- opening ----------------------------------------------------------------------- */

/* Reads the bytes of a node that nobody else knows yet; NULL or why not. */
static const char *node_read(FileNode *n)
{
    const char *why = NULL;
    size_t len = 0;
    if (!os_read_file(n->file.arena, n->file.path, &n->file.data, &len, &why))
        return why;
    n->file.len = (uint32_t)len; /* at most 1 GiB */
    n->file.hash = hash_bytes(n->file.data, len, 0);
    return NULL;
}

/* What reading says about a file that can't be examined: a reason by name. */
static const char *why_not(const char *path)
{
    const char *data, *why = NULL;
    size_t len;
    Arena *scratch = arena_new();
    if (os_read_file(scratch, path, &data, &len, &why))
        why = "cannot be examined";
    arena_destroy(scratch);
    return why;
}

static void entry_open(FileStore *fs, PathEntry *e);

/* The first time that somebody asks for this path; under its lock. */
static void entry_look(FileStore *fs, PathEntry *e)
{
    uint64_t device, inode, size, device2, inode2;
    int64_t mtime;
    if (!os_file_id(e->path, &device, &inode, &size, &mtime)) {
        e->why = why_not(e->path);
        return;
    }
    lock_take(fs->lock);
    char *shorter = collapse(fs->arena, e->path);
    lock_drop(fs->lock);
    if (shorter && os_file_id(shorter, &device2, &inode2, &size, &mtime) && device == device2 &&
        inode == inode2) {
        lock_take(fs->lock);
        PathEntry *canonical = entry_of(fs, shorter);
        lock_drop(fs->lock);
        /* Locks are taken from the longer path to the shorter only, so there is no cycle. */
        lock_take(canonical->lock);
        entry_open(fs, canonical);
        e->node = canonical->node;
        e->why = canonical->why;
        lock_drop(canonical->lock);
        return;
    }
    lock_take(fs->lock);
    FileNode *n = node_of_disk(fs, e->path, device, inode);
    lock_drop(fs->lock);
    e->why = node_read(n);
    e->node = e->why ? NULL : n;
}

static void entry_open(FileStore *fs, PathEntry *e)
{
    if (!e->looked)
        entry_look(fs, e);
    e->looked = true;
}

SourceFile *file_store_open(FileStore *fs, const char *path, const char **why)
{
    lock_take(fs->lock);
    PathEntry *e = entry_of(fs, path);
    lock_drop(fs->lock);
    lock_take(e->lock);
    entry_open(fs, e);
    SourceFile *f = e->node ? &e->node->file : NULL;
    if (!f)
        *why = e->why;
    lock_drop(e->lock);
    return f;
}

SourceFile *file_store_overlay(FileStore *fs, const char *path, const char *data, size_t len)
{
    lock_take(fs->lock);
    PathEntry *e = entry_of(fs, path);
    FileNode *n = node_new(fs, e->path);
    if (len > (size_t)1 << 30)
        BUG(fs->arena, "overlay of %zu bytes", len);
    n->file.data = arena_strndup(n->file.arena, data, len);
    n->file.len = (uint32_t)len;
    n->file.hash = hash_bytes(data, len, 0);
    lock_drop(fs->lock);

    lock_take(e->lock);
    e->node = n;
    e->why = NULL;
    e->looked = true;
    lock_drop(e->lock);
    return &n->file;
}

/* ---- lines ------------------------------------------------------------------------- */

/* Only files that a finding is shown in need their lines, so the table is made late: under the
 * store's lock, in its arena. (Not under the file's lock: the lexer may report an error while it
 * holds that one.) Readers see the pointer only after the table behind it is complete. */
static const uint32_t *line_table(const SourceFile *f, uint32_t *count)
{
    const uint32_t *starts = __atomic_load_n(&f->line_starts, __ATOMIC_ACQUIRE);
    if (!starts) {
        FileNode *n = (FileNode *)(uintptr_t)f;
        FileStore *fs = f->store;
        lock_take(fs->lock);
        starts = f->line_starts;
        if (!starts) {
            uint32_t lines = 1;
            for (const char *p = f->data; (p = memchr(p, '\n', f->len - (size_t)(p - f->data)));
                 p++)
                lines++;
            uint32_t *made = ARENA_ARRAY(fs->arena, uint32_t, lines);
            uint32_t at = 1;
            for (const char *p = f->data; (p = memchr(p, '\n', f->len - (size_t)(p - f->data)));
                 p++)
                made[at++] = (uint32_t)(p - f->data) + 1;
            n->file.line_count = lines;
            __atomic_store_n(&n->file.line_starts, made, __ATOMIC_RELEASE);
            starts = made;
        }
        lock_drop(fs->lock);
    }
    *count = f->line_count;
    return starts;
}

void source_offset_line(const SourceFile *f, uint32_t offset, uint32_t *line, uint32_t *line_start)
{
    uint32_t count;
    const uint32_t *starts = line_table(f, &count);
    uint32_t low = 0, high = count; /* starts[low] <= offset, starts[high] > offset */
    while (high - low > 1) {
        uint32_t mid = low + (high - low) / 2;
        if (starts[mid] <= offset)
            low = mid;
        else
            high = mid;
    }
    *line = low + 1;
    *line_start = starts[low];
}

void source_line_text(const SourceFile *f, uint32_t line, const char **text, uint32_t *len)
{
    uint32_t count;
    const uint32_t *starts = line_table(f, &count);
    *text = "";
    *len = 0;
    if (line == 0 || line > count)
        return;
    uint32_t begin = starts[line - 1];
    uint32_t end = line < count ? starts[line] - 1 : f->len;
    if (end > begin && line < count && f->data[end - 1] == '\r')
        end--;
    *text = f->data + begin;
    *len = end - begin;
}
