/* models/posix.h - what POSIX's functions do, and those that BSD and Linux add to its headers.
 *
 * What comes in: nothing; Corten reads this file as a unit of its own, which sees no header but
 * corten.h. What goes out: a contract for each function by its linker's name (open64 beside open).
 * How to read a model stands in models/libc.h.
 *
 *     int __own_by(close, -1) open(const char *path, int flags, ...);
 *         the result is to be closed, unless it is -1
 *
 * Descriptors that a call returns by number but that the program had before (dup2, fcntl) or gets
 * in pairs (pipe, socketpair) are nobody's: nothing is said about closing them.
 *
 * An out-parameter of a type that is complete here is one object of that type; int (*)[2] is said
 * of two, void * of as many as there are. */
#include <corten.h>

#ifdef __CORTEN__
#define OUTSIDE __attribute__((corten_outside))
#define RETURNED __attribute__((corten_returned))
#define BUILTIN(name) __attribute__((corten_builtin(name)))
#define CALLS(...) __attribute__((corten_calls(__VA_ARGS__)))
#define CALLS_LATER(...) __attribute__((corten_calls_later(__VA_ARGS__)))
#else
#define OUTSIDE
#define RETURNED
#define BUILTIN(name)
#define CALLS(...)
#define CALLS_LATER(...)
#endif
#define NORETURN __attribute__((noreturn))
#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF(f, a) __attribute__((format(printf, f, a)))
/* its result is used where the argument would be: a translation of a format */
#define FORMAT_ARG(n) __attribute__((format_arg(n)))
#define OWN_FD __own_by(close, -1)
/* An out-parameter that is filled unless the function returns -1; if it returns 0 (and an error's
 * number otherwise). */
#define FILLED __inits __when(return != -1)
#define FILLED_IF_0 __inits __when(return == 0)

typedef __SIZE_TYPE__ size_t;
typedef __INTPTR_TYPE__ ssize_t;
typedef __UINT32_TYPE__ uint32_t;
typedef __INT64_TYPE__ int64_t;
typedef __UINT64_TYPE__ uint64_t;
typedef __builtin_va_list va_list;
typedef long time_t;
typedef int64_t off_t;
typedef unsigned mode_t;
typedef unsigned uid_t;
typedef unsigned gid_t;
typedef int pid_t;
typedef uint64_t dev_t;
typedef unsigned socklen_t;
typedef struct FILE FILE;
typedef struct sigset_t sigset_t;
typedef struct siginfo_t siginfo_t;
typedef struct fd_set fd_set;
struct stat;
struct timespec;
struct timeval;
struct itimerval;
struct iovec;

/* ---- fcntl.h --------------------------------------------------------------------------------- */

int OWN_FD open(const char *path, int flags, ...);
int OWN_FD open64(const char *path, int flags, ...);
int OWN_FD __open_2(const char *path, int flags);
int OWN_FD __open64_2(const char *path, int flags);
int OWN_FD openat(int dir, const char *path, int flags, ...);
int OWN_FD openat64(int dir, const char *path, int flags, ...);
int OWN_FD __openat_2(int dir, const char *path, int flags);
int OWN_FD __openat64_2(int dir, const char *path, int flags);
int OWN_FD creat(const char *path, mode_t mode);
int OWN_FD creat64(const char *path, mode_t mode);
int fcntl(int fd, int command, ...) BUILTIN("fcntl");
int fcntl64(int fd, int command, ...) BUILTIN("fcntl");
int flock(int fd, int operation);
int lockf(int fd, int command, off_t n);
int lockf64(int fd, int command, int64_t n);
int posix_fadvise(int fd, off_t off, off_t n, int advice);
int posix_fadvise64(int fd, int64_t off, int64_t n, int advice);
int posix_fallocate(int fd, off_t off, off_t n);
int posix_fallocate64(int fd, int64_t off, int64_t n);
int fallocate(int fd, int mode, off_t off, off_t n);
int fallocate64(int fd, int mode, int64_t off, int64_t n);
int sync_file_range(int fd, int64_t off, int64_t n, unsigned flags);
ssize_t readahead(int fd, int64_t off, size_t n);
ssize_t splice(int in, int64_t *_Nullable in_off, int out, int64_t *_Nullable out_off, size_t n,
               unsigned flags);
ssize_t tee(int in, int out, size_t n, unsigned flags);

/* ---- unistd.h: descriptors ------------------------------------------------------------------- */

int close(int OWN_FD fd);
void closefrom(int fd);
int close_range(unsigned first, unsigned last, int flags);
int OWN_FD dup(int fd);
int dup2(int fd, int to);              /* `to`, which stays whose it was */
int dup3(int fd, int to, int flags);
int pipe(int (*FILLED fd)[2]);
int pipe2(int (*FILLED fd)[2], int flags);
OUTSIDE ssize_t read(int fd, void *OUTSIDE __sized_by(n) __inits __when(return > 0) p, size_t n)
    BUILTIN("read");
OUTSIDE ssize_t __read_chk(int fd, void *OUTSIDE __inits __when(return > 0) p, size_t n,
                           size_t size);
OUTSIDE ssize_t pread(int fd, void *OUTSIDE __sized_by(n) __inits __when(return > 0) p, size_t n,
                      off_t off) BUILTIN("read");
OUTSIDE ssize_t pread64(int fd, void *OUTSIDE __sized_by(n) __inits __when(return > 0) p, size_t n,
                        int64_t off) BUILTIN("read");
ssize_t write(int fd, const void *__sized_by(n) p, size_t n);
ssize_t pwrite(int fd, const void *__sized_by(n) p, size_t n, off_t off);
ssize_t pwrite64(int fd, const void *__sized_by(n) p, size_t n, int64_t off);
ssize_t copy_file_range(int in, int64_t *_Nullable in_off, int out, int64_t *_Nullable out_off,
                        size_t n, unsigned flags);
OUTSIDE off_t lseek(int fd, off_t off, int whence);
OUTSIDE int64_t lseek64(int fd, int64_t off, int whence);
int fsync(int fd);
int fdatasync(int fd);
void sync(void);
int syncfs(int fd);
int ftruncate(int fd, off_t n);
int ftruncate64(int fd, int64_t n);
int truncate(const char *path, off_t n);
int truncate64(const char *path, int64_t n);
int isatty(int fd);
char *_Nullable __static ttyname(int fd);
int ttyname_r(int fd, char *__sized_by(n) FILLED_IF_0 s, size_t n);
int getpagesize(void);
int getdtablesize(void);

/* ---- unistd.h: names ------------------------------------------------------------------------- */

int access(const char *path, int mode);
int faccessat(int dir, const char *path, int mode, int flags);
int eaccess(const char *path, int mode);
int euidaccess(const char *path, int mode);
int unlink(const char *path);
int unlinkat(int dir, const char *path, int flags);
int rmdir(const char *path);
int link(const char *from, const char *to);
int linkat(int from_dir, const char *from, int to_dir, const char *to, int flags);
int symlink(const char *target, const char *path);
int symlinkat(const char *target, int dir, const char *path);
int renameat(int from_dir, const char *from, int to_dir, const char *to);
int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags);
/* Without a NUL at the end. */
OUTSIDE ssize_t readlink(const char *path,
                         char *OUTSIDE __sized_by(n) __inits __when(return != -1) s, size_t n)
    BUILTIN("readlink");
OUTSIDE ssize_t readlinkat(int dir, const char *path,
                           char *OUTSIDE __sized_by(n) __inits __when(return != -1) s, size_t n)
    BUILTIN("readlink");
OUTSIDE ssize_t __readlink_chk(const char *path, char *OUTSIDE __inits __when(return != -1) s,
                               size_t n, size_t size);
int chown(const char *path, uid_t uid, gid_t gid);
int fchown(int fd, uid_t uid, gid_t gid);
int lchown(const char *path, uid_t uid, gid_t gid);
int fchownat(int dir, const char *path, uid_t uid, gid_t gid, int flags);
int chdir(const char *path);
int fchdir(int fd);
int chroot(const char *path);
/* Its argument; where that is null, fresh memory (glibc, musl, the BSDs). */
char *__own __when(s == NULL) _Nullable getcwd(char *_Nullable RETURNED s, size_t n);
char *__own __when(s == NULL) _Nullable __getcwd_chk(char *_Nullable RETURNED s, size_t n,
                                                     size_t size);
char *_Nullable getwd(char *__lifetimebound RETURNED s);
char *__own _Nullable get_current_dir_name(void);
int gethostname(char *__sized_by(n) FILLED s, size_t n);
int sethostname(const char *s, size_t n);
int getdomainname(char *__sized_by(n) FILLED s, size_t n);
char *_Nullable __static OUTSIDE getlogin(void);
int getlogin_r(char *__sized_by(n) FILLED_IF_0 s, size_t n);
size_t confstr(int name, char *_Nullable s, size_t n);
long sysconf(int name);
long pathconf(const char *path, int name);
long fpathconf(int fd, int name);
char *_Nullable __static crypt(const char *key, const char *salt);
char *_Nullable __static OUTSIDE getpass(const char *prompt);
long gethostid(void);
int sethostid(long id);
int setdomainname(const char *s, size_t n);
char *cuserid(char *_Nullable s);
struct crypt_data;
char *_Nullable crypt_r(const char *key, const char *salt, struct crypt_data *__lifetimebound data);
int getentropy(void *__sized_by(n) FILLED p, size_t n);

/* ---- unistd.h: processes --------------------------------------------------------------------- */

extern char **environ, **__environ;
pid_t fork(void);
pid_t vfork(void);
pid_t _Fork(void);
int daemon(int keep_dir, int keep_files);
int execl(const char *path, const char *_Nullable arg, ...);
int execlp(const char *file, const char *_Nullable arg, ...);
int execle(const char *path, const char *_Nullable arg, ...);
int execv(const char *path, char *const *argv);
int execvp(const char *file, char *const *argv);
int execvpe(const char *file, char *const *argv, char *const *env);
int execve(const char *path, char *const *argv, char *const *_Nullable env);
int fexecve(int fd, char *const *argv, char *const *env);
int pause(void);
unsigned sleep(unsigned seconds);
int usleep(unsigned microseconds);
unsigned alarm(unsigned seconds);
unsigned ualarm(unsigned first, unsigned interval);
int nice(int increment);
pid_t getpid(void); pid_t getppid(void); pid_t gettid(void);
pid_t getpgrp(void); pid_t getpgid(pid_t pid); pid_t getsid(pid_t pid); pid_t setsid(void);
int setpgid(pid_t pid, pid_t group); int setpgrp(void);
pid_t tcgetpgrp(int fd); int tcsetpgrp(int fd, pid_t group);
uid_t getuid(void); uid_t geteuid(void); gid_t getgid(void); gid_t getegid(void);
/* Who asks for less rights and does not get it goes on with more. */
MUST_CHECK int setuid(uid_t u);
MUST_CHECK int seteuid(uid_t u);
MUST_CHECK int setgid(gid_t g);
MUST_CHECK int setegid(gid_t g);
MUST_CHECK int setreuid(uid_t r, uid_t e);
MUST_CHECK int setregid(gid_t r, gid_t e);
MUST_CHECK int setresuid(uid_t r, uid_t e, uid_t s);
MUST_CHECK int setresgid(gid_t r, gid_t e, gid_t s);
int getresuid(uid_t *FILLED r, uid_t *FILLED e, uid_t *FILLED s);
int getresgid(gid_t *FILLED r, gid_t *FILLED e, gid_t *FILLED s);
int getgroups(int n, void *_Nullable list) BUILTIN("getgroups");
MUST_CHECK int setgroups(size_t n, const gid_t *_Nullable list);
MUST_CHECK int initgroups(const char *user, gid_t group);
int getgrouplist(const char *user, gid_t group, void *_Nullable list, int *n);
void *_Nullable sbrk(__INTPTR_TYPE__ n);
int brk(void *p);
long syscall(long number, ...) BUILTIN("syscall");
int acct(const char *_Nullable path);
int vhangup(void);

/* ---- sys/stat.h, sys/statvfs.h, utime.h ------------------------------------------------------ */

struct statvfs;
struct statfs;
struct statx;
struct utimbuf;
#define STAT(name) int name(const char *path, struct stat *FILLED st)
STAT(stat);
STAT(lstat);
STAT(stat64);
STAT(lstat64);
STAT(__stat64_time64);
STAT(__lstat64_time64);
int fstat(int fd, struct stat *FILLED st);
int fstat64(int fd, struct stat *FILLED st);
int __fstat64_time64(int fd, struct stat *FILLED st);
int fstatat(int dir, const char *path, struct stat *FILLED st, int flags);
int fstatat64(int dir, const char *path, struct stat *FILLED st, int flags);
int __xstat(int version, const char *path, struct stat *FILLED st);
int __lxstat(int version, const char *path, struct stat *FILLED st);
int __fxstat(int version, int fd, struct stat *FILLED st);
int __fxstatat(int version, int dir, const char *path, struct stat *FILLED st, int flags);
int __xstat64(int version, const char *path, struct stat *FILLED st);
int __lxstat64(int version, const char *path, struct stat *FILLED st);
int __fxstat64(int version, int fd, struct stat *FILLED st);
int statx(int dir, const char *path, int flags, unsigned mask, struct statx *FILLED st);
int statvfs(const char *path, struct statvfs *FILLED st);
int statvfs64(const char *path, struct statvfs *FILLED st);
int fstatvfs(int fd, struct statvfs *FILLED st);
int fstatvfs64(int fd, struct statvfs *FILLED st);
int statfs(const char *path, struct statfs *FILLED st);
int statfs64(const char *path, struct statfs *FILLED st);
int fstatfs(int fd, struct statfs *FILLED st);
int fstatfs64(int fd, struct statfs *FILLED st);
int chmod(const char *path, mode_t mode);
int fchmod(int fd, mode_t mode);
int lchmod(const char *path, mode_t mode);
int fchmodat(int dir, const char *path, mode_t mode, int flags);
mode_t umask(mode_t mode);
int mkdir(const char *path, mode_t mode);
int mkdirat(int dir, const char *path, mode_t mode);
int mkfifo(const char *path, mode_t mode);
int mkfifoat(int dir, const char *path, mode_t mode);
int mknod(const char *path, mode_t mode, dev_t dev);
int mknodat(int dir, const char *path, mode_t mode, dev_t dev);
int utime(const char *path, const struct utimbuf *_Nullable times);
int utimes(const char *path, const struct timeval *_Nullable times);
int lutimes(const char *path, const struct timeval *_Nullable times);
int futimes(int fd, const struct timeval *_Nullable times);
int futimesat(int dir, const char *path, const struct timeval *_Nullable times);
int futimens(int fd, const struct timespec *_Nullable times);
int utimensat(int dir, const char *path, const struct timespec *_Nullable times, int flags);
unsigned gnu_dev_major(dev_t dev);
unsigned gnu_dev_minor(dev_t dev);
dev_t gnu_dev_makedev(unsigned major, unsigned minor);

/* ---- dirent.h, ftw.h, fts.h, glob.h, fnmatch.h, wordexp.h, libgen.h -------------------------- */

typedef struct DIR DIR;
struct dirent;
DIR *__own_by(closedir) _Nullable opendir(const char *path);
DIR *__own_by(closedir) _Nullable fdopendir(int __own_by(close, -1) __when(return != NULL) fd);
int closedir(DIR *__own_by(closedir) d);
/* The entry is the stream's, good until the next call. */
struct dirent *_Nullable OUTSIDE readdir(DIR *__lifetimebound d);
struct dirent *_Nullable OUTSIDE readdir64(DIR *__lifetimebound d);
int readdir_r(DIR *d, struct dirent *entry, struct dirent **FILLED_IF_0 out);
int readdir64_r(DIR *d, struct dirent *entry, struct dirent **FILLED_IF_0 out);
void rewinddir(DIR *d);
void seekdir(DIR *d, long pos);
long telldir(DIR *d);
int dirfd(DIR *d);
#define SCANDIR(name)                                                                             \
    int name(const char *path,                                                                    \
             struct dirent *__own *__own *__inits __when(return != -1) list,                       \
             int (*_Nullable filter)(const struct dirent *),                                      \
             int (*_Nullable compare)(const struct dirent **, const struct dirent **))            \
        CALLS(filter, _) CALLS(compare, _, _)
SCANDIR(scandir);
SCANDIR(scandir64);
int scandirat(int dir, const char *path,
              struct dirent *__own *__own *__inits __when(return != -1) list,
              int (*_Nullable filter)(const struct dirent *),
              int (*_Nullable compare)(const struct dirent **, const struct dirent **))
    CALLS(filter, _) CALLS(compare, _, _);
int alphasort(const struct dirent **a, const struct dirent **b);
int alphasort64(const struct dirent **a, const struct dirent **b);
int versionsort(const struct dirent **a, const struct dirent **b);
ssize_t getdents64(int fd, void *OUTSIDE __sized_by(n) __inits __when(return > 0) p, size_t n);

struct FTW;
int ftw(const char *path, int (*f)(const char *, const struct stat *, int), int fds)
    CALLS(f, _, _, _);
int ftw64(const char *path, int (*f)(const char *, const struct stat *, int), int fds)
    CALLS(f, _, _, _);
int nftw(const char *path, int (*f)(const char *, const struct stat *, int, struct FTW *), int fds,
         int flags) CALLS(f, _, _, _, _);
int nftw64(const char *path, int (*f)(const char *, const struct stat *, int, struct FTW *),
           int fds, int flags) CALLS(f, _, _, _, _);

/* Not under the name of the type, FTS: programs bring types of that name with functions that have
 * names of their own (rpl_fts_close), and a type's name stands for its release function. */
struct fts_stream;
struct fts_entry;
struct fts_stream *__own_by(fts_close) _Nullable
fts_open(char *const *paths, int options,
         int (*_Nullable compare)(const struct fts_entry **, const struct fts_entry **));
struct fts_entry *_Nullable fts_read(struct fts_stream *__lifetimebound fts);
struct fts_entry *_Nullable fts_children(struct fts_stream *__lifetimebound fts, int options);
int fts_set(struct fts_stream *fts, struct fts_entry *entry, int option);
int fts_close(struct fts_stream *__own_by(fts_close) fts);

typedef struct glob_t glob_t;
int glob(const char *pattern, int flags, int (*_Nullable error)(const char *, int),
         glob_t *out) BUILTIN("glob");
int glob64(const char *pattern, int flags, int (*_Nullable error)(const char *, int),
           glob_t *out) BUILTIN("glob");
void globfree(glob_t *__drops out);
void globfree64(glob_t *__drops out);
int fnmatch(const char *pattern, const char *s, int flags);
typedef struct wordexp_t wordexp_t;
int wordexp(const char *words, wordexp_t *out, int flags);
void wordfree(wordexp_t *__drops out);
/* Into their argument, or static memory; the argument is changed. */
char *basename(char *_Nullable path) BUILTIN("basename");
char *__xpg_basename(char *_Nullable path) BUILTIN("basename");
char *dirname(char *_Nullable path) BUILTIN("basename");

/* ---- sys/socket.h, netdb.h, arpa/inet.h, net/if.h -------------------------------------------- */

struct sockaddr;
struct msghdr;
struct mmsghdr;
struct addrinfo;
struct hostent;
struct servent;
struct protoent;
struct netent;
struct in_addr;
struct in_addr_value { uint32_t s_addr; };
struct ifaddrs;
struct if_nameindex;
int OWN_FD socket(int domain, int type, int protocol);
int OWN_FD accept(int fd, struct sockaddr *_Nullable addr, socklen_t *_Nullable n);
int OWN_FD accept4(int fd, struct sockaddr *_Nullable addr, socklen_t *_Nullable n, int flags);
int socketpair(int domain, int type, int protocol, int (*FILLED fd)[2]);
int bind(int fd, const struct sockaddr *addr, socklen_t n);
int listen(int fd, int backlog);
int connect(int fd, const struct sockaddr *addr, socklen_t n);
int shutdown(int fd, int how);
int getsockname(int fd, struct sockaddr *FILLED addr, socklen_t *n);
int getpeername(int fd, struct sockaddr *FILLED addr, socklen_t *n);
int getsockopt(int fd, int level, int option, void *FILLED value, socklen_t *n);
int setsockopt(int fd, int level, int option, const void *_Nullable __sized_by(n) value,
               socklen_t n);
int sockatmark(int fd);
int isfdtype(int fd, int type);
ssize_t send(int fd, const void *__sized_by(n) p, size_t n, int flags);
ssize_t sendto(int fd, const void *__sized_by(n) p, size_t n, int flags,
               const struct sockaddr *_Nullable to, socklen_t to_size);
ssize_t sendmsg(int fd, const struct msghdr *message, int flags);
int sendmmsg(int fd, struct mmsghdr *messages, unsigned n, int flags);
OUTSIDE ssize_t recv(int fd, void *OUTSIDE __sized_by(n) __inits __when(return > 0) p, size_t n,
                     int flags) BUILTIN("read");
OUTSIDE ssize_t __recv_chk(int fd, void *OUTSIDE __inits __when(return > 0) p, size_t n,
                           size_t size, int flags);
OUTSIDE ssize_t recvfrom(int fd, void *OUTSIDE __sized_by(n) __inits __when(return > 0) p, size_t n,
                         int flags, struct sockaddr *_Nullable from,
                         socklen_t *_Nullable from_size) BUILTIN("read");
OUTSIDE ssize_t __recvfrom_chk(int fd, void *OUTSIDE __inits __when(return > 0) p, size_t n,
                               size_t size, int flags, struct sockaddr *_Nullable from,
                               socklen_t *_Nullable from_size);
OUTSIDE ssize_t recvmsg(int fd, struct msghdr *message, int flags) BUILTIN("recvmsg");
int recvmmsg(int fd, struct mmsghdr *messages, unsigned n, int flags,
             struct timespec *_Nullable timeout) BUILTIN("recvmsg");

int getaddrinfo(const char *_Nullable node, const char *_Nullable service,
                const struct addrinfo *_Nullable hints,
                struct addrinfo *__own_by(freeaddrinfo) *FILLED_IF_0 out);
void freeaddrinfo(struct addrinfo *__own_by(freeaddrinfo) _Nullable list);
const char *__static gai_strerror(int error);
int getnameinfo(const struct sockaddr *addr, socklen_t n, char *_Nullable host,
                socklen_t host_size, char *_Nullable service, socklen_t service_size, int flags);
struct hostent *_Nullable __static OUTSIDE gethostbyname(const char *name);
struct hostent *_Nullable __static OUTSIDE gethostbyname2(const char *name, int family);
struct hostent *_Nullable __static OUTSIDE gethostbyaddr(const void *addr, socklen_t n, int type);
int gethostbyname_r(const char *name, struct hostent *out, char *buf, size_t n,
                    struct hostent **__inits result, int *error);
int gethostbyname2_r(const char *name, int family, struct hostent *out, char *buf, size_t n,
                     struct hostent **__inits result, int *error);
int gethostbyaddr_r(const void *addr, socklen_t size, int type, struct hostent *out, char *buf,
                    size_t n, struct hostent **__inits result, int *error);
struct servent *_Nullable __static getservbyname(const char *name, const char *_Nullable proto);
struct servent *_Nullable __static getservbyport(int port, const char *_Nullable proto);
struct servent *_Nullable __static getservent(void);
struct protoent *_Nullable __static getprotobyname(const char *name);
struct protoent *_Nullable __static getprotobynumber(int proto);
struct netent *_Nullable __static getnetbyname(const char *name);
struct hostent *_Nullable __static gethostent(void);
void sethostent(int stay); void endhostent(void); void setservent(int stay); void endservent(void);
struct protoent *_Nullable __static getprotoent(void);
struct netent *_Nullable __static getnetent(void);
struct netent *_Nullable __static getnetbyaddr(uint32_t net, int type);
void setprotoent(int stay); void endprotoent(void); void setnetent(int stay); void endnetent(void);
int getservbyname_r(const char *name, const char *_Nullable proto, struct servent *out, char *buf,
                    size_t n, struct servent **__inits result);
int getservbyport_r(int port, const char *_Nullable proto, struct servent *out, char *buf, size_t n,
                    struct servent **__inits result);
int res_query(const char *name, int class, int type, unsigned char *OUTSIDE answer, int n);
int dn_expand(const unsigned char *message, const unsigned char *end, const unsigned char *from,
              char *to, int n);
const char *__static hstrerror(int error);
void herror(const char *_Nullable s);
char *__static inet_ntoa(struct in_addr_value addr);
uint32_t inet_addr(const char *s);
uint32_t inet_network(const char *s);
int inet_aton(const char *s, struct in_addr *__inits __when(return != 0) out);
int inet_pton(int family, const char *s, void *__inits __when(return != 0) out);
const char *_Nullable inet_ntop(
    int family, const void *addr,
    char *__lifetimebound RETURNED __sized_by(n) __inits __when(return != NULL) s, socklen_t n);
struct in_addr_value inet_makeaddr(uint32_t net, uint32_t host);
uint32_t inet_lnaof(struct in_addr_value addr);
uint32_t inet_netof(struct in_addr_value addr);
struct ether_addr;
struct ether_addr *_Nullable __static ether_aton(const char *s);
struct ether_addr *_Nullable ether_aton_r(
    const char *s, struct ether_addr *__lifetimebound RETURNED __inits __when(return != NULL) out);
char *__static ether_ntoa(const struct ether_addr *addr);
char *ether_ntoa_r(const struct ether_addr *addr, char *__lifetimebound RETURNED s);
int ether_hostton(const char *host, struct ether_addr *__inits __when(return == 0) out);
int ether_ntohost(char *__inits __when(return == 0) host, const struct ether_addr *addr);
int getprotobyname_r(const char *name, struct protoent *out, char *buf, size_t n,
                     struct protoent **__inits result);
int getprotobynumber_r(int proto, struct protoent *out, char *buf, size_t n,
                       struct protoent **__inits result);
int gethostent_r(struct hostent *out, char *buf, size_t n, struct hostent **__inits result,
                 int *__inits error);
int res_search(const char *name, int class, int type, unsigned char *OUTSIDE answer, int n);
int res_mkquery(int op, const char *name, int class, int type, const unsigned char *_Nullable data,
                int size, const unsigned char *_Nullable record, unsigned char *buf, int n);
int res_send(const unsigned char *message, int size, unsigned char *OUTSIDE answer, int n);
int dn_comp(const char *name, unsigned char *to, int n, unsigned char **_Nullable names,
            unsigned char **_Nullable last);
int dn_skipname(const unsigned char *from, const unsigned char *end);
struct ns_message;
struct ns_record;
int ns_initparse(const unsigned char *__captured_by(handle) message, int n,
                 struct ns_message *__inits __when(return != -1) handle);
int ns_parserr(struct ns_message *handle, int section, int i,
               struct ns_record *__inits __when(return != -1) record);
int ns_name_uncompress(const unsigned char *message, const unsigned char *end,
                       const unsigned char *from, char *to, size_t n);
unsigned ns_get16(const unsigned char *p);
unsigned long ns_get32(const unsigned char *p);
void ns_put16(unsigned n, unsigned char *p);
void ns_put32(unsigned long n, unsigned char *p);
uint32_t htonl(uint32_t n); unsigned short htons(unsigned short n);
uint32_t ntohl(uint32_t n); unsigned short ntohs(unsigned short n);
int getifaddrs(struct ifaddrs *__own_by(freeifaddrs) *FILLED out);
void freeifaddrs(struct ifaddrs *__own_by(freeifaddrs) _Nullable list);
unsigned if_nametoindex(const char *name);
char *_Nullable if_indextoname(unsigned index,
                               char *__lifetimebound RETURNED __inits __when(return != NULL) name);
struct if_nameindex *__own_by(if_freenameindex) _Nullable if_nameindex(void);
void if_freenameindex(struct if_nameindex *__own_by(if_freenameindex) list);

/* ---- sys/mman.h, sys/shm.h, sys/sem.h, sys/msg.h --------------------------------------------- */

/* Not null: MAP_FAILED is -1. Who unmaps what, and in which pieces, is left open. */
void *mmap(void *_Nullable addr, size_t n, int prot, int flags, int fd, off_t off) BUILTIN("mmap");
void *mmap64(void *_Nullable addr, size_t n, int prot, int flags, int fd, int64_t off)
    BUILTIN("mmap");
int munmap(void *addr, size_t n) BUILTIN("munmap");
void *mremap(void *__lifetimebound addr, size_t n, size_t size, int flags, ...) BUILTIN("mremap");
int mprotect(void *addr, size_t n, int prot) BUILTIN("nothing");
int msync(void *addr, size_t n, int flags) BUILTIN("nothing");
int madvise(void *addr, size_t n, int advice) BUILTIN("nothing");
int posix_madvise(void *addr, size_t n, int advice) BUILTIN("nothing");
int mlock(const void *addr, size_t n);
int mlock2(const void *addr, size_t n, unsigned flags);
int munlock(const void *addr, size_t n);
int mlockall(int flags);
int munlockall(void);
int mincore(void *addr, size_t n, unsigned char *FILLED out);
int OWN_FD shm_open(const char *name, int flags, mode_t mode);
int shm_unlink(const char *name);
int OWN_FD memfd_create(const char *name, unsigned flags);
struct shmid_ds;
struct msqid_ds;
struct sembuf;
int ftok(const char *path, int id);
int shmget(int key, size_t n, int flags);
void *shmat(int id, const void *_Nullable addr, int flags);
int shmdt(const void *addr);
int shmctl(int id, int command, struct shmid_ds *_Nullable buf);
int semget(int key, int n, int flags);
int semop(int id, struct sembuf *ops, size_t n);
int semtimedop(int id, struct sembuf *ops, size_t n, const struct timespec *_Nullable timeout);
int semctl(int id, int n, int command, ...);
int msgget(int key, int flags);
int msgsnd(int id, const void *message, size_t n, int flags);
ssize_t msgrcv(int id, void *OUTSIDE __inits __when(return != -1) message, size_t n, long type,
               int flags);
int msgctl(int id, int command, struct msqid_ds *_Nullable buf);

/* ---- poll.h, sys/select.h, sys/uio.h, sys/ioctl.h -------------------------------------------- */

struct pollfd;
int poll(struct pollfd *_Nullable __counted_by(n) fds, unsigned long n, int timeout);
int __poll_chk(struct pollfd *_Nullable fds, unsigned long n, int timeout, size_t size);
int ppoll(struct pollfd *_Nullable __counted_by(n) fds, unsigned long n,
          const struct timespec *_Nullable timeout, const sigset_t *_Nullable mask);
int select(int n, fd_set *_Nullable in, fd_set *_Nullable out, fd_set *_Nullable except,
           struct timeval *_Nullable timeout);
int pselect(int n, fd_set *_Nullable in, fd_set *_Nullable out, fd_set *_Nullable except,
            const struct timespec *_Nullable timeout, const sigset_t *_Nullable mask);
long __fdelt_chk(long fd);
OUTSIDE ssize_t readv(int fd, const struct iovec *v, int n) BUILTIN("readv");
OUTSIDE ssize_t preadv(int fd, const struct iovec *v, int n, off_t off) BUILTIN("readv");
OUTSIDE ssize_t preadv64(int fd, const struct iovec *v, int n, int64_t off) BUILTIN("readv");
OUTSIDE ssize_t preadv2(int fd, const struct iovec *v, int n, off_t off, int flags)
    BUILTIN("readv");
ssize_t writev(int fd, const struct iovec *v, int n);
ssize_t pwritev(int fd, const struct iovec *v, int n, off_t off);
ssize_t pwritev64(int fd, const struct iovec *v, int n, int64_t off);
ssize_t pwritev2(int fd, const struct iovec *v, int n, off_t off, int flags);
int ioctl(int fd, unsigned long request, ...) BUILTIN("ioctl");

/* ---- sys/wait.h, sys/resource.h, sys/time.h, sys/times.h, sys/utsname.h, time.h -------------- */

struct rusage;
struct rlimit;
struct tms;
struct utsname;
struct timezone;
struct sysinfo;
struct sigevent;
struct itimerspec;
typedef void *timer_t;
pid_t wait(int *_Nullable FILLED status);
pid_t waitpid(pid_t pid, int *_Nullable FILLED status, int options);
pid_t wait3(int *_Nullable FILLED status, int options,
            struct rusage *_Nullable usage);
pid_t wait4(pid_t pid, int *_Nullable FILLED status, int options,
            struct rusage *_Nullable usage);
int waitid(int type, unsigned id, siginfo_t *_Nullable info, int options);
int getrusage(int who, struct rusage *FILLED usage);
int getrlimit(int resource, struct rlimit *FILLED limit);
int getrlimit64(int resource, struct rlimit *FILLED limit);
int setrlimit(int resource, const struct rlimit *limit);
int setrlimit64(int resource, const struct rlimit *limit);
int prlimit64(pid_t pid, int resource, const struct rlimit *_Nullable limit,
              struct rlimit *_Nullable old);
long ulimit(int command, ...);
int prlimit(pid_t pid, int resource, const struct rlimit *_Nullable limit,
            struct rlimit *_Nullable old);
int getpriority(int which, unsigned who);
int setpriority(int which, unsigned who, int priority);
int gettimeofday(struct timeval *_Nullable __inits tv, struct timezone *_Nullable tz);
int __gettimeofday64(struct timeval *_Nullable __inits tv, struct timezone *_Nullable tz);
int settimeofday(const struct timeval *_Nullable tv, const struct timezone *_Nullable tz);
int adjtime(const struct timeval *_Nullable delta, struct timeval *_Nullable old);
int getitimer(int which, struct itimerval *FILLED value);
int setitimer(int which, const struct itimerval *value, struct itimerval *_Nullable old);
long times(struct tms *_Nullable out);
int uname(struct utsname *__inits __when(return != -1) out);
int clock_gettime(int clock, struct timespec *FILLED t);
int __clock_gettime64(int clock, struct timespec *FILLED t);
int clock_settime(int clock, const struct timespec *t);
int clock_getres(int clock, struct timespec *_Nullable FILLED t);
int clock_nanosleep(int clock, int flags, const struct timespec *t,
                    struct timespec *_Nullable left);
int clock_getcpuclockid(pid_t pid, int *FILLED_IF_0 clock);
int nanosleep(const struct timespec *t, struct timespec *_Nullable left);
int timer_create(int clock, const struct sigevent *_Nullable event, timer_t *FILLED timer);
int timer_delete(timer_t timer) BUILTIN("nothing");
int timer_settime(timer_t timer, int flags, const struct itimerspec *value,
                  struct itimerspec *_Nullable old);
int timer_gettime(timer_t timer, struct itimerspec *FILLED value);
int timer_getoverrun(timer_t timer);

/* ---- signal.h -------------------------------------------------------------------------------- */

struct sigaction;
typedef struct stack_t stack_t;
union sigval_value { int sival_int; void *sival_ptr; };
int kill(pid_t pid, int sig);
int killpg(pid_t group, int sig);
int sigqueue(pid_t pid, int sig, union sigval_value value);
int tgkill(pid_t group, pid_t pid, int sig);
void psignal(int sig, const char *_Nullable s);
int sigemptyset(sigset_t *__inits set);
int sigfillset(sigset_t *__inits set);
int sigaddset(sigset_t *set, int sig);
int sigdelset(sigset_t *set, int sig);
int sigismember(const sigset_t *set, int sig);
int sigisemptyset(const sigset_t *set);
int sigprocmask(int how, const sigset_t *_Nullable set, sigset_t *_Nullable FILLED old);
int sigpending(sigset_t *FILLED set);
int sigandset(sigset_t *__inits set, const sigset_t *a, const sigset_t *b);
int sigorset(sigset_t *__inits set, const sigset_t *a, const sigset_t *b);
int sighold(int sig); int sigrelse(int sig); int sigignore(int sig); int sigpause(int mask);
int sigblock(int mask); int sigsetmask(int mask); int siggetmask(void);
void psiginfo(const siginfo_t *info, const char *_Nullable s);
typedef struct ucontext_t ucontext_t;
int getcontext(ucontext_t *__inits context);
int setcontext(const ucontext_t *context);
int swapcontext(ucontext_t *__inits old, const ucontext_t *context);
void makecontext(ucontext_t *context, void (*f)(void), int n, ...);
int sigsuspend(const sigset_t *mask);
int sigaction(int sig, const struct sigaction *_Nullable __captured_by(program) act,
              struct sigaction *_Nullable FILLED old);
int sigaltstack(const stack_t *_Nullable __captured_by(program) stack, stack_t *_Nullable old);
int sigwait(const sigset_t *set, int *FILLED_IF_0 sig);
int sigwaitinfo(const sigset_t *set, siginfo_t *_Nullable info);
int sigtimedwait(const sigset_t *set, siginfo_t *_Nullable info,
                 const struct timespec *_Nullable timeout);
int siginterrupt(int sig, int flag);

/* ---- pwd.h, grp.h, shadow.h, utmpx.h --------------------------------------------------------- */

struct passwd;
struct group;
struct spwd;
struct utmpx;
struct passwd *_Nullable __static OUTSIDE getpwnam(const char *name);
struct passwd *_Nullable __static OUTSIDE getpwuid(uid_t uid);
struct passwd *_Nullable __static OUTSIDE getpwent(void);
struct passwd *_Nullable __static OUTSIDE fgetpwent(FILE *f);
int getpwnam_r(const char *name, struct passwd *out, char *buf, size_t n,
               struct passwd **__inits result) BUILTIN("getpw_r");
int getpwuid_r(uid_t uid, struct passwd *out, char *buf, size_t n,
               struct passwd **__inits result) BUILTIN("getpw_r");
int putpwent(const struct passwd *p, FILE *f);
int putgrent(const struct group *g, FILE *f);
int putspent(const struct spwd *p, FILE *f);
int lckpwdf(void); int ulckpwdf(void);
void setspent(void); void endspent(void);
int group_member(gid_t gid);
void setpwent(void);
void endpwent(void);
struct group *_Nullable __static OUTSIDE getgrnam(const char *name);
struct group *_Nullable __static OUTSIDE getgrgid(gid_t gid);
struct group *_Nullable __static OUTSIDE getgrent(void);
int getgrnam_r(const char *name, struct group *out, char *buf, size_t n,
               struct group **__inits result) BUILTIN("getpw_r");
int getgrgid_r(gid_t gid, struct group *out, char *buf, size_t n,
               struct group **__inits result) BUILTIN("getpw_r");
void setgrent(void);
void endgrent(void);
#define GETPW_R(type, name)                                                                       \
    int name(struct type *out, char *buf, size_t n, struct type **__inits result) BUILTIN("getpw_r")
GETPW_R(passwd, getpwent_r);
GETPW_R(group, getgrent_r);
GETPW_R(spwd, getspent_r);
int fgetpwent_r(FILE *f, struct passwd *out, char *buf, size_t n, struct passwd **__inits result)
    BUILTIN("getpw_r");
int fgetgrent_r(FILE *f, struct group *out, char *buf, size_t n, struct group **__inits result)
    BUILTIN("getpw_r");
int fgetspent_r(FILE *f, struct spwd *out, char *buf, size_t n, struct spwd **__inits result)
    BUILTIN("getpw_r");
int getspnam_r(const char *name, struct spwd *out, char *buf, size_t n,
               struct spwd **__inits result) BUILTIN("getpw_r");
char *_Nullable __static getusershell(void);
void setusershell(void);
void endusershell(void);
int innetgr(const char *group, const char *_Nullable host, const char *_Nullable user,
            const char *_Nullable domain);
int setnetgrent(const char *group);
void endnetgrent(void);
int getnetgrent(char **__inits host, char **__inits user, char **__inits domain);
struct spwd *_Nullable __static OUTSIDE getspent(void);
struct spwd *_Nullable __static OUTSIDE fgetspent(FILE *f);
struct spwd *_Nullable __static OUTSIDE sgetspent(const char *s);
struct group *_Nullable __static OUTSIDE fgetgrent(FILE *f);
struct spwd *_Nullable __static OUTSIDE getspnam(const char *name);
struct utmpx *_Nullable __static OUTSIDE getutxent(void);
struct utmpx *_Nullable __static getutxid(const struct utmpx *u);
struct utmpx *_Nullable __static pututxline(const struct utmpx *u);
void setutxent(void);
void endutxent(void);
struct utmpx *_Nullable __static getutxline(const struct utmpx *u);
int utmpxname(const char *path);
void updwtmpx(const char *path, const struct utmpx *u);
struct utmp;
struct utmp *_Nullable __static OUTSIDE getutent(void);
struct utmp *_Nullable __static getutid(const struct utmp *u);
struct utmp *_Nullable __static getutline(const struct utmp *u);
struct utmp *_Nullable __static pututline(const struct utmp *u);
int getutent_r(struct utmp *out, struct utmp **__inits result);
int getutid_r(const struct utmp *u, struct utmp *out, struct utmp **__inits result);
int getutline_r(const struct utmp *u, struct utmp *out, struct utmp **__inits result);
void setutent(void);
void endutent(void);
int utmpname(const char *path);
void updwtmp(const char *path, const struct utmp *u);
void login(const struct utmp *u);
int logout(const char *line);
void logwtmp(const char *line, const char *name, const char *host);

/* ---- termios.h, pty.h ------------------------------------------------------------------------ */

struct termios;
struct winsize;
int tcgetattr(int fd, struct termios *FILLED t);
int tcsetattr(int fd, int when, const struct termios *t);
int tcdrain(int fd);
int tcflush(int fd, int queue);
int tcflow(int fd, int action);
int tcsendbreak(int fd, int duration);
pid_t tcgetsid(int fd);
void cfmakeraw(struct termios *t);
unsigned cfgetispeed(const struct termios *t);
unsigned cfgetospeed(const struct termios *t);
int cfsetispeed(struct termios *t, unsigned speed);
int cfsetospeed(struct termios *t, unsigned speed);
int cfsetspeed(struct termios *t, unsigned speed);
int OWN_FD posix_openpt(int flags);
int OWN_FD getpt(void);
int grantpt(int fd);
int unlockpt(int fd);
char *_Nullable __static ptsname(int fd);
int ptsname_r(int fd, char *__sized_by(n) FILLED_IF_0 s, size_t n);
int openpty(int *FILLED master, int *FILLED slave, char *_Nullable name,
            const struct termios *_Nullable t, const struct winsize *_Nullable size);
pid_t forkpty(int *__inits __when(return != -1) master, char *_Nullable name,
              const struct termios *_Nullable t, const struct winsize *_Nullable size);
int login_tty(int fd);

/* ---- dlfcn.h, regex.h, iconv.h, langinfo.h, nl_types.h, libintl.h, syslog.h ------------------ */

typedef struct Dl_info Dl_info;
void *__own_by(dlclose) _Nullable dlopen(const char *_Nullable path, int flags);
void *__own_by(dlclose) _Nullable dlmopen(long space, const char *_Nullable path, int flags);
int dlclose(void *__own_by(dlclose) handle);
/* The handle may be RTLD_DEFAULT, which is null. */
void *_Nullable dlsym(void *_Nullable handle, const char *name);
void *_Nullable dlvsym(void *_Nullable handle, const char *name, const char *version);
/* Null only when nothing has failed since the last call, which the caller knows as a rule. */
char *_Null_unspecified __static dlerror(void);
struct dl_phdr_info;
int dl_iterate_phdr(int (*f)(struct dl_phdr_info *, size_t, void *), void *_Nullable data)
    CALLS(f, _, _, data);
int dladdr(const void *addr, Dl_info *__inits __when(return != 0) info);

typedef struct regex_t regex_t;
typedef struct regmatch_t regmatch_t;
int regcomp(regex_t *__inits __when(return == 0) re, const char *pattern, int flags)
    BUILTIN("regcomp");
int regexec(const regex_t *re, const char *s, size_t n, regmatch_t *_Nullable FILLED_IF_0 matches,
            int flags);
size_t regerror(int error, const regex_t *_Nullable re, char *_Nullable s, size_t n);
void regfree(regex_t *__drops re);

/* GNU's older interface: what it returns says what is wrong; registers are of the malloc family. */
struct re_pattern_buffer;
struct re_registers;
const char *_Nullable __static re_compile_pattern(const char *pattern, size_t n,
                                                  struct re_pattern_buffer *re);
int re_compile_fastmap(struct re_pattern_buffer *re);
unsigned long re_set_syntax(unsigned long syntax);
int re_search(struct re_pattern_buffer *re, const char *s, int n, int start, int range,
              struct re_registers *_Nullable registers);
int re_search_2(struct re_pattern_buffer *re, const char *_Nullable a, int a_size,
                const char *_Nullable b, int b_size, int start, int range,
                struct re_registers *_Nullable registers, int stop);
int re_match(struct re_pattern_buffer *re, const char *s, int n, int start,
             struct re_registers *_Nullable registers);
int re_match_2(struct re_pattern_buffer *re, const char *_Nullable a, int a_size,
               const char *_Nullable b, int b_size, int start,
               struct re_registers *_Nullable registers, int stop);
void re_set_registers(struct re_pattern_buffer *re, struct re_registers *registers, unsigned n,
                      void *__captured_by(registers) starts, void *__captured_by(registers) ends);

typedef void *iconv_t;
iconv_t __own_by(iconv_close, -1) iconv_open(const char *to, const char *from);
size_t iconv(iconv_t cd, char **_Nullable in, size_t *_Nullable in_left, char **_Nullable out,
             size_t *_Nullable out_left) BUILTIN("iconv");
int iconv_close(iconv_t __own_by(iconv_close, -1) cd);
char *__static nl_langinfo(int item);
char *__static nl_langinfo_l(int item, void *locale);
typedef void *nl_catd;
nl_catd catopen(const char *name, int flag);
char *catgets(nl_catd catalog, int set, int number, const char *__lifetimebound fallback);
int catclose(nl_catd catalog) BUILTIN("nothing");
char *gettext(const char *__lifetimebound text) FORMAT_ARG(1);
char *dgettext(const char *_Nullable domain, const char *__lifetimebound text) FORMAT_ARG(2);
char *dcgettext(const char *_Nullable domain, const char *__lifetimebound text, int category)
    FORMAT_ARG(2);
char *__dcgettext(const char *_Nullable domain, const char *__lifetimebound text, int category)
    FORMAT_ARG(2);
char *ngettext(const char *__lifetimebound one, const char *__lifetimebound many, unsigned long n)
    FORMAT_ARG(1) FORMAT_ARG(2);
char *dngettext(const char *_Nullable domain, const char *__lifetimebound one,
                const char *__lifetimebound many, unsigned long n) FORMAT_ARG(2) FORMAT_ARG(3);
char *dcngettext(const char *_Nullable domain, const char *__lifetimebound one,
                 const char *__lifetimebound many, unsigned long n, int category)
    FORMAT_ARG(2) FORMAT_ARG(3);
char *_Nullable __static textdomain(const char *_Nullable domain);
char *_Nullable __static bindtextdomain(const char *domain, const char *_Nullable dir);
char *_Nullable __static bind_textdomain_codeset(const char *domain, const char *_Nullable set);
void openlog(const char *_Nullable __captured_by(program) name, int options, int facility);
void syslog(int priority, const char *format, ...) PRINTF(2, 3) BUILTIN("printf_at");
void __syslog_chk(int priority, int flag, const char *format, ...) PRINTF(3, 4);
void __vsyslog_chk(int priority, int flag, const char *format, va_list ap) PRINTF(3, 0);
void vsyslog(int priority, const char *format, va_list ap) PRINTF(2, 0);
void closelog(void);
int setlogmask(int mask);

/* ---- spawn.h, sched.h, semaphore.h, mqueue.h ------------------------------------------------- */

typedef struct posix_spawn_file_actions_t posix_spawn_file_actions_t;
typedef struct posix_spawnattr_t posix_spawnattr_t;
struct sched_param;
int posix_spawn(pid_t *_Nullable FILLED_IF_0 pid, const char *path,
                const posix_spawn_file_actions_t *_Nullable actions,
                const posix_spawnattr_t *_Nullable attr, char *const *argv,
                char *const *_Nullable env);
int posix_spawnp(pid_t *_Nullable FILLED_IF_0 pid, const char *file,
                 const posix_spawn_file_actions_t *_Nullable actions,
                 const posix_spawnattr_t *_Nullable attr, char *const *argv,
                 char *const *_Nullable env);
int posix_spawn_file_actions_init(posix_spawn_file_actions_t *__inits a);
int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *__drops a);
int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t *a, int fd, const char *path,
                                     int flags, mode_t mode);
int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *a, int fd, int to);
int posix_spawn_file_actions_addclose(posix_spawn_file_actions_t *a, int fd);
int posix_spawnattr_init(posix_spawnattr_t *__inits a);
int posix_spawnattr_destroy(posix_spawnattr_t *__drops a);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *a, const char *path);
int posix_spawn_file_actions_addfchdir_np(posix_spawn_file_actions_t *a, int fd);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *a, int from);
int posix_spawn_file_actions_addtcsetpgrp_np(posix_spawn_file_actions_t *a, int fd);
int posix_spawnattr_getflags(const posix_spawnattr_t *a, short *__inits flags);
int posix_spawnattr_getpgroup(const posix_spawnattr_t *a, pid_t *__inits group);
int posix_spawnattr_getsigmask(const posix_spawnattr_t *a, sigset_t *__inits set);
int posix_spawnattr_getsigdefault(const posix_spawnattr_t *a, sigset_t *__inits set);
int posix_spawnattr_setschedpolicy(posix_spawnattr_t *a, int policy);
int posix_spawnattr_setschedparam(posix_spawnattr_t *a, const struct sched_param *param);
int posix_spawnattr_setflags(posix_spawnattr_t *a, short flags);
int posix_spawnattr_setpgroup(posix_spawnattr_t *a, pid_t group);
int posix_spawnattr_setsigmask(posix_spawnattr_t *a, const sigset_t *set);
int posix_spawnattr_setsigdefault(posix_spawnattr_t *a, const sigset_t *set);

typedef struct cpu_set_t cpu_set_t;
int sched_yield(void);
int sched_get_priority_max(int policy);
int sched_get_priority_min(int policy);
int sched_getscheduler(pid_t pid);
int sched_setscheduler(pid_t pid, int policy, const struct sched_param *param);
int sched_getparam(pid_t pid, struct sched_param *FILLED param);
int sched_setparam(pid_t pid, const struct sched_param *param);
int sched_rr_get_interval(pid_t pid, struct timespec *FILLED t);
int sched_getaffinity(pid_t pid, size_t n, cpu_set_t *__inits __when(return != -1) set);
int sched_setaffinity(pid_t pid, size_t n, const cpu_set_t *set);
int sched_getcpu(void);
int __sched_cpucount(size_t n, const cpu_set_t *set);
cpu_set_t *__own_by(__sched_cpufree) _Nullable __sched_cpualloc(size_t n);
void __sched_cpufree(cpu_set_t *__own_by(__sched_cpufree) _Nullable set);

typedef struct sem_t sem_t;
int sem_init(sem_t *__inits sem, int shared, unsigned value);
int sem_destroy(sem_t *__drops sem);
/* SEM_FAILED is null in glibc and musl. */
sem_t *__own_by(sem_close) _Nullable sem_open(const char *name, int flags, ...);
int sem_close(sem_t *__own_by(sem_close) sem);
int sem_unlink(const char *name);
int sem_wait(sem_t *sem);
MUST_CHECK int sem_trywait(sem_t *sem);
int sem_timedwait(sem_t *sem, const struct timespec *t);
int sem_clockwait(sem_t *sem, int clock, const struct timespec *t);
int sem_post(sem_t *sem);
int sem_getvalue(sem_t *sem, int *FILLED value);
struct mq_attr;
int mq_open(const char *name, int flags, ...);
int mq_close(int mq);
int mq_unlink(const char *name);
int mq_send(int mq, const char *p, size_t n, unsigned priority);
ssize_t mq_receive(int mq, char *OUTSIDE __inits __when(return != -1) p, size_t n,
                   unsigned *_Nullable priority);
int mq_getattr(int mq, struct mq_attr *FILLED attr);
int mq_setattr(int mq, const struct mq_attr *attr, struct mq_attr *_Nullable old);
int mq_notify(int mq, const struct sigevent *_Nullable event);
int mq_timedsend(int mq, const char *p, size_t n, unsigned priority, const struct timespec *t);
ssize_t mq_timedreceive(int mq, char *OUTSIDE __inits __when(return != -1) p, size_t n,
                        unsigned *_Nullable priority, const struct timespec *t);

/* ---- aio.h: the request and its buffer are the system's until aio_return --------------------- */

struct aiocb;
int aio_read(struct aiocb *__captured_by(program) request);
int aio_read64(struct aiocb *__captured_by(program) request);
int aio_write(struct aiocb *__captured_by(program) request);
int aio_write64(struct aiocb *__captured_by(program) request);
int aio_fsync(int op, struct aiocb *__captured_by(program) request);
int aio_error(const struct aiocb *request);
int aio_error64(const struct aiocb *request);
ssize_t aio_return(struct aiocb *request);
ssize_t aio_return64(struct aiocb *request);
int aio_cancel(int fd, struct aiocb *_Nullable request);
int aio_suspend(const struct aiocb *const *list, int n, const struct timespec *_Nullable timeout);
int lio_listio(int mode, struct aiocb *const *__captured_by(program) list, int n,
               struct sigevent *_Nullable event);

/* ---- search.h -------------------------------------------------------------------------------- */

struct hsearch_data;
struct hsearch_entry_value { char *key; void *data; };
/* The table keeps key and data of an item that it takes up, and frees neither. */
struct hsearch_entry_value *_Nullable __static
hsearch(struct hsearch_entry_value __captured_by(program) item, int action) BUILTIN("hsearch");
int hsearch_r(struct hsearch_entry_value __captured_by(program) item, int action,
              struct hsearch_entry_value **__inits found, struct hsearch_data *table)
    BUILTIN("hsearch");
int hcreate(size_t n);
void hdestroy(void);
int hcreate_r(size_t n, struct hsearch_data *table);
void hdestroy_r(struct hsearch_data *table);
void *_Nullable tsearch(const void *__captured_by(root) key, void **root,
                        int (*compare)(const void *, const void *)) CALLS(compare, key, _);
void *_Nullable tfind(const void *key, void *const *_Nullable root,
                      int (*compare)(const void *, const void *)) CALLS(compare, key, _);
void *_Nullable tdelete(const void *key, void **_Nullable root,
                        int (*compare)(const void *, const void *)) CALLS(compare, key, _);
/* An action for each node: its first argument points into the tree. */
void twalk(const void *_Nullable root, void (*f)(const void *, int, int)) CALLS(f, _, _, _);
void tdestroy(void *_Nullable root, void (*release)(void *)) CALLS(release, _);
void *_Nullable lfind(const void *key, const void *__lifetimebound base, size_t *count, size_t size,
                      int (*compare)(const void *, const void *)) CALLS(compare, key, base[size]);
void *lsearch(const void *key, void *__lifetimebound base, size_t *count, size_t size,
              int (*compare)(const void *, const void *)) CALLS(compare, key, base[size]);
void insque(void *__captured_by(previous) element, void *_Nullable previous) BUILTIN("insque");
void remque(void *element) BUILTIN("remque");

/* ---- shells of other libraries' calls that many programs carry: bsd/stdlib.h, execinfo.h ----- */

const char *__static getprogname(void);
void setprogname(const char *__captured_by(program) name);
char *_Nullable fgetln(FILE *__lifetimebound f, size_t *n);
char *__own _Nullable fparseln(FILE *f, size_t *_Nullable n, size_t *_Nullable line,
                               const char *_Nullable delimiters, int flags);
int backtrace(void *frames, int n);
char **__own _Nullable backtrace_symbols(void *const *frames, int n);
void backtrace_symbols_fd(void *const *frames, int n, int fd);
