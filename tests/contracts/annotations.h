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

struct node *__own _Nullable node_new(void)
    __cases(1,
        "objects { "
        "  new1: heap, size 24, maker 'malloc', inner '`node_new` (annotations.c:15:22)'; } "
        "events { "
        "  e1: null, at annotations.c:15:22, who 'malloc'; } "
        "case { result &new1, is zero, at annotations.c:21:5; path guessed answer; "
        "  new1: null, uninit, tested, null_by e1, size 24, when 1; } "
        "case { result &new1, is above, at annotations.c:21:5; path guessed answer; "
        "  new1: nonnull, owned, uninit, tested, written, null_by e1, held struct node, size 24, when 1; "
        "  new1[0:8] = 0; "
        "  new1[8:8] = 0; "
        "  new1[16:4] = 0; }");

void node_free(struct node *__own _Nullable n)
    __cases(1,
        "objects { "
        "  *n; "
        "  *n->text; "
        "  n; } "
        "events { "
        "  e1: null, at annotations.c:26:9; "
        "  e2: free, at annotations.c:28:9, who 'free'; "
        "  e3: free, at annotations.c:27:9, who 'free'; } "
        "case { at annotations.c:30:1; "
        "  *n: null, tested, null_by e1, when 1; } "
        "case { at annotations.c:30:1; "
        "  *n: freed, nonnull, tested, by e2, when 1; "
        "  *n->text: freed, by e3; "
        "  n->text = n->text; "
        "  needs extent of *n, x 8, y 8, type struct node, inner '`node_free` (annotations.c:27:14)', when 2; }");

int node_take_small(struct node *__own __when(return == 0) _Nonnull n)
    __cases(1,
        "objects { "
        "  *n; "
        "  n; } "
        "values { "
        "  n->kind: loaded, depends, at annotations.c:34:9; } "
        "events { "
        "  e1: free, at annotations.c:36:5, who 'free'; } "
        "case { result -1, is below, at annotations.c:35:9; "
        "  *n: nonnull, needed, at annotations.c:34:9, when 1; "
        "  n->kind = n->kind; "
        "  n->kind >= 9, when 2, asked; "
        "  needs extent of *n, x 16, y 4, type struct node, inner '`node_take_small` (annotations.c:34:9)', when 1; } "
        "case { result 0, is zero, at annotations.c:37:5; "
        "  *n: freed, nonnull, needed, by e1, at annotations.c:34:9, when 1; "
        "  n->kind = n->kind; "
        "  n->kind <= 8, when 2, asked; "
        "  needs extent of *n, x 16, y 4, type struct node, inner '`node_take_small` (annotations.c:34:9)', when 1; }");

int node_init(struct node *__inits __when(return == 0) __noescape n, int kind)
    __cases(1,
        "objects { "
        "  *n; "
        "  kind; "
        "  n; } "
        "values { "
        "  kind: loaded, depends, at annotations.c:42:9; } "
        "case { result -1, is below, at annotations.c:43:9; "
        "  kind <= -1, when 1, asked; } "
        "case { result 0, is zero, at annotations.c:47:5; "
        "  *n: nonnull, needed, written, at annotations.c:44:5, when 2; "
        "  n->next = 0; "
        "  n->text = 0; "
        "  n->kind = kind; "
        "  kind >= 0, when 1, asked; "
        "  needs extent of *n, x 16, y 4, type struct node, inner '`node_init` (annotations.c:46:5)', when 3; }");

int text_new(char *__own _Nullable *__inits _Nonnull __noescape out, unsigned long size)
    __cases(1,
        "objects { "
        "  *out; "
        "  new1: heap, size size, maker 'malloc', inner '`text_new` (annotations.c:52:12)'; "
        "  out; "
        "  size; } "
        "values { "
        "  size: loaded, depends, at annotations.c:52:19; } "
        "events { "
        "  e1: null, at annotations.c:52:12, who 'malloc'; } "
        "case { result 0, is zero, at annotations.c:53:5; path guessed answer; "
        "  *out: nonnull, needed, written, at annotations.c:52:6, when 1; "
        "  new1: nonnull, owned, uninit, tested, null_by e1, size size, when 2; "
        "  *out = &new1; "
        "  needs extent of *out, x 0, y 8, inner '`text_new` (annotations.c:52:5)', when 1; } "
        "case { result -1, is below, at annotations.c:53:5; path guessed answer; "
        "  *out: nonnull, needed, written, at annotations.c:52:6, when 1; "
        "  new1: null, uninit, tested, null_by e1, size size, when 2; "
        "  *out = &new1; "
        "  needs extent of *out, x 0, y 8, inner '`text_new` (annotations.c:52:5)', when 1; }");

void node_drop(struct node *__drops _Nonnull __noescape n)
    __cases(1,
        "objects { "
        "  *n; "
        "  *n->text; "
        "  n; } "
        "events { "
        "  e1: free, at annotations.c:58:5, who 'free'; } "
        "case { at annotations.c:59:1; "
        "  *n: nonnull, needed, at annotations.c:58:10, when 1; "
        "  *n->text: freed, by e1; "
        "  n->text = n->text; "
        "  needs extent of *n, x 8, y 8, type struct node, inner '`node_drop` (annotations.c:58:10)', when 1; }");

char *node_text(struct node *_Nonnull __noescape __lifetimebound n)
    __cases(1,
        "objects { "
        "  *n; "
        "  *n->text; "
        "  n; } "
        "case { result n->text, is zero, is above, at annotations.c:63:5; "
        "  *n: nonnull, needed, at annotations.c:63:12, when 1; "
        "  n->text = n->text; "
        "  needs extent of *n, x 8, y 8, type struct node, inner '`node_text` (annotations.c:63:12)', when 1; }");

FILE *__own_by(fclose) _Nullable report(void)
    __cases(1,
        "objects { "
        "  new1: heap, family 'fclose', maker 'fopen', inner '`report` (annotations.c:68:12)'; } "
        "events { "
        "  e1: null, at annotations.c:68:12, who 'fopen'; } "
        "case { result &new1, is zero, is above, at annotations.c:68:5; "
        "  new1: nullable, owned, any, null_by e1; }");

int __own_by(close, -1) quiet(void)
    __cases(1,
        "objects { "
        "  object1: resource, family 'close', none -1, maker 'open', inner '`quiet` (annotations.c:73:12)'; } "
        "events { "
        "  e1: null, at annotations.c:73:12, who 'open'; } "
        "case { result &object1, is zero, is above, at annotations.c:73:5; "
        "  object1: nullable, owned, any, null_by e1; }");

void hush(int __own_by(close, -1) fd)
    __cases(1,
        "objects { "
        "  object1: entry, type int, in fd, handle; "
        "  fd; } "
        "events { "
        "  e1: free, at annotations.c:78:5, who 'close', family 'close'; } "
        "case { at annotations.c:79:1; "
        "  object1: freed, by e1; }");

void stop(int code)
    __attribute__((noreturn))
    __cases(1,
        " may_not_return, never_returns");

void remember(struct node *n)
    __cases(1,
        "objects { "
        "  last: global static variable 'last' of annotations.c:86:21, type *struct node, size 8; "
        "  *n; "
        "  n; } "
        "case { at annotations.c:91:1; "
        "  last: nonnull, written, size 8; "
        "  last = n; }");

