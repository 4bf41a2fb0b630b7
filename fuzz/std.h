/* fuzz/std.h - what fuzz_check.c gives for every #include <...>: the names of the standard library that
 * our tests use. Short, so that a run stays short; contracts come from models/, by name. */
#ifndef FUZZ_STD_H
#define FUZZ_STD_H
#define NULL ((void *)0)
#define EOF (-1)
#define bool _Bool
#define true 1
#define false 0
#define O_RDONLY 0
#define O_WRONLY 1
#define O_CREAT 64
#define SEEK_SET 0
#define EINTR 4
#define AF_INET 2
#define SOCK_STREAM 1
#define PROT_READ 1
#define MAP_PRIVATE 2
#define MAP_FAILED ((void *)-1)
#define INT_MAX 2147483647
#define SIZE_MAX (~0ul)
#define offsetof(t, m) __builtin_offsetof(t, m)
#define va_start(a, l) __builtin_va_start(a, l)
#define va_arg(a, t) __builtin_va_arg(a, t)
#define va_end(a) __builtin_va_end(a)
#define va_copy(a, b) __builtin_va_copy(a, b)
#define assert(x) ((x) ? (void)0 : abort())
typedef __builtin_va_list va_list;
typedef unsigned long size_t, uintptr_t, uint64_t, pthread_t;
typedef long ssize_t, ptrdiff_t, intptr_t, int64_t, off_t, time_t;
typedef unsigned uint32_t, mode_t, socklen_t;
typedef int int32_t, wchar_t, pid_t;
typedef unsigned short uint16_t;
typedef unsigned char uint8_t;
typedef signed char int8_t;
typedef struct FILE FILE;
typedef struct DIR DIR;
struct dirent { char d_name[256]; };
struct stat { long st_size; int st_mode; };
struct sockaddr { short sa_family; char sa_data[14]; };
struct addrinfo { int ai_family, ai_socktype; struct sockaddr *ai_addr; struct addrinfo *ai_next; };
struct pollfd { int fd; short events, revents; };
typedef long jmp_buf[25];
typedef union { char bytes[40]; long align; } pthread_mutex_t;
extern FILE *stdin, *stdout, *stderr;
extern char **environ;
extern int errno;
void *malloc(size_t), *calloc(size_t, size_t), *realloc(void *, size_t), free(void *);
void *reallocarray(void *, size_t, size_t), *aligned_alloc(size_t, size_t), *alloca(size_t);
void abort(void) __attribute__((noreturn)), exit(int) __attribute__((noreturn));
char *getenv(const char *), *setlocale(int, const char *);
int atoi(const char *), abs(int), rand(void), system(const char *), putenv(char *);
long strtol(const char *, char **, int);
void qsort(void *, size_t, size_t, int (*)(const void *, const void *));
void *bsearch(const void *, const void *, size_t, size_t, int (*)(const void *, const void *));
int atexit(void (*)(void));
char *strdup(const char *), *strndup(const char *, size_t), *strchr(const char *, int);
char *strrchr(const char *, int), *strstr(const char *, const char *), *strtok(char *, const char *);
char *strtok_r(char *, const char *, char **), *strcpy(char *, const char *), *strcat(char *, const char *);
char *strncpy(char *, const char *, size_t), *strncat(char *, const char *, size_t);
char *stpcpy(char *, const char *), *strsep(char **, const char *), *strerror(int);
size_t strlen(const char *), strspn(const char *, const char *), strcspn(const char *, const char *);
int strcmp(const char *, const char *), strncmp(const char *, const char *, size_t);
int strcasecmp(const char *, const char *);
void *memcpy(void *, const void *, size_t), *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t), *memchr(const void *, int, size_t);
int memcmp(const void *, const void *, size_t);
int printf(const char *, ...), fprintf(FILE *, const char *, ...), sprintf(char *, const char *, ...);
int snprintf(char *, size_t, const char *, ...), asprintf(char **, const char *, ...);
int vsnprintf(char *, size_t, const char *, va_list), scanf(const char *, ...);
int sscanf(const char *, const char *, ...), fscanf(FILE *, const char *, ...);
int puts(const char *), fputs(const char *, FILE *), putchar(int), getchar(void), fgetc(FILE *);
int fputc(int, FILE *), getc(FILE *), fclose(FILE *), pclose(FILE *), fflush(FILE *), feof(FILE *);
int ferror(FILE *), fseek(FILE *, long, int), remove(const char *), ungetc(int, FILE *);
FILE *fopen(const char *, const char *), *fdopen(int, const char *), *popen(const char *, const char *);
FILE *freopen(const char *, const char *, FILE *), *tmpfile(void), *open_memstream(char **, size_t *);
char *fgets(char *, int, FILE *);
size_t fread(void *, size_t, size_t, FILE *), fwrite(const void *, size_t, size_t, FILE *);
ssize_t getline(char **, size_t *, FILE *);
long ftell(FILE *);
int open(const char *, int, ...), close(int), dup(int), dup2(int, int), pipe(int *), fcntl(int, int, ...);
ssize_t read(int, void *, size_t), write(int, const void *, size_t);
int fstat(int, struct stat *), stat(const char *, struct stat *), unlink(const char *), isatty(int);
pid_t fork(void);
void *mmap(void *, size_t, int, int, int, off_t);
int munmap(void *, size_t);
int socket(int, int, int), connect(int, const struct sockaddr *, socklen_t), listen(int, int);
int accept(int, struct sockaddr *, socklen_t *), bind(int, const struct sockaddr *, socklen_t);
int getaddrinfo(const char *, const char *, const struct addrinfo *, struct addrinfo **);
void freeaddrinfo(struct addrinfo *);
int poll(struct pollfd *, size_t, int);
DIR *opendir(const char *);
struct dirent *readdir(DIR *);
int closedir(DIR *);
char *realpath(const char *, char *), *getcwd(char *, size_t);
int isdigit(int), isspace(int), isalpha(int), isalnum(int), toupper(int), tolower(int);
time_t time(time_t *);
int setjmp(jmp_buf) __attribute__((returns_twice));
void longjmp(jmp_buf, int) __attribute__((noreturn));
int pthread_create(pthread_t *, const void *, void *(*)(void *), void *), pthread_join(pthread_t, void **);
int pthread_mutex_init(pthread_mutex_t *, const void *), pthread_mutex_destroy(pthread_mutex_t *);
int pthread_mutex_lock(pthread_mutex_t *), pthread_mutex_unlock(pthread_mutex_t *);
#endif
