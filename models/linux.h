/* models/linux.h - what Linux's own system calls do, as glibc and musl declare them.
 *
 * What comes in: nothing; Corten reads this file as a unit of its own, which sees no header but
 * corten.h. What goes out: a contract for each function by its linker's name.
 * How to read a model stands in models/libc.h.
 *
 *     int __own_by(close, -1) epoll_create1(int flags);
 *         the result is to be closed, unless it is -1 */
#include <corten.h>

#ifdef __CORTEN__
#define OUTSIDE __attribute__((corten_outside))
#define BUILTIN(name) __attribute__((corten_builtin(name)))
#else
#define OUTSIDE
#define BUILTIN(name)
#endif
#define NORETURN __attribute__((noreturn))
#define PRINTF(f, a) __attribute__((format(printf, f, a)))
#define OWN_FD __own_by(close, -1)
/* An out-parameter that is filled unless the function returns -1. */
#define FILLED __inits __when(return != -1)

typedef __SIZE_TYPE__ size_t;
typedef __INTPTR_TYPE__ ssize_t;
typedef __UINT32_TYPE__ uint32_t;
typedef __INT64_TYPE__ int64_t;
typedef __UINT64_TYPE__ uint64_t;
typedef __builtin_va_list va_list;
typedef long time_t;
typedef int pid_t;
typedef struct sigset_t sigset_t;
struct timespec;
struct itimerspec;
struct iovec;

/* ---- sys/epoll.h, sys/eventfd.h, sys/timerfd.h, sys/signalfd.h, sys/inotify.h ---------------- */

struct epoll_event;
int OWN_FD epoll_create(int size);
int OWN_FD epoll_create1(int flags);
/* The kernel keeps event->data, a pointer more often than not. */
int epoll_ctl(int epoll, int op, int fd, struct epoll_event *_Nullable __captured_by(epoll) event)
    BUILTIN("epoll_ctl");
int epoll_wait(int epoll, struct epoll_event *__counted_by(n) __inits __when(return > 0) events,
               int n, int timeout);
int epoll_pwait(int epoll, struct epoll_event *__counted_by(n) __inits __when(return > 0) events,
                int n, int timeout, const sigset_t *_Nullable mask);
int epoll_pwait2(int epoll, struct epoll_event *__counted_by(n) __inits __when(return > 0) events,
                 int n, const struct timespec *_Nullable timeout, const sigset_t *_Nullable mask);
int OWN_FD eventfd(unsigned value, int flags);
OUTSIDE int eventfd_read(int fd, uint64_t *OUTSIDE FILLED value);
int eventfd_write(int fd, uint64_t value);
int OWN_FD timerfd_create(int clock, int flags);
int timerfd_settime(int fd, int flags, const struct itimerspec *value,
                    struct itimerspec *_Nullable old);
int timerfd_gettime(int fd, struct itimerspec *FILLED value);
int signalfd(int fd, const sigset_t *mask, int flags);  /* fd, unless that is -1 */
int OWN_FD inotify_init(void);
int OWN_FD inotify_init1(int flags);
int inotify_add_watch(int fd, const char *path, uint32_t mask);
int inotify_rm_watch(int fd, int watch);
int OWN_FD fanotify_init(unsigned flags, unsigned event_flags);
int fanotify_mark(int fd, unsigned flags, uint64_t mask, int dir, const char *_Nullable path);

/* ---- sys/sendfile.h, sys/random.h, sys/prctl.h, sys/mount.h, sys/xattr.h, sched.h ------------ */

struct sysinfo;
ssize_t sendfile(int out, int in, int64_t *_Nullable off, size_t n);
ssize_t sendfile64(int out, int in, int64_t *_Nullable off, size_t n);
ssize_t vmsplice(int fd, const struct iovec *v, size_t n, unsigned flags);
OUTSIDE ssize_t getrandom(void *__sized_by(n) __inits __when(return > 0) p, size_t n,
                          unsigned flags);
int prctl(int option, ...) BUILTIN("ioctl");
int arch_prctl(int code, unsigned long addr);
int sysinfo(struct sysinfo *FILLED info);
int get_nprocs(void);
int get_nprocs_conf(void);
int mount(const char *_Nullable source, const char *target, const char *_Nullable type,
          unsigned long flags, const void *_Nullable data);
int umount(const char *target);
int umount2(const char *target, int flags);
int pivot_root(const char *root, const char *old);
int swapon(const char *path, int flags);
int swapoff(const char *path);
int reboot(int command);
int unshare(int flags);
int setns(int fd, int type);
int clone(int (*f)(void *), void *__captured_by(program) stack, int flags,
          void *_Nullable __captured_by(program) arg, ...) BUILTIN("clone");
int OWN_FD pidfd_open(pid_t pid, unsigned flags);
int pidfd_send_signal(int fd, int sig, void *_Nullable info, unsigned flags);
long ptrace(int request, ...) BUILTIN("ioctl");
int personality(unsigned long persona);
int klogctl(int type, char *_Nullable buf, int n);
int capget(void *header, void *_Nullable data);
int capset(void *header, const void *_Nullable data);
OUTSIDE ssize_t getxattr(const char *path, const char *name, void *_Nullable OUTSIDE value,
                         size_t n);
OUTSIDE ssize_t lgetxattr(const char *path, const char *name, void *_Nullable OUTSIDE value,
                          size_t n);
OUTSIDE ssize_t fgetxattr(int fd, const char *name, void *_Nullable OUTSIDE value, size_t n);
int setxattr(const char *path, const char *name, const void *_Nullable value, size_t n, int flags);
int lsetxattr(const char *path, const char *name, const void *_Nullable value, size_t n,
              int flags);
int fsetxattr(int fd, const char *name, const void *_Nullable value, size_t n, int flags);
OUTSIDE ssize_t listxattr(const char *path, char *_Nullable OUTSIDE list, size_t n);
OUTSIDE ssize_t llistxattr(const char *path, char *_Nullable OUTSIDE list, size_t n);
OUTSIDE ssize_t flistxattr(int fd, char *_Nullable OUTSIDE list, size_t n);
int removexattr(const char *path, const char *name);
int lremovexattr(const char *path, const char *name);
int fremovexattr(int fd, const char *name);
OUTSIDE ssize_t process_vm_readv(pid_t pid, const struct iovec *local, unsigned long n,
                                 const struct iovec *remote, unsigned long m, unsigned long flags)
    BUILTIN("readv");
ssize_t process_vm_writev(pid_t pid, const struct iovec *local, unsigned long n,
                          const struct iovec *remote, unsigned long m, unsigned long flags);
ssize_t process_madvise(int pidfd, const struct iovec *v, size_t n, int advice, unsigned flags);
int process_mrelease(int pidfd, unsigned flags);
int OWN_FD pidfd_getfd(int pidfd, int fd, unsigned flags);
int setfsuid(unsigned uid);
int setfsgid(unsigned gid);
int getcpu(unsigned *_Nullable cpu, unsigned *_Nullable node);
int execveat(int dir, const char *path, char *const *argv, char *const *_Nullable env, int flags);
struct file_handle;
int name_to_handle_at(int dir, const char *path, struct file_handle *handle, int *mount,
                      int flags);
int OWN_FD open_by_handle_at(int mount, struct file_handle *handle, int flags);
int OWN_FD open_tree(int dir, const char *path, unsigned flags);
int OWN_FD fsopen(const char *type, unsigned flags);
int OWN_FD fsmount(int fd, unsigned flags, unsigned attributes);
int OWN_FD fspick(int dir, const char *path, unsigned flags);
int fsconfig(int fd, unsigned command, const char *_Nullable key, const void *_Nullable value,
             int aux);
int move_mount(int from_dir, const char *from, int to_dir, const char *to, unsigned flags);
struct timex;
int adjtimex(struct timex *t);
int ntp_adjtime(struct timex *t);
int clock_adjtime(int clock, struct timex *t);
long get_phys_pages(void);
long get_avphys_pages(void);
int iopl(int level);
int ioperm(unsigned long from, unsigned long n, int on);
int pkey_alloc(unsigned flags, unsigned rights);
int pkey_free(int key);
int pkey_mprotect(void *addr, size_t n, int prot, int key) BUILTIN("nothing");
int pkey_set(int key, unsigned rights);
int pkey_get(int key);
int remap_file_pages(void *addr, size_t n, int prot, size_t off, int flags) BUILTIN("nothing");
int quotactl(int command, const char *_Nullable device, int id, char *_Nullable addr);
OUTSIDE ssize_t preadv64v2(int fd, const struct iovec *v, int n, int64_t off, int flags)
    BUILTIN("readv");
ssize_t pwritev64v2(int fd, const struct iovec *v, int n, int64_t off, int flags);
ssize_t getdirentries(int fd, char *OUTSIDE p, size_t n, int64_t *base);

/* ---- fstab.h, ttyent.h ----------------------------------------------------------------------- */

struct fstab;
int setfsent(void);
void endfsent(void);
struct fstab *_Nullable __static OUTSIDE getfsent(void);
struct fstab *_Nullable __static OUTSIDE getfsspec(const char *device);
struct fstab *_Nullable __static OUTSIDE getfsfile(const char *path);

unsigned long getauxval(unsigned long type);

/* ---- mntent.h, sys/quota.h ------------------------------------------------------------------- */

typedef struct FILE FILE;
struct mntent;
FILE *__own_by(endmntent) _Nullable setmntent(const char *path, const char *mode);
struct mntent *_Nullable __static OUTSIDE getmntent(FILE *f);
struct mntent *_Nullable getmntent_r(FILE *f, struct mntent *__lifetimebound entry, char *buf,
                                     int n);
int addmntent(FILE *f, const struct mntent *entry);
int endmntent(FILE *__own_by(endmntent) _Nullable f);
char *_Nullable hasmntopt(const struct mntent *__lifetimebound entry, const char *option);
