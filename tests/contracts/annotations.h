/* What Corten inferred of these functions: `corten check --contracts FILE`.
 * docs/contracts.md says how to read it. */
#include <corten.h>

struct node;
struct _IO_FILE;
typedef struct _IO_FILE FILE;

struct node {
    struct node *next;
    char *text;
    int kind;
};

struct node *__own _Nullable node_new(void);

void node_free(struct node *__own _Nullable n);

int node_take_small(struct node *__own __when(return == 0) _Nonnull n);

int node_init(struct node *__inits __when(return == 0) __noescape n, int kind);

int text_new(char *__own _Nullable *__inits _Nonnull __noescape out, unsigned long size);

void node_drop(struct node *__drops _Nonnull __noescape n);

char *node_text(struct node *_Nonnull __noescape __lifetimebound n);

FILE *__own_by(fclose) _Nullable report(void);

int __own_by(close, -1) quiet(void);

void hush(int __own_by(close, -1) fd);

void stop(int code)
    __attribute__((noreturn));

void remember(struct node *n);

