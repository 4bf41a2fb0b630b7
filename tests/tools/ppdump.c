/* tests/tools/ppdump.c - the preprocessor alone, and the comparison of token streams.
 *
 *   ppdump [--time] COMPILER FLAGS... FILE   preprocesses as the compiler would; like `cc -E -P`
 *   ppdump --compare A B                     lexes two preprocessed texts and compares them token
 *                                            by token; prints the first difference; exit code 1
 *
 * It depends on base/ to syntax/ only, so that it works whatever state the rest is in. */
#include <stdio.h>
#include <unistd.h>

#include "syntax/lex.h"

typedef struct List {
    const char **data;
    uint32_t len;
} List;

static void add(List *l, const char *s)
{
    l->data[l->len++] = s;
}

static List list_new(Arena *a, int n)
{
    return (List){.data = ARENA_ARRAY(a, const char *, n + 64)};
}

/* ---- asking the compiler ------------------------------------------------------------------- */

typedef struct Command {
    PpOptions pp;
    Dialect dialect;
    List probe; /* compiler and the flags that change its answers */
    List quote, angle, system, after, embed;
    CmdMacro macros[512];
    uint32_t macro_count;
    const char *file;
} Command;

static void set_standard(Dialect *d, const char *s)
{
    static const struct {
        const char *name;
        Standard std;
    } table[] = {
        {"89", STD_C89}, {"90", STD_C89}, {"iso9899:199409", STD_C94},
        {"99", STD_C99}, {"9x", STD_C99}, {"11", STD_C11},
        {"1x", STD_C11}, {"17", STD_C17}, {"18", STD_C17},
        {"2x", STD_C23}, {"23", STD_C23},
    };
    bool iso = strncmp(s, "iso9899:", 8) == 0;
    d->gnu = strncmp(s, "gnu", 3) == 0;
    d->trigraphs = !d->gnu && d->trigraphs;
    const char *year = iso ? s + 10 : d->gnu ? s + 3 : s + 1;
    for (size_t i = 0; i < COUNT_OF(table); i++)
        if (strcmp(table[i].name, year) == 0 || strcmp(table[i].name, s) == 0)
            d->std = table[i].std;
    d->trigraphs = !d->gnu && d->std < STD_C23;
}

static bool takes_value(const char *flag, const char *arg, int *i, char **argv, const char **out)
{
    size_t n = strlen(flag);
    if (strncmp(arg, flag, n) != 0)
        return false;
    *out = arg[n] ? arg + n : argv[++*i];
    return *out != NULL;
}

static void add_macro(Command *c, CmdMacroKind kind, const char *text)
{
    if (c->macro_count < COUNT_OF(c->macros))
        c->macros[c->macro_count++] = (CmdMacro){kind, text};
}

static void read_flag(Arena *a, Command *c, char **argv, int *i)
{
    const char *s = argv[*i], *v;
    if (takes_value("-iquote", s, i, argv, &v))
        add(&c->quote, v);
    else if (takes_value("-isystem", s, i, argv, &v))
        add(&c->system, v);
    else if (takes_value("-idirafter", s, i, argv, &v))
        add(&c->after, v);
    else if (takes_value("--embed-dir=", s, i, argv, &v))
        add(&c->embed, v);
    else if (takes_value("-include", s, i, argv, &v))
        add_macro(c, CMD_INCLUDE, v);
    else if (takes_value("-imacros", s, i, argv, &v))
        add_macro(c, CMD_IMACROS, v);
    else if (takes_value("-I", s, i, argv, &v))
        add(&c->angle, v);
    else if (takes_value("-D", s, i, argv, &v))
        add_macro(c, CMD_DEFINE, v);
    else if (takes_value("-U", s, i, argv, &v))
        add_macro(c, CMD_UNDEF, v);
    else if (strcmp(s, "-o") == 0 || strcmp(s, "-MF") == 0 || strcmp(s, "-MT") == 0 ||
             strcmp(s, "-MQ") == 0)
        ++*i;
    else if (strncmp(s, "-std=", 5) == 0)
        set_standard(&c->dialect, s + 5), add(&c->probe, s);
    else if (strcmp(s, "-ansi") == 0)
        set_standard(&c->dialect, "c89"), add(&c->probe, s);
    else if (strcmp(s, "-trigraphs") == 0)
        c->dialect.trigraphs = true;
    else if (s[0] != '-')
        c->file = s;
    else if (strcmp(s, "-c") != 0 && strncmp(s, "-M", 2) != 0 && strncmp(s, "-W", 2) != 0)
        add(&c->probe, s);
    (void)a;
}

static bool run(Arena *a, const List *argv, OsRun *r)
{
    const char *why;
    if (os_run(a, NULL, argv->data, "", r, &why))
        return true;
    fprintf(stderr, "ppdump: %s: %s\n", argv->data[0], why);
    return false;
}

/* The folders in what `cc -E -v` prints. */
static void read_dirs(Arena *a, Command *c, const char *text)
{
    const char *p = strstr(text, "#include <...> search starts here:\n");
    if (!p)
        return;
    p = strchr(p, '\n') + 1;
    while (*p == ' ') {
        const char *nl = strchr(p, '\n');
        add(&c->system, arena_strndup(a, p + 1, (size_t)(nl - p - 1)));
        p = nl + 1;
    }
}

static bool probe(Arena *a, Command *c)
{
    OsRun r;
    List v = list_new(a, (int)c->probe.len + 8);
    for (uint32_t i = 0; i < c->probe.len; i++)
        add(&v, c->probe.data[i]);
    add(&v, "-w"), add(&v, "-E"), add(&v, "-dM"), add(&v, "-v");
    add(&v, "-x"), add(&v, "c"), add(&v, "/dev/null");
    if (!run(a, &v, &r) || r.exit_code != 0)
        return false;
    c->pp.predefined = r.out;
    read_dirs(a, c, r.err);
    c->dialect.clang = strstr(r.out, "#define __clang__") != NULL;
    c->dialect.char_unsigned = strstr(r.out, "#define __CHAR_UNSIGNED__") != NULL;
    return true;
}

/* ---- preprocessing ----------------------------------------------------------------------------- */

static int preprocess(Arena *a, Names *names, FileStore *files, DiagSink *diag, Command *c,
                      bool timed)
{
    const char *why;
    SourceFile *f = c->file ? file_store_open(files, c->file, &why) : NULL;
    if (!f) {
        fprintf(stderr, "ppdump: %s: %s\n", c->file ? c->file : "no file", c->file ? why : "");
        return 2;
    }
    c->pp.dialect = &c->dialect;
    c->pp.main_path = c->file;
    c->pp.quote_dirs = c->quote.data, c->pp.quote_count = c->quote.len;
    c->pp.angle_dirs = c->angle.data, c->pp.angle_count = c->angle.len;
    c->pp.system_dirs = c->system.data, c->pp.system_count = c->system.len;
    c->pp.after_dirs = c->after.data, c->pp.after_count = c->after.len;
    c->pp.embed_dirs = c->embed.data, c->pp.embed_count = c->embed.len;
    c->pp.commands = c->macros, c->pp.command_count = c->macro_count;
    SourceMap map;
    PpResult result;
    Arena *tu = arena_new();
    source_map_init(&map, tu);
    uint64_t start = os_now_ns();
    bool ok = pp_run(tu, names, files, diag, &map, &c->pp, f, &result);
    uint64_t end = os_now_ns();
    Text out;
    text_init(&out, a);
    if (timed) {
        printf("%.2f ms, %u tokens, %u files, %zu KiB in the unit\n", (double)(end - start) / 1e6,
               result.tokens.len, result.file_count, arena_bytes(tu) / 1024);
    } else {
        pp_print(&result, &map, &out);
        (void)!os_write(1, out.data, out.len, &why);
    }
    text_init(&out, a);
    diag_render(diag, &(DiagOptions){.format = FORMAT_GCC}, &out);
    if (out.len)
        (void)!os_write(2, out.data, out.len, &why);
    arena_destroy(tu);
    return ok ? 0 : 1;
}

/* ---- comparing ----------------------------------------------------------------------------------- */

typedef struct Stream {
    const Lexed *l;
    const SourceFile *f;
    uint32_t i;
} Stream;

/* The next token that is no part of a # line; NULL at the end. */
static const RawToken *next(Stream *s)
{
    for (;;) {
        const RawToken *t = &s->l->tokens[s->i];
        if (t->kind == TOK_EOF)
            return NULL;
        s->i++;
        if (t->kind != TOK_HASH || !(t->flags & TOKEN_BOL))
            return t;
        while (!(s->l->tokens[s->i].flags & TOKEN_BOL))
            s->i++;
    }
}

static void context(const char *path, const Stream *s)
{
    uint32_t from = s->i > 12 ? s->i - 12 : 0, line = 0, start;
    if (s->i)
        source_offset_line(s->f, s->l->tokens[s->i - 1].offset, &line, &start);
    printf("  %s:%u:", path, line);
    for (uint32_t k = from; k < s->i + 6 && k < s->l->count; k++)
        printf("%s%.*s", k + 1 == s->i ? " >>>" : " ", (int)s->l->tokens[k].len,
               s->f->data + s->l->tokens[k].offset);
    printf("\n");
}

static bool same_token(const Stream *a, const RawToken *x, const Stream *b, const RawToken *y)
{
    if (!x || !y)
        return x == y;
    if (x->kind == TOK_IDENT && y->kind == TOK_IDENT)
        return x->u.name == y->u.name;
    return x->len == y->len && memcmp(a->f->data + x->offset, b->f->data + y->offset, x->len) == 0;
}

static int compare(Names *names, FileStore *files, const char *one, const char *two)
{
    const char *why;
    unsigned mode = LEX_LINE_COMMENTS | LEX_DIGRAPHS | LEX_UNICODE_PREFIX | LEX_RAW_STRINGS;
    SourceFile *f = file_store_open(files, one, &why), *g = file_store_open(files, two, &why);
    if (!f || !g) {
        fprintf(stderr, "ppdump: %s: %s\n", f ? two : one, why);
        return 2;
    }
    Stream a = {.l = lex_file(f, names, mode), .f = f}, b = {.l = lex_file(g, names, mode), .f = g};
    for (uint32_t n = 0;; n++) {
        const RawToken *x = next(&a), *y = next(&b);
        if (!x && !y) {
            printf("%u tokens\n", n);
            return 0;
        }
        if (!same_token(&a, x, &b, y)) {
            printf("differ at token %u\n", n);
            context(one, &a);
            context(two, &b);
            return 1;
        }
    }
}

int main(int argc, char **argv)
{
    Arena *a = arena_new();
    Names *names = names_new(a, syntax_known_names(), syntax_known_name_count());
    FileStore *files = file_store_new(a);
    DiagSink *diag = diag_sink_new(a);
    int i = 1, rc;
    bool timed = argc > 1 && strcmp(argv[1], "--time") == 0;
    i += timed;
    if (argc == 4 && strcmp(argv[1], "--compare") == 0) {
        rc = compare(names, files, argv[2], argv[3]);
    } else if (argc <= i + 1) {
        fprintf(stderr, "usage: ppdump [--time] COMPILER FLAGS... FILE | --compare A B\n");
        rc = 2;
    } else {
        Command c = {.dialect = {.std = STD_C17, .gnu = true, .dollar_in_names = true}};
        c.probe = list_new(a, argc), c.quote = list_new(a, argc), c.angle = list_new(a, argc);
        c.system = list_new(a, argc), c.after = list_new(a, argc), c.embed = list_new(a, argc);
        add(&c.probe, argv[i++]);
        for (; i < argc; i++)
            read_flag(a, &c, argv, &i);
        rc = probe(a, &c) ? preprocess(a, names, files, diag, &c, timed) : 2;
    }
    diag_sink_destroy(diag);
    file_store_destroy(files);
    names_destroy(names);
    arena_destroy(a);
    return rc;
}
