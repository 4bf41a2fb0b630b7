/* session/command.c - understands a compiler's command line.
 *
 * What comes in: the words of one compilation. What goes out: a Command: which files, in which
 * folders headers are, which macros stand on the line, and which flags the compiler must be told
 * when it is asked for its own macros (probe.c).
 *
 *     ccache gcc -m32 -Iinc -DX=1 -O2 -o a.o -c a.c
 *     compiler gcc, probe_args -m32 -O2, angle inc, macros X=1, inputs a.c
 *
 * The one idea: flags.def says for each flag its form and its meaning; a flag that it doesn't
 * know is kept for a remark and otherwise passed over, as a checker must not fail where the
 * compiler does not. */
#include "session/session.h"

typedef enum FlagForm { FORM_EXACT, FORM_PREFIX, FORM_NEXT, FORM_EITHER, FORM_EQUAL } FlagForm;
typedef enum Means {
    MEANS_IGNORE,
    MEANS_UNKNOWN,
    MEANS_PROBE,
    MEANS_QUOTE,
    MEANS_ANGLE,
    MEANS_SYSTEM,
    MEANS_AFTER,
    MEANS_EMBED,
    MEANS_INCLUDE,
    MEANS_IMACROS,
    MEANS_DEFINE,
    MEANS_UNDEF,
    MEANS_SYSROOT,
    MEANS_NOSTDINC,
    MEANS_LANGUAGE,
    MEANS_TRIGRAPHS,
    MEANS_MS_EXTENSIONS,
    MEANS_NO_MS_EXTENSIONS,
    MEANS_PLAN9,
    MEANS_SHORT_ENUMS,
    MEANS_NO_SHORT_ENUMS,
    MEANS_MS_BIT_FIELDS,
    MEANS_COMMA,
    MEANS_NESTED
} Means;

typedef struct Flag {
    const char *text;
    uint8_t len;
    FlagForm form;
    Means means;
} Flag;
static const Flag flags[] = {
#define FLAG(text, form, means) {text, sizeof text - 1, FORM_##form, MEANS_##means},
#include "session/flags.def"
#undef FLAG
};

typedef struct Reader {
    Arena *arena;
    Command *c;
    const TextList *argv;
    uint32_t at;
    const char *language; /* of the files that follow: -x; NULL: by their names */
    bool only_inputs;     /* after -- */
} Reader;

/* The flag that `word` is, and its value in the same word (NULL: it takes the next one). */
static const Flag *find_flag(const char *word, const char **value)
{
    size_t len = strlen(word);
    for (size_t i = 0; i < COUNT_OF(flags); i++) {
        const Flag *f = &flags[i];
        if (word[1] != f->text[1] || strncmp(word, f->text, f->len) != 0)
            continue;
        bool whole = len == f->len;
        *value = NULL;
        switch (f->form) {
        case FORM_EXACT:
        case FORM_NEXT:
            if (!whole)
                continue;
            return f;
        case FORM_PREFIX: *value = word + f->len; return f;
        case FORM_EITHER:
            if (!whole)
                *value = word + f->len;
            return f;
        case FORM_EQUAL:
            if (!whole && word[f->len] != '=')
                continue;
            if (!whole)
                *value = word + f->len + 1;
            return f;
        }
    }
    return NULL;
}

static bool ends_in(const char *s, const char *end)
{
    size_t n = strlen(s), m = strlen(end);
    return n > m && strcmp(s + n - m, end) == 0;
}

static void take_input(Reader *r, const char *word)
{
    static const char *const other[] = {".cc",  ".cp",  ".cxx", ".cpp", ".c++", ".CPP", ".C",
                                        ".m",   ".mm",  ".s",   ".S",   ".sx",  ".o",   ".a",
                                        ".so",  ".lo",  ".la",  ".f90", ".d",   ".ld",  ".lds",
                                        ".obj", ".hpp", ".hh",  ".cu",  ".go",  ".ada"};
    if (r->language) {
        if (strcmp(r->language, "c") != 0 && strcmp(r->language, "cpp-output") != 0 &&
            strcmp(r->language, "c-header") != 0)
            return;
    } else {
        if (strstr(path_base(word), ".so."))
            return;
        for (size_t i = 0; i < COUNT_OF(other); i++)
            if (ends_in(word, other[i]))
                return;
    }
    VEC_PUSH(r->arena, &r->c->inputs, word);
}

static void add_macro(Reader *r, CmdMacroKind kind, const char *text)
{
    VEC_PUSH(r->arena, &r->c->macros, ((CmdMacro){kind, text}));
}

static void take_word(Reader *r, const char *word);

/* -Wp,-DX,-MD,file: the words between the commas, of which -MD and -MMD take a file here. */
static void take_comma(Reader *r, const char *value)
{
    TextList words = {0};
    for (const char *at = value; *at;) {
        size_t n = strcspn(at, ",");
        const char *word = arena_strndup(r->arena, at, n);
        at += n + (at[n] == ',');
        if (strcmp(word, "-MD") == 0 || strcmp(word, "-MMD") == 0)
            at += strcspn(at, ","), at += *at == ',';
        else
            VEC_PUSH(r->arena, &words, word);
    }
    const TextList *outer = r->argv;
    uint32_t at = r->at;
    r->argv = &words;
    for (r->at = 0; r->at < words.len;)
        take_word(r, words.data[r->at++]);
    r->argv = outer;
    r->at = at;
}

/* -Xpreprocessor -D -Xpreprocessor X=1: the words of the run, as one command line. */
static void take_nested(Reader *r, const char *value)
{
    TextList words = {0};
    VEC_PUSH(r->arena, &words, value);
    while (r->at + 1 < r->argv->len && strcmp(r->argv->data[r->at], "-Xpreprocessor") == 0) {
        VEC_PUSH(r->arena, &words, r->argv->data[r->at + 1]);
        r->at += 2;
    }
    const TextList *outer = r->argv;
    uint32_t at = r->at;
    r->argv = &words;
    for (r->at = 0; r->at < words.len;)
        take_word(r, words.data[r->at++]);
    r->argv = outer;
    r->at = at;
}

static void take_language(Reader *r, const char *value)
{
    r->language = strcmp(value, "none") == 0 ? NULL : value;
    if (r->language && r->language[0] != 'c' && strcmp(r->language, "none") != 0)
        r->c->not_c = true;
    if (r->language && strncmp(r->language, "c++", 3) == 0)
        r->c->not_c = true;
}

/* -I=inc and -I$SYSROOT/inc both mean inc below the sysroot. The sysroot may be named later. */
static void take_probe(Reader *r, const Flag *f, const char *word, const char *value, bool next)
{
    (void)f;
    VEC_PUSH(r->arena, &r->c->probe_args, word);
    if (next)
        VEC_PUSH(r->arena, &r->c->probe_args, value);
}

static void take_flag(Reader *r, const Flag *f, const char *word, const char *value, bool next)
{
    Command *c = r->c;
    Arena *a = r->arena;
    switch (f->means) {
    case MEANS_IGNORE: return;
    case MEANS_UNKNOWN: VEC_PUSH(a, &c->unknown, word); return;
    case MEANS_PROBE: take_probe(r, f, word, value, next); return;
    case MEANS_QUOTE: VEC_PUSH(a, &c->quote, value); return;
    case MEANS_ANGLE: VEC_PUSH(a, &c->angle, value); return;
    case MEANS_SYSTEM: VEC_PUSH(a, &c->system, value); return;
    case MEANS_AFTER: VEC_PUSH(a, &c->after, value); return;
    case MEANS_EMBED: VEC_PUSH(a, &c->embed, value); return;
    case MEANS_INCLUDE: add_macro(r, CMD_INCLUDE, value); return;
    case MEANS_IMACROS: add_macro(r, CMD_IMACROS, value); return;
    case MEANS_DEFINE: add_macro(r, CMD_DEFINE, value); return;
    case MEANS_UNDEF: add_macro(r, CMD_UNDEF, value); return;
    case MEANS_SYSROOT:
        c->sysroot = value;
        take_probe(r, f, word, value, next);
        return;
    case MEANS_NOSTDINC: c->nostdinc = true; return;
    case MEANS_LANGUAGE: take_language(r, value); return;
    case MEANS_TRIGRAPHS: c->trigraphs = true; return;
    case MEANS_MS_EXTENSIONS: c->ms_extensions = true; return;
    case MEANS_NO_MS_EXTENSIONS: c->ms_extensions = false; return;
    case MEANS_PLAN9: c->plan9_extensions = true; return;
    case MEANS_SHORT_ENUMS: c->short_enums = true, c->no_short_enums = false; return;
    case MEANS_NO_SHORT_ENUMS: c->short_enums = false, c->no_short_enums = true; return;
    case MEANS_MS_BIT_FIELDS: c->ms_bit_fields = true; return;
    case MEANS_COMMA: take_comma(r, value); return;
    case MEANS_NESTED: take_nested(r, value); return;
    }
}

static void take_word(Reader *r, const char *word)
{
    if (r->only_inputs || word[0] != '-') {
        take_input(r, word);
        return;
    }
    if (strcmp(word, "-") == 0) { /* standard input */
        VEC_PUSH(r->arena, &r->c->inputs, word);
        return;
    }
    if (strcmp(word, "--") == 0) {
        r->only_inputs = true;
        return;
    }
    const char *value;
    const Flag *f = find_flag(word, &value);
    if (!f) {
        VEC_PUSH(r->arena, &r->c->unknown, word);
        return;
    }
    bool next = !value && f->form != FORM_EXACT && f->form != FORM_PREFIX;
    if (next) {
        if (r->at >= r->argv->len) {
            VEC_PUSH(r->arena, &r->c->unknown, word);
            return;
        }
        value = r->argv->data[r->at++];
    }
    take_flag(r, f, word, value, next);
}

/* Launchers that stand before the compiler, and `env NAME=value`. */
static uint32_t skip_launchers(const TextList *argv)
{
    static const char *const launchers[] = {"ccache", "distcc", "sccache", "icecc", "env",
                                            "nice",   "goma",   "gomacc",  "time",  "buildcache"};
    uint32_t at = 0;
    for (bool again = true; again && at + 1 < argv->len;) {
        again = false;
        for (size_t i = 0; i < COUNT_OF(launchers) && !again; i++)
            again = strcmp(path_base(argv->data[at]), launchers[i]) == 0;
        if (again && argv->data[at + 1][0] != '-')
            at++;
        else
            again = false;
        while (at + 1 < argv->len && strchr(argv->data[at], '=') && argv->data[at][0] != '/')
            at++, again = true;
    }
    return at;
}

/* Folders named =dir and $SYSROOT/dir lie below the sysroot. */
static void apply_sysroot(Arena *a, TextList *dirs, const char *sysroot)
{
    for (uint32_t i = 0; i < dirs->len; i++) {
        const char *d = dirs->data[i];
        const char *rest = d[0] == '=' ? d + 1 : strncmp(d, "$SYSROOT", 8) == 0 ? d + 8 : NULL;
        if (rest)
            dirs->data[i] = arena_printf(a, "%s%s", sysroot ? sysroot : "", rest);
    }
}

Command *command_parse(Session *s, const char *directory, const TextList *argv)
{
    Command *c = ARENA_NEW(s->arena, Command);
    TextList words = {0};
    words_expand_responses(s->arena, directory, argv, &words);
    Reader r = {.arena = s->arena, .c = c, .argv = &words};
    uint32_t first = skip_launchers(&words);
    c->directory = directory;
    c->compiler = words.len ? words.data[first] : "cc";
    /* clang++ and g++ compile .c files as C++. */
    c->not_c = ends_in(c->compiler, "++");
    for (r.at = first + 1; r.at < words.len;)
        take_word(&r, words.data[r.at++]);
    TextList *lists[] = {&c->quote, &c->angle, &c->system, &c->after};
    for (size_t i = 0; i < COUNT_OF(lists); i++)
        apply_sysroot(s->arena, lists[i], c->sysroot);
    return c;
}

void command_per_input(Session *s, const Command *c, CommandList *out)
{
    for (uint32_t i = 0; i < c->inputs.len; i++) {
        Command *one = arena_copy(s->arena, c, sizeof *c);
        one->file = c->inputs.data[i];
        one->path = path_join(s->arena, s->cwd, c->directory, one->file);
        VEC_PUSH(s->arena, out, one);
    }
}
