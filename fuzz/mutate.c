/* fuzz/mutate.c - changes C programs so that they stay programs, for all fuzzers of this folder.
 *
 * What comes in: bytes that may be C. What goes out: bytes that differ in a statement or an
 * expression:
 *
 *     p = f();  free(p);  return 0;      a statement taken out, put elsewhere, wrapped, doubled
 *     if (p == q) g(p);                  a name replaced by another of the same text
 *     free(p);                           an idiom put in, with names of the text; any built-in,
 *                                        any attribute; a number replaced
 *
 * Nothing is parsed: a *piece* is what lies between two boundaries (`;`, `{`, `}`) with its
 * brackets balanced. Half of all changes are libFuzzer's own, which know bytes and fuzz/c.dict.
 * Crossing two inputs moves a piece of one into the other. */
#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size,
                                 uint8_t *out, size_t max, unsigned seed);

typedef struct Piece {
    size_t from, to;
} Piece; /* half open */

/* %0 and %1 are names of the text. Of a function's body: */
static const char *const statements[] = {
    "free(%0);",
    "%0 = %1;",
    "%0 = NULL;",
    "return %0;",
    "return;",
    "if (%0) ",
    "if (!%0) return 0;",
    "%0 = malloc(8);",
    "%0 = malloc(sizeof *%0);",
    "*%0 = *%1;",
    "%0->%1 = 0;",
    "%0[1] = %1;",
    "%0(%1);",
    "%0 = &%1;",
    "while (%0) { break; }",
    "for (int i = 0; i < %0; i++) %1;",
    "switch (%0) { case 1: default: break; }",
    "goto out;",
    "out: ;",
    "do { continue; } while (%0);",
    "%0 = realloc(%0, 16);",
    "%0 = fopen(\"a\", \"r\");",
    "fclose(%0);",
    "char *%0;",
    "char %0[%1];",
    "struct S *%0;",
    "static int *%0;",
    "memcpy(%0, %1, 4);",
    "%0++;",
    "%0 += %1;",
    "%0 = ({ %1; });",
    "%0 = %1 ? %0 : %1;",
    "%0 = (char *)%1 + 1;",
    "asm(\"\" : \"+r\"(%0));",
    "%0 = %1 && %0 || !%1;",
    "if (%0 < 10 && %1 > 3) { %0 = 0; }",
    "exit(%0);",
    "%0.%1 = 0;",
    "%0 = (struct S){.%1 = 1};",
    "setjmp(%0);",
    "volatile int %0;",
    "_Atomic int %0;",
    "goto *%0;",
    "%0 = &&out;",
    "typeof(%0) %1;",
    "%0 = strdup(%1);",
    "va_arg(%0, int);",
    "{ int %0; %1 = &%0; }",
    "_BitInt(77) %0;",
    "_Complex double %0;",
    "__int128 %0;",
    "%0 = -%1;",
    "%0 %= %1;",
    "%0 <<= %1;",
    "%0 = sizeof(int[%1]);",
    "int (*%0)[%1];",
    "return (%0)(%1);",
    "__auto_type %0 = %1;",
    "auto %0 = %1;",
    "%0 = __builtin_choose_expr(1, %1, 2);",
    "%0 = _Generic(%1, int: 1, char *: %0, default: 2);",
    "case %0: ;",
    "case 1 ... 5: %1 = 2;",
    "switch (%0) case 1 ... 5: %1 = 2;",
    "switch (%0) { int %1; case 7: %1 = 1; }",
    "%0 = __builtin_offsetof(struct S, %1);",
    "asm goto(\"\" : : : : out);",
    "int *%0 __attribute__((cleanup(%1))) = 0;",
    "memset(&%0, 0, sizeof %0);",
    "%0 = strdup(%1);",
    "pthread_mutex_lock(&%0);",
    "while (%0 && %0->next) %0 = %0->next;",
    "for (struct S *n; %0; %0 = n) { n = %0->next; free(%0); }",
    "*%0++ = *%1++;",
    "if (%0 == %1) return;",
    "if (!(%0 = malloc(%1))) goto out;",
    "return %0 ? %0->%1 : 0;",
    "%0 = (struct S *)((char *)%1 - 8);",
    "%0[%1] = (union U){.%1 = %0}.%1;",
    "int %0[%1][3] = {[1] = {2}, {3}};",
    "int (*%0)(int) = %1;",
    "%0 = %1(%0, &%1);",
    "__label__ %0;",
    "int %0(int %1) { return %1; }",
    "%0 = &(int[]){%1, 2}[1];",
    "static int %0 = 3;",
    "extern int %0[];",
    "%0 = *(volatile int *)%1;",
    "%0 = (float)%1 * 1.5f;",
    "%0 = %1 - %0;",
    "%0 = %1 == (void *)0 || %0 > %1;",
    "__builtin_va_start(%0, %1);",
    "%0 = __builtin_va_arg(%1, int *);",
    "if (__builtin_expect(!%0, 0)) __builtin_unreachable();",
    "%0 = (%1, free(%1), %0);",
    "int n%0 = sizeof(struct { char c[%1]; });",
    "%0 = (__int128)%1 << 100;",
    "%0 = __real__ %1;",
    "%0 = (unsigned char)%1;",
    "assert(%0 != %1);",
    "for (;;) { if (%0) break; %0 = %1; }",
    "*(char **)&%0 = %1;",
    "snprintf(%0, sizeof %0, \"%d\", %1);",
    "printf(%0, %1);",
    "printf(\"%d %s %*.*f\\n\", %0, %1);",
    "sscanf(%0, \"%7s %d\", %1, &%0);",
    "fgets(%0, sizeof %0, stdin);",
    "%0 = getenv(\"a\");",
    "strcpy(%0, %1);",
    "// corten: allow(leak) x\n%0 = 0;",
    "//~ leak\n",
};
/* Of a file, or of a body too: */
static const char *const declarations[] = {
    "int %0;",
    "int f%0(int %1) { return %1; }",
    "struct %0 { int %1 : 3; char b[];};",
    "union U { int %0; char *%1; };",
    "typedef int %0[%1];",
    "enum %0 { %1 = 7 };",
    "typedef struct %0 %0;",
    "struct S { struct S *%0; int %1; };",
    "static struct S %0 = {.%1 = &%0};",
    "int %0[] = {[3] = 1, [0 ... 2] = 2};",
    "int (*const %0[])(int) = {%1, 0};",
    "typedef int %0 __attribute__((vector_size(16)));",
    "\n#define %0(x, ...) x %1 __VA_ARGS__\n",
    "\n#define %0 %1 ; %1\n",
    "\n#undef %0\n",
    "\n#if %0 > %1\n",
    "\n#endif\n",
    "\n#pragma corten safe\n",
    "\n#pragma pack(push, 1)\n",
    "_Static_assert(sizeof(%0) == 4, \"\");",
    "constexpr int %0 = 5;",
    "int %0(int %1, ...) { __builtin_va_list l; __builtin_va_start(l, %1); return *l; }",
    "int %0(a, b) int a; char *b; { return a + *b; }",
    "void %0(char *__own p) { free(p); }",
    "char *__own _Nullable %0(int %1);",
    "static inline int %0(int n, int (*%1)[n]) { return sizeof *%1; }",
    "extern typeof(%0) %1 __attribute__((alias(\"%0\")));",
    "int %0(const int *__counted_by(n) v, int n);",
    "void *%0(unsigned long %1) __attribute__((malloc, alloc_size(1)));",
    "struct %0 { union { int a; struct { char %1; }; }; } __attribute__((packed, aligned(4)));",
    "_Thread_local int *%0;",
    "int %0 = %1, *p%0 = &%0;",
    "\n#include \"other.c\"\n",
    "\n#include <stdlib.h>\n",
};
static const char *const attributes[] = {
#define ATTRIBUTE(e, name) name,
#include "sema/attributes.def"
#undef ATTRIBUTE
};
static const char *const builtins[] = {
#define BUILTIN(e, name, signature, flags) name,
#include "sema/builtins.def"
#undef BUILTIN
};
static const char *const numbers[] = {"0",
                                      "1",
                                      "-1",
                                      "2",
                                      "3",
                                      "8",
                                      "31",
                                      "32",
                                      "63",
                                      "64",
                                      "127",
                                      "128",
                                      "255",
                                      "256",
                                      "1000",
                                      "65535",
                                      "65536",
                                      "1000000",
                                      "0x7fffffff",
                                      "0x80000000",
                                      "0xffffffffu",
                                      "4294967296",
                                      "0x7fffffffffffffff",
                                      "0x8000000000000000",
                                      "0xffffffffffffffffull",
                                      "(-0x7fffffffffffffff - 1)",
                                      "0.0",
                                      "1e309",
                                      "1.5f",
                                      "1e30L",
                                      "2i"};
#define PICK(table, seed) ((table)[next(seed) % (sizeof(table) / sizeof *(table))])

static uint32_t next(uint32_t *seed)
{
    uint32_t x = *seed ? *seed : 1;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    return *seed = x;
}

static int is_word(int c)
{
    return isalnum(c) || c == '_';
}

static bool in_body(const uint8_t *d, size_t at)
{
    size_t depth = 0;
    for (size_t i = 0; i < at; i++) {
        depth += d[i] == '{';
        depth -= d[i] == '}' && depth;
    }
    return depth != 0;
}

/* A place where a statement may begin: after a random `;`, `{` or `}`. */
static size_t boundary(const uint8_t *d, size_t n, uint32_t *seed)
{
    size_t start = n ? next(seed) % n : 0;
    for (size_t k = 0; k < n; k++) {
        size_t i = (start + k) % n;
        if (d[i] == ';' || d[i] == '{' || d[i] == '}')
            return i + 1;
    }
    return 0;
}

/* From a boundary to the end of one statement or block. Empty when brackets don't fit. */
static Piece piece_at(const uint8_t *d, size_t n, size_t from)
{
    size_t depth = 0;
    for (size_t i = from; i < n; i++) {
        int c = d[i];
        if (c == '(' || c == '[' || c == '{') {
            depth++;
        } else if (c == ')' || c == ']' || c == '}') {
            if (depth == 0)
                break;
            if (--depth == 0 && c == '}')
                return (Piece){from, i + 1};
        } else if (c == ';' && depth == 0) {
            return (Piece){from, i + 1};
        }
    }
    return (Piece){from, from};
}

/* A bracket's inside. */
static Piece group(const uint8_t *d, size_t n, uint32_t *seed)
{
    size_t start = n ? next(seed) % n : 0;
    for (size_t k = 0; k < n; k++) {
        size_t i = (start + k) % n, depth = 0;
        if (d[i] != '(' && d[i] != '[')
            continue;
        for (size_t j = i; j < n; j++) {
            depth += d[j] == '(' || d[j] == '[';
            depth -= d[j] == ')' || d[j] == ']';
            if (depth == 0)
                return (Piece){i + 1, j};
        }
    }
    return (Piece){0, 0};
}

static Piece word(const uint8_t *d, size_t n, uint32_t *seed)
{
    for (int tries = 0; tries < 8 && n; tries++) {
        size_t i = next(seed) % n;
        while (i < n && !is_word(d[i]))
            i++;
        size_t end = i;
        while (i > 0 && is_word(d[i - 1]))
            i--;
        while (end < n && is_word(d[end]))
            end++;
        if (end > i && !isdigit(d[i]) && end - i < 32)
            return (Piece){i, end};
    }
    return (Piece){0, 0};
}

/* Replaces [at.from, at.to) by text; unchanged when there is no room. text is not inside d. */
static size_t put(uint8_t *d, size_t n, size_t max, Piece at, const void *text, size_t len)
{
    if (n - (at.to - at.from) + len > max)
        return n;
    memmove(d + at.from + len, d + at.to, n - at.to);
    memcpy(d + at.from, text, len);
    return n - (at.to - at.from) + len;
}

typedef struct Copy {
    size_t len;
    char text[2048];
} Copy;

static void copy_piece(Copy *c, const uint8_t *d, Piece p)
{
    c->len = p.to - p.from < sizeof c->text ? p.to - p.from : 0;
    memcpy(c->text, d + p.from, c->len);
}

static void write_idiom(Copy *c, const char *text, const uint8_t *d, size_t n, uint32_t *seed)
{
    char names[2][32] = {"x", "y"};
    for (int i = 0; i < 2; i++) {
        Piece w = word(d, n, seed);
        if (w.to > w.from)
            snprintf(names[i], sizeof names[i], "%.*s", (int)(w.to - w.from),
                     (const char *)d + w.from);
    }
    c->len = 0;
    for (const char *p = text; *p; p++) {
        if (*p == '%' && (p[1] == '0' || p[1] == '1'))
            c->len += (size_t)snprintf(c->text + c->len, sizeof c->text - c->len, "%s",
                                       names[*++p - '0']);
        else
            c->text[c->len++] = *p;
    }
}

/* A name or a number. */
static void write_operand(Copy *c, const uint8_t *d, size_t n, uint32_t *seed)
{
    Piece w = word(d, n, seed);
    if (next(seed) % 2 && w.to > w.from) {
        copy_piece(c, d, w);
        return;
    }
    c->len = (size_t)snprintf(c->text, sizeof c->text, "%s", PICK(numbers, seed));
}

/* `%0 = __builtin_NAME(%1, 8);` or `__attribute__((NAME(8, %1)))`, with up to four arguments. */
static void write_call(Copy *c, const char *before, const char *name, const char *after,
                       const uint8_t *d, size_t n, uint32_t *seed)
{
    Copy argument;
    uint32_t count = next(seed) % 5;
    c->len = (size_t)snprintf(c->text, sizeof c->text, "%s%s", before, name);
    for (uint32_t i = 0; i < count; i++) {
        write_operand(&argument, d, n, seed);
        const char *deref = next(seed) % 4 ? "" : "&";
        c->len += (size_t)snprintf(c->text + c->len, sizeof c->text - c->len, "%s%s%.*s",
                                   i ? ", " : "(", deref, (int)argument.len, argument.text);
    }
    const char *close = count ? ")" : after[0] == ';' ? "()" : "";
    c->len += (size_t)snprintf(c->text + c->len, sizeof c->text - c->len, "%s%s", close, after);
}

static size_t put_idiom(uint8_t *d, size_t n, size_t max, uint32_t *seed)
{
    Copy c;
    size_t at = boundary(d, n, seed);
    uint32_t kind = next(seed) % 8;
    if (kind == 0) {
        Piece w = word(d, n, seed);
        at = next(seed) % 2 ? w.from : w.to;
        write_call(&c, " __attribute__((", PICK(attributes, seed), ")) ", d, n, seed);
    } else if (kind == 1) {
        write_call(&c, next(seed) % 2 ? "int r = " : "", PICK(builtins, seed), ";", d, n, seed);
    } else {
        bool body = in_body(d, at) && kind != 2;
        write_idiom(&c, body ? PICK(statements, seed) : PICK(declarations, seed), d, n, seed);
    }
    return put(d, n, max, (Piece){at, at}, c.text, c.len);
}

/* Another number, or a name, in a number's place. */
static size_t put_number(uint8_t *d, size_t n, size_t max, uint32_t *seed)
{
    Copy c;
    size_t start = n ? next(seed) % n : 0;
    for (size_t i = start; i < n; i++) {
        if (!isdigit(d[i]) || (i && is_word(d[i - 1])))
            continue;
        size_t end = i;
        while (end < n && (is_word(d[end]) || d[end] == '.'))
            end++;
        write_operand(&c, d, n, seed);
        return put(d, n, max, (Piece){i, end}, c.text, c.len);
    }
    return n;
}

static size_t wrap(uint8_t *d, size_t n, size_t max, uint32_t *seed)
{
    static const char *const heads[] = {"if (x) {", "while (y) {",          "for (;;) {",
                                        "do {",     "switch (z) { case 3:", "{"};
    uint32_t which = next(seed) % 6;
    Piece p = piece_at(d, n, boundary(d, n, seed)), w = word(d, n, seed);
    char head[96];
    snprintf(head, sizeof head, "%s", heads[which]);
    if (which != 2 && which != 3 && which < 5 && w.to > w.from)
        snprintf(head, sizeof head, "%.*s (%.*s) {%s", (int)strcspn(heads[which], " "),
                 heads[which], (int)(w.to - w.from), (const char *)d + w.from,
                 which == 4 ? " case 3:" : "");
    const char *tail = which == 3 ? "} while (0);" : "}";
    if (n + strlen(head) + strlen(tail) > max)
        return n;
    n = put(d, n, max, (Piece){p.to, p.to}, tail, strlen(tail));
    return put(d, n, max, (Piece){p.from, p.from}, head, strlen(head));
}

static size_t change(uint8_t *d, size_t n, size_t max, uint32_t *seed)
{
    Copy c;
    size_t at = boundary(d, n, seed);
    Piece p = piece_at(d, n, boundary(d, n, seed));
    switch (next(seed) % 9) {
    case 0: return put(d, n, max, p, "", 0);
    case 1: copy_piece(&c, d, p); return put(d, n, max, (Piece){at, at}, c.text, c.len);
    case 2: /* moved: only to a place before it, so that positions hold */
        copy_piece(&c, d, p);
        if (at > p.from || c.len == 0)
            return n;
        n = put(d, n, max, p, "", 0);
        return put(d, n, max, (Piece){at, at}, c.text, c.len);
    case 3: {
        Piece from = word(d, n, seed), to = word(d, n, seed);
        copy_piece(&c, d, from);
        return put(d, n, max, to, c.text, c.len);
    }
    case 4:
    case 5: return put_idiom(d, n, max, seed);
    case 6: {
        Piece from = group(d, n, seed), to = group(d, n, seed);
        copy_piece(&c, d, from);
        return put(d, n, max, to, c.text, c.len);
    }
    case 7: return put_number(d, n, max, seed);
    }
    return wrap(d, n, max, seed);
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed)
{
    uint32_t s = seed * 2654435761u + 1;
    if (next(&s) % 2)
        return LLVMFuzzerMutate(data, size, max);
    for (uint32_t k = 1 + next(&s) % 3; k; k--)
        size = change(data, size, max, &s);
    return size;
}

size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size,
                                 uint8_t *out, size_t max, unsigned seed)
{
    uint32_t s = seed * 2654435761u + 1;
    if (a_size > max)
        a_size = max;
    memcpy(out, a, a_size);
    Piece from = piece_at(b, b_size, boundary(b, b_size, &s));
    size_t at = boundary(out, a_size, &s);
    Piece into = next(&s) % 2 ? piece_at(out, a_size, at) : (Piece){at, at};
    return put(out, a_size, max, into, b + from.from, from.to - from.from);
}
