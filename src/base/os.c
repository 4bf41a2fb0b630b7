/* base/os.c - the only file that calls the operating system.
 *
 * In: paths and command lines. Out: bytes, or false and a reason. Nothing here prints, exits or
 * interprets; all that fails is told to the caller, who knows which file the user meant.
 *
 * Interrupted calls (EINTR) are repeated. All descriptors are closed on exec, so a compiler that
 * we start doesn't inherit what other threads are reading. */
#include "base/os.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define FILE_MAX ((size_t)1 << 30)

/* ---- files ------------------------------------------------------------------------- */

/* Reads to the end, for pipes and for files that say nothing about their size. */
static bool read_all(Arena *a, int fd, size_t hint, const char **data, size_t *len,
                     const char **why)
{
    size_t cap = hint + 1, used = 0;
    char *buf = arena_alloc(a, cap);
    for (;;) {
        /* One byte stays for the NUL; a full buffer of exactly the file's size needs one
         * more read to see its end, without growing. */
        char probe;
        bool full = used == cap - 1;
        ssize_t n = read(fd, full ? &probe : buf + used, full ? 1 : cap - 1 - used);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            *why = strerror(errno);
            return false;
        }
        if (n == 0)
            break;
        if (used + (size_t)n > FILE_MAX) {
            *why = "file is larger than 1 GiB";
            return false;
        }
        if (full) {
            size_t grown = cap < 4096 ? 8192 : cap * 2;
            buf = arena_grow(a, buf, cap, grown);
            cap = grown;
            buf[used] = probe;
        }
        used += (size_t)n;
    }
    buf[used] = '\0';
    *data = buf;
    *len = used;
    return true;
}

bool os_read_file(Arena *a, const char *path, const char **data, size_t *len, const char **why)
{
    int fd;
    do
        fd = open(path, O_RDONLY | O_CLOEXEC);
    while (fd < 0 && errno == EINTR);
    if (fd < 0) {
        *why = strerror(errno);
        return false;
    }
    struct stat st;
    bool ok = false;
    if (fstat(fd, &st) != 0)
        *why = strerror(errno);
    else if (S_ISDIR(st.st_mode))
        *why = strerror(EISDIR);
    else if (S_ISREG(st.st_mode) && (uint64_t)st.st_size > FILE_MAX)
        *why = "file is larger than 1 GiB";
    else
        ok = read_all(a, fd, S_ISREG(st.st_mode) ? (size_t)st.st_size : 4096, data, len, why);
    close(fd);
    return ok;
}

bool os_read_stdin(Arena *a, const char **data, size_t *len, const char **why)
{
    return read_all(a, STDIN_FILENO, 4096, data, len, why);
}

bool os_write(int fd, const char *data, size_t len, const char **why)
{
    while (len) {
        ssize_t n = write(fd, data, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno == EAGAIN) {
            struct pollfd p = {.fd = fd, .events = POLLOUT};
            poll(&p, 1, -1);
            continue;
        }
        if (n < 0) {
            *why = strerror(errno);
            return false;
        }
        data += n;
        len -= (size_t)n;
    }
    return true;
}

void os_ignore_broken_pipes(void)
{
    (void)signal(SIGPIPE, SIG_IGN);
}

void os_large_stack(void)
{
    struct rlimit r;
    rlim_t wanted = (rlim_t)64 << 20;
    if (getrlimit(RLIMIT_STACK, &r) != 0 || r.rlim_cur == RLIM_INFINITY || r.rlim_cur >= wanted)
        return;
    r.rlim_cur = r.rlim_max == RLIM_INFINITY || r.rlim_max > wanted ? wanted : r.rlim_max;
    (void)setrlimit(RLIMIT_STACK, &r);
}

/* Gives a temporary file, which mkstemp made private, the mode that it would have had: that of
 * the file it replaces, else 0666 without the umask's bits. umask() can't be read without
 * setting it for all threads, so a new file gets 0644. */
static void copy_mode(const char *from, int fd)
{
    struct stat st;
    mode_t mode = stat(from, &st) == 0 ? st.st_mode & 0777 : 0644;
    (void)fchmod(fd, mode);
}

bool os_write_file(const char *path, const char *data, size_t len, const char **why)
{
    Arena *a = arena_new();
    char *tmp = arena_printf(a, "%s.XXXXXX", path);
    int fd = mkstemp(tmp);
    bool ok = fd >= 0;
    if (ok) {
        ok = os_write(fd, data, len, why);
        if (ok)
            copy_mode(path, fd);
        /* A full disk may be told by close only. */
        if (close(fd) != 0 && ok) {
            *why = strerror(errno);
            ok = false;
        }
        if (ok && rename(tmp, path) != 0) {
            *why = strerror(errno);
            ok = false;
        }
        if (!ok)
            unlink(tmp);
    } else {
        *why = strerror(errno);
    }
    arena_destroy(a);
    return ok;
}

bool os_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

bool os_is_writable(const char *path)
{
    return access(path, W_OK) == 0;
}

bool os_is_dir(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool os_file_id(const char *path, uint64_t *device, uint64_t *inode, uint64_t *size,
                int64_t *mtime_ns)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return false;
    *device = (uint64_t)st.st_dev;
    *inode = (uint64_t)st.st_ino;
    *size = (uint64_t)st.st_size;
    *mtime_ns = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
    return true;
}

bool os_make_dirs(const char *path, const char **why)
{
    Arena *a = arena_new();
    char *p = arena_strndup(a, path, strlen(path));
    bool ok = true;
    for (char *at = p; ok && *at; at++) {
        if (at[1] != '/' && at[1] != '\0')
            continue;
        char kept = at[1];
        at[1] = '\0';
        if (mkdir(p, 0777) != 0 && !os_is_dir(p)) {
            *why = strerror(errno);
            ok = false;
        }
        at[1] = kept;
    }
    arena_destroy(a);
    return ok;
}

char *os_cwd(Arena *a)
{
    char buf[PATH_MAX];
    const char *cwd = getcwd(buf, sizeof buf) ? buf : ".";
    return arena_strndup(a, cwd, strlen(cwd));
}

char *os_realpath(Arena *a, const char *path)
{
    char buf[PATH_MAX];
    return realpath(path, buf) ? arena_strndup(a, buf, strlen(buf)) : NULL;
}

const char *os_env(const char *name)
{
    return getenv(name);
}

char *os_self_path(Arena *a)
{
    char buf[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", buf, sizeof buf);
    return n > 0 && (size_t)n < sizeof buf ? arena_strndup(a, buf, (size_t)n) : NULL;
}

static bool is_program(const char *path)
{
    return access(path, X_OK) == 0 && !os_is_dir(path);
}

char *os_find_program(Arena *a, const char *name)
{
    if (strchr(name, '/'))
        return is_program(name) ? arena_strndup(a, name, strlen(name)) : NULL;
    const char *path = getenv("PATH");
    for (const char *at = path ? path : "/usr/local/bin:/usr/bin:/bin"; *name;) {
        size_t n = strcspn(at, ":");
        /* An empty part means the current folder. */
        char *full = arena_printf(a, "%.*s/%s", n ? (int)n : 1, n ? at : ".", name);
        if (is_program(full))
            return full;
        if (!at[n])
            break;
        at += n + 1;
    }
    return NULL;
}

static int compare_names(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

bool os_list_dir(Arena *a, const char *path, char ***names, uint32_t *count)
{
    DIR *d = opendir(path);
    if (!d)
        return false;
    VEC(char *) all = {0};
    for (struct dirent *e; (e = readdir(d));)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            VEC_PUSH(a, &all, arena_strndup(a, e->d_name, strlen(e->d_name)));
    closedir(d);
    if (all.len)
        qsort(all.data, all.len, sizeof all.data[0], compare_names);
    *names = all.data;
    *count = all.len;
    return true;
}

/* ---- machine and terminal ---------------------------------------------------------- */

unsigned os_cores(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n > 0 ? (unsigned)n : 1;
}

bool os_is_tty(int fd)
{
    return isatty(fd) == 1;
}

unsigned os_tty_columns(int fd)
{
    struct winsize w;
    return ioctl(fd, TIOCGWINSZ, &w) == 0 ? w.ws_col : 0;
}

uint64_t os_now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

size_t os_peak_rss(void)
{
    struct rusage u;
    if (getrusage(RUSAGE_SELF, &u) != 0)
        return 0;
    return (size_t)u.ru_maxrss * 1024; /* Linux counts in KiB */
}

/* ---- programs ---------------------------------------------------------------------- */

static int exit_code_of(int status)
{
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

static int wait_for(pid_t pid)
{
    int status;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return 127;
    return exit_code_of(status);
}

/* A descriptor to read `input` from. It is a nameless file, not a pipe: the program may close its
 * standard input early or read it late, and neither must stop or kill us. */
static int input_fd(const char *input, const char **why)
{
    if (!input || !*input) {
        int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
        if (null < 0)
            *why = strerror(errno);
        return null;
    }
    const char *dir = getenv("TMPDIR");
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/corten.XXXXXX", dir && *dir ? dir : "/tmp");
    int fd = mkostemp(path, O_CLOEXEC);
    if (fd < 0) {
        *why = strerror(errno);
        return -1;
    }
    unlink(path);
    if (!os_write(fd, input, strlen(input), why) || lseek(fd, 0, SEEK_SET) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

static void close_pair(const int fds[2])
{
    if (fds[0] >= 0)
        close(fds[0]);
    if (fds[1] >= 0)
        close(fds[1]);
}

static bool spawn(const char *dir, const char *const *argv, int in, int out, int err, pid_t *pid,
                  const char **why)
{
    posix_spawn_file_actions_t fa;
    int e = posix_spawn_file_actions_init(&fa);
    if (e) {
        *why = strerror(e);
        return false;
    }
    e = posix_spawn_file_actions_adddup2(&fa, in, STDIN_FILENO);
    if (!e)
        e = posix_spawn_file_actions_adddup2(&fa, out, STDOUT_FILENO);
    if (!e)
        e = posix_spawn_file_actions_adddup2(&fa, err, STDERR_FILENO);
    if (!e && dir)
        e = posix_spawn_file_actions_addchdir_np(&fa, dir);
    /* The strings are not written to; posix_spawnp's type is older than const. */
    if (!e)
        e = posix_spawnp(pid, argv[0], &fa, NULL, (char *const *)(uintptr_t)argv, environ);
    posix_spawn_file_actions_destroy(&fa);
    if (e)
        *why = strerror(e);
    return e == 0;
}

/* Reads two pipes until both are closed. */
static bool read_both(Arena *a, const int fds[2], OsRun *run, const char **why)
{
    Text text[2];
    struct pollfd p[2];
    for (int i = 0; i < 2; i++) {
        text_init(&text[i], a);
        p[i] = (struct pollfd){.fd = fds[i], .events = POLLIN};
    }
    while (p[0].fd >= 0 || p[1].fd >= 0) {
        if (poll(p, 2, -1) < 0) {
            if (errno == EINTR)
                continue;
            *why = strerror(errno);
            return false;
        }
        for (int i = 0; i < 2; i++) {
            char buf[16384];
            if (p[i].fd < 0 || !p[i].revents)
                continue;
            ssize_t n = read(p[i].fd, buf, sizeof buf);
            if (n > 0)
                text_add_n(&text[i], buf, (size_t)n);
            else if (n == 0 || errno != EINTR)
                p[i].fd = -1; /* poll() passes over negative descriptors */
        }
    }
    run->out = text[0].data;
    run->out_len = text[0].len;
    run->err = text[1].data;
    run->err_len = text[1].len;
    return true;
}

bool os_run(Arena *a, const char *dir, const char *const *argv, const char *input, OsRun *run,
            const char **why)
{
    *run = (OsRun){.out = "", .err = ""};
    int in = input_fd(input, why);
    if (in < 0)
        return false;
    int out[2] = {-1, -1}, err[2] = {-1, -1};
    pid_t pid;
    bool ok = pipe2(out, O_CLOEXEC) == 0 && pipe2(err, O_CLOEXEC) == 0;
    if (!ok)
        *why = strerror(errno);
    ok = ok && spawn(dir, argv, in, out[1], err[1], &pid, why);
    close(in);
    if (!ok) {
        close_pair(out);
        close_pair(err);
        return false;
    }
    close(out[1]);
    close(err[1]);
    ok = read_both(a, (int[2]){out[0], err[0]}, run, why);
    close(out[0]);
    close(err[0]);
    run->exit_code = wait_for(pid);
    return ok;
}

int os_run_foreground(const char *const *argv, const char **why)
{
    pid_t pid;
    if (!spawn(NULL, argv, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO, &pid, why))
        return -1;
    return wait_for(pid);
}
