/* cli/options.c - argv to Options, and --help, both from options.def.
 *
 *     corten check -p build -j4 --format=json --exclude 'tests/'
 *     corten check -Iinc -DX=1 a.c b.c          compiler flags may stand beside files
 *     corten check -- cc -Iinc -c a.c           after -- all is the compiler's
 */
#include <stdio.h>
#include <stdlib.h>

#include "annotate/annotate.h"
#include "cli/cli.h"

typedef enum OptionId {
#define OPTION(e, name, letter, value, commands, help) OPT_##e,
#include "cli/options.def"
#undef OPTION
    OPT_COUNT
} OptionId;

typedef struct OptionInfo {
    const char *name;
    char letter;
    const char *value, *commands, *help;
} OptionInfo;
static const OptionInfo infos[] = {
#define OPTION(e, name, letter, value, commands, help) {name, letter, value, commands, help},
#include "cli/options.def"
#undef OPTION
};

static bool bad_value(const char *name, const char *value, const char *allowed)
{
    cli_error("--%s=%s: must be %s", name, value, allowed);
    return false;
}

static bool set_number(const char *name, const char *value, long least, long most, unsigned *out)
{
    char *end, range[64];
    long n = strtol(value, &end, 10);
    if (*end || end == value || n < least || n > most) {
        snprintf(range, sizeof range, "a number from %ld to %ld", least, most);
        return bad_value(name, value, range);
    }
    *out = (unsigned)n;
    return true;
}

static bool set_fail_alloc(Options *o, const char *value)
{
    char *end;
    o->fail_alloc = strtoull(value, &end, 10);
    o->fail_rest = *end == '-';
    return (*value && !end[o->fail_rest]) || bad_value("fail-alloc", value, "a number");
}

static bool set_limit(Options *o, const char *value)
{
    char *end;
    o->limit = strtoull(value, &end, 10);
    return (*value && !*end) || bad_value("limit", value, "a number");
}

/* 80, 87.5, 99.95 */
static bool set_fail_under(Options *o, const char *value)
{
    const char *p = value;
    uint32_t n = 0, decimals = 0;
    for (; *p >= '0' && *p <= '9' && n <= 100; p++)
        n = n * 10 + (uint32_t)(*p - '0');
    bool digits = p != value;
    if (digits && *p == '.')
        for (p++; *p >= '0' && *p <= '9' && decimals < 2; p++, decimals++)
            n = n * 10 + (uint32_t)(*p - '0');
    for (uint32_t i = decimals; i < 2; i++)
        n *= 10;
    o->fail_under = value;
    o->fail_hundredths = n;
    return (digits && !*p && p[-1] != '.' && n <= 10000) ||
           bad_value("fail-under", value, "a percentage from 0 to 100, with two decimals at most");
}

static bool set_format(Options *o, const char *value)
{
    static const char *const names[] = {"text", "gcc", "json", "sarif"};
    static const DiagFormat formats[] = {FORMAT_TEXT, FORMAT_GCC, FORMAT_JSON, FORMAT_SARIF};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (strcmp(value, names[i]) == 0) {
            o->format = formats[i];
            return true;
        }
    return bad_value("format", value, "text, gcc, json or sarif");
}

static bool set_color(Options *o, const char *value)
{
    static const char *const names[] = {"auto", "always", "never"};
    static const ColorWhen whens[] = {COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (strcmp(value, names[i]) == 0) {
            o->color = whens[i];
            return true;
        }
    return bad_value("color", value, "auto, always or never");
}

static bool set_option(Arena *a, Options *o, OptionId id, const char *value)
{
    switch (id) {
    case OPT_PROJECT: o->project = value; return true;
    case OPT_JOBS: return set_number("jobs", value, 1, 1024, &o->session.jobs);
    case OPT_FORMAT: return set_format(o, value);
    case OPT_ONE_LINE: o->format = FORMAT_GCC; return true;
    case OPT_COLOR: return set_color(o, value);
    case OPT_INCLUDE: VEC_PUSH(a, &o->session.include, value); return true;
    case OPT_EXCLUDE: VEC_PUSH(a, &o->session.exclude, value); return true;
    case OPT_SAFE: o->session.safe = true; return true;
    case OPT_BUDGET: return set_number("budget", value, 1, 1000000000, &o->session.budget);
    case OPT_THREADED: o->session.threaded = true; return true;
    case OPT_MODELS: o->session.models_dir = value; return true;
    case OPT_MODEL: VEC_PUSH(a, &o->session.model_files, value); return true;
    case OPT_CONTRACTS: VEC_PUSH(a, &o->session.contract_files, value); return true;
    case OPT_COMPILER: o->session.compiler = value; return true;
    case OPT_VERIFY: o->verify = true; return true;
    case OPT_STATS: o->stats = true; return true;
    case OPT_NO_CHECKS: o->session.no_checks = true; return true;
    case OPT_JSON: o->json = true; return true;
    case OPT_HTML: o->html = value; return *value || bad_value("html", value, "the name of a file");
    case OPT_FAIL_UNDER: return set_fail_under(o, value);
    case OPT_QUIET: o->session.quiet = true; return true;
    case OPT_FN: o->fn = value; return true;
    case OPT_ALL: o->all = true; return true;
    case OPT_ROUNDTRIP: o->roundtrip = true; return true;
    case OPT_TRACE: o->trace = true; return true;
    case OPT_LINES: o->lines = true; return true;
    case OPT_LEAKS: o->leaks = true; return true;
    case OPT_FAIL_ALLOC: return set_fail_alloc(o, value);
    case OPT_LIMIT: return set_limit(o, value);
    case OPT_DIFF: o->write = false; return true;
    case OPT_WRITE: o->write = true; return true;
    case OPT_SET:
        return annotate_sets(value, &o->sets) ||
               bad_value("set", value, "ownership, init, null, members, bounds, lifetimes or all");
    case OPT_HELP: o->help = true; return true;
    case OPT_VERSION: o->version = true; return true;
    case OPT_COUNT: break;
    }
    return true;
}

/* The option that a word names; *value is its value in the same word, or NULL. */
static OptionId find_option(const char *word, char command, const char **value)
{
    *value = NULL;
    for (int i = 0; i < OPT_COUNT; i++) {
        const OptionInfo *info = &infos[i];
        if (!strchr(info->commands, command))
            continue;
        size_t n = strlen(info->name);
        if (word[1] == '-') {
            if (strncmp(word + 2, info->name, n) != 0 || (word[n + 2] && word[n + 2] != '='))
                continue;
            *value = word[n + 2] ? word + n + 3 : NULL;
            return (OptionId)i;
        }
        if (info->letter && word[1] == info->letter && (!word[2] || info->value)) {
            *value = word[2] ? word + 2 + (word[2] == '=') : NULL;
            return (OptionId)i;
        }
    }
    return OPT_COUNT;
}

/* Flags of the compiler that make sense beside plain files. How many words, 0: it is none. */
static int compiler_flag_words(const char *word, bool has_next)
{
    static const char *const either[] = {
        "-isystem", "-iquote", "-idirafter", "-include", "-imacros", "-I", "-D", "-U", "-x"};
    static const char *const prefix[] = {"-std=", "-ansi",      "-m",        "-f",
                                         "-W",    "-O",         "-nostdinc", "-pthread",
                                         "-g",    "--sysroot=", "--target="};
    for (size_t i = 0; i < COUNT_OF(either); i++)
        if (strncmp(word, either[i], strlen(either[i])) == 0)
            return word[strlen(either[i])] ? 1 : has_next ? 2 : 0;
    for (size_t i = 0; i < COUNT_OF(prefix); i++)
        if (strncmp(word, prefix[i], strlen(prefix[i])) == 0)
            return 1;
    return 0;
}

static bool take_option(Arena *a, char command, const char *word, const char *next, int *at,
                        Options *o)
{
    const char *value;
    OptionId id = find_option(word, command, &value);
    if (id == OPT_COUNT) {
        int words = compiler_flag_words(word, next != NULL);
        if (words == 0) {
            cli_error("unknown option `%s`; try `corten --help`", word);
            return false;
        }
        VEC_PUSH(a, &o->compiler_flags, word);
        if (words == 2) {
            VEC_PUSH(a, &o->compiler_flags, next);
            ++*at;
        }
        return true;
    }
    if (!infos[id].value && value) {
        cli_error("--%s takes no value", infos[id].name);
        return false;
    }
    if (infos[id].value && !value) {
        if (!next) {
            cli_error("--%s wants a value: %s", infos[id].name, infos[id].value);
            return false;
        }
        value = next;
        ++*at;
    }
    return set_option(a, o, id, value ? value : "");
}

bool options_parse(Arena *a, char command, int argc, char **argv, Options *out)
{
    *out = (Options){.format = FORMAT_TEXT};
    for (int i = 0; i < argc; i++) {
        const char *word = argv[i], *next = i + 1 < argc ? argv[i + 1] : NULL;
        if (strcmp(word, "--") == 0) {
            out->has_command = true;
            for (int k = i + 1; k < argc; k++)
                VEC_PUSH(a, &out->command, argv[k]);
            break;
        }
        if (word[0] != '-' || !word[1])
            VEC_PUSH(a, &out->words, word);
        else if (!take_option(a, command, word, next, &i, out))
            return false;
    }
    return true;
}

void options_help(char command, Text *out)
{
    for (int i = 0; i < OPT_COUNT; i++) {
        const OptionInfo *info = &infos[i];
        if (!strchr(info->commands, command))
            continue;
        size_t start = out->len;
        text_add(out, "  ");
        if (info->letter)
            text_addf(out, "-%c, ", info->letter);
        text_addf(out, "--%s", info->name);
        if (info->value)
            text_addf(out, "=%s", info->value);
        size_t width = out->len - start;
        text_fill(out, ' ', width < 26 ? 26 - width : 1);
        text_addf(out, "%s\n", info->help);
    }
}
