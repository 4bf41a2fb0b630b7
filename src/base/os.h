/* base/os.h - the only door to the operating system.
 *
 * Every call returns a status or a value that says "failed"; the reason is a text in *why,
 * a string from strerror() or a constant, never freed. Paths are bytes. */
#ifndef CORTEN_BASE_OS_H
#define CORTEN_BASE_OS_H

#include "base/base.h"

/* Reads a whole file; data is NUL-terminated past len. Directories, unreadable files and files
 * above 1 GiB fail. `bytes` may be mapped or allocated in the arena: it lives as long as it. */
bool os_read_file(Arena *a, const char *path, const char **data, size_t *len, const char **why);
bool os_read_stdin(Arena *a, const char **data, size_t *len, const char **why);
/* Writes through a temporary file in the same folder and renames: whole or not at all. */
bool os_write_file(const char *path, const char *data, size_t len, const char **why);
bool os_exists(const char *path);
bool os_is_dir(const char *path);
bool os_is_writable(const char *path); /* a file; a symbolic link to one, too */
/* Identity of a file for include-once: device and inode. False when it can't be examined. */
bool os_file_id(const char *path, uint64_t *device, uint64_t *inode, uint64_t *size,
                int64_t *mtime_ns);
bool os_make_dirs(const char *path, const char **why); /* mkdir -p */
char *os_cwd(Arena *a);
char *os_realpath(Arena *a, const char *path);          /* NULL when it does not exist */
const char *os_env(const char *name);                   /* NULL when unset */
char *os_self_path(Arena *a);                           /* the running binary, or NULL */
char *os_find_program(Arena *a, const char *name);      /* along PATH; NULL when absent */
/* Names in a folder, sorted bytewise, without . and ..; false when unreadable. */
bool os_list_dir(Arena *a, const char *path, char ***names, uint32_t *count);
unsigned os_cores(void);
bool os_is_tty(int fd);
unsigned os_tty_columns(int fd); /* 0: unknown */
uint64_t os_now_ns(void);        /* monotonic */
size_t os_peak_rss(void);        /* bytes */

typedef struct OsRun {
    int exit_code;               /* 0 .. 255; 128 + signal when killed */
    const char *out, *err;       /* NUL-terminated */
    size_t out_len, err_len;
} OsRun;
/* Runs argv (NULL-terminated, argv[0] along PATH) in folder dir (NULL: here) with `input` on
 * its standard input and captures both outputs. False when it could not be started. */
bool os_run(Arena *a, const char *dir, const char *const *argv, const char *input, OsRun *run,
            const char **why);
/* Replaces or runs in the foreground with our stdio; returns the exit code, -1 not started. */
int os_run_foreground(const char *const *argv, const char **why);
/* Writes everything; a closed pipe or full disk is false. */
bool os_write(int fd, const char *data, size_t len, const char **why);
/* A closed pipe becomes a failed os_write instead of the end of the process. */
void os_ignore_broken_pipes(void);
/* Lets the first thread's stack grow as far as those of threads_run: deep code is deep
 * recursion. */
void os_large_stack(void);

#endif
