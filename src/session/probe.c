/* session/probe.c - asks the compiler what it predefines and where it looks for headers.
 *
 * What comes in: a Command. What goes out: a Probe: text of #define lines, folders, and what
 * these tell about language and target. One question per distinct compiler and flags:
 *
 *     cc -m32 -O2 -E -dM -v -x c /dev/null      macros on standard output, folders on the other
 *
 * Answers are kept on disk, in $XDG_CACHE_HOME/corten or ~/.cache/corten, under the hash of
 * everything that can change them: the compiler's path, time and size, the flags, and the
 * variables CPATH and C_INCLUDE_PATH. A file there that can't be read or doesn't match its own
 * checksum is passed over and written anew. */
#include <stdio.h>
#include <stdlib.h>

#include "session/session.h"

#define CACHE_HEAD "corten-probe 2 "

/* ---- what the macros tell ------------------------------------------------------------------ */

/* The value of a macro in text of #define lines; NULL when it is not there. */
static const char *macro_value(const char *text, const char *name)
{
    size_t n = strlen(name);
    for (const char *at = text; (at = strstr(at, name)) != NULL; at += n)
        if (at - text >= 8 && strncmp(at - 8, "#define ", 8) == 0 &&
            (at[n] == ' ' || at[n] == '\n' || at[n] == '\0'))
            return at[n] == ' ' ? at + n + 1 : at + n;
    return NULL;
}

static bool macro_is(const char *text, const char *name)
{
    return macro_value(text, name) != NULL;
}

static Standard standard_of(const char *text)
{
    const char *v = macro_value(text, "__STDC_VERSION__");
    long n = v ? strtol(v, NULL, 10) : 0;
    return n > 201710    ? STD_C23
           : n >= 201710 ? STD_C17
           : n >= 201112 ? STD_C11
           : n >= 199901 ? STD_C99
           : n >= 199409 ? STD_C94
                         : STD_C89;
}

static void read_dialect(const char *text, Dialect *d)
{
    d->std = standard_of(text);
    d->gnu = !macro_is(text, "__STRICT_ANSI__");
    d->clang = macro_is(text, "__clang__");
    d->char_unsigned = macro_is(text, "__CHAR_UNSIGNED__");
    d->gnu89_inline = macro_is(text, "__GNUC_GNU_INLINE__");
    d->dollar_in_names = true;
    const char *hosted = macro_value(text, "__STDC_HOSTED__");
    d->freestanding = hosted && hosted[0] == '0';
    /* ARM's embedded ABI makes enums as small as they can be. */
    d->short_enums = macro_is(text, "__ARM_SIZEOF_MINIMAL_ENUM") &&
                     macro_value(text, "__ARM_SIZEOF_MINIMAL_ENUM")[0] == '1';
    const char *wchar = macro_value(text, "__SIZEOF_WCHAR_T__");
    d->short_wchar = wchar && wchar[0] == '2';
    d->trigraphs = !d->gnu && d->std < STD_C23;
}

/* ---- the compiler's answer ----------------------------------------------------------------- */

static void read_dirs(Arena *a, const char *err, TextList *dirs)
{
    const char *at = strstr(err, "#include <...> search starts here:");
    if (!at)
        return;
    at += strcspn(at, "\n");
    while (*at == '\n' && at[1] == ' ') {
        at += 2;
        size_t n = strcspn(at, "\n");
        static const char framework[] = " (framework directory)";
        size_t m = sizeof framework - 1;
        if (!(n > m && strncmp(at + n - m, framework, m) == 0))
            VEC_PUSH(a, dirs, arena_strndup(a, at, n));
        at += n;
    }
}

/* `full`: with all flags that may matter; otherwise only with those that every compiler knows. */
static bool ask(Session *s, const Command *c, const char *compiler, bool full, Probe *p,
                const char **why)
{
    Arena *a = s->arena;
    VEC(const char *) argv = {0};
    VEC_PUSH(a, &argv, "env");
    VEC_PUSH(a, &argv, "LC_ALL=C");
    VEC_PUSH(a, &argv, compiler);
    for (uint32_t i = 0; i < c->probe_args.len; i++)
        if (full || strncmp(c->probe_args.data[i], "-std=", 5) == 0 ||
            strcmp(c->probe_args.data[i], "-m32") == 0)
            VEC_PUSH(a, &argv, c->probe_args.data[i]);
    static const char *const last[] = {"-E", "-dM", "-v", "-x", "c", "/dev/null", NULL};
    for (size_t i = 0; i < COUNT_OF(last); i++)
        VEC_PUSH(a, &argv, last[i]);
    OsRun run;
    if (!os_run(a, c->directory, argv.data, NULL, &run, why))
        return false;
    if (run.exit_code != 0 || !macro_is(run.out, "__SIZEOF_POINTER__")) {
        /* The first line that says what is wrong. */
        const char *at = strstr(run.err, "error: ");
        *why = at ? arena_strndup(a, at + 7, strcspn(at + 7, "\n"))
                  : "it does not answer to -E -dM like gcc or clang";
        return false;
    }
    TextList dirs = {0};
    read_dirs(a, run.err, &dirs);
    p->predefined = run.out;
    p->system_dirs = dirs.data;
    p->system_count = dirs.len;
    return true;
}

/* ---- the cache ----------------------------------------------------------------------------- */

static const char *cache_path(Arena *a, const char *key)
{
    const char *dir = os_env("XDG_CACHE_HOME"), *home = os_env("HOME");
    unsigned long long h = hash_bytes(key, strlen(key), 0);
    if (dir && dir[0] == '/')
        return arena_printf(a, "%s/corten/%016llx.probe", dir, h);
    return home && home[0] == '/' ? arena_printf(a, "%s/.cache/corten/%016llx.probe", home, h)
                                  : NULL;
}

/* The body of a cache file: the key, the number of folders, the folders, an empty line, macros. */
static bool cache_load(Arena *a, const char *path, const char *key, Probe *p)
{
    const char *data, *why;
    size_t len, head = sizeof CACHE_HEAD - 1 + 17, n = strlen(key);
    if (!path || !os_read_file(a, path, &data, &len, &why) || len < head + n + 1)
        return false;
    const char *body = data + head;
    const char *expected = arena_printf(a, CACHE_HEAD "%016llx\n",
                                        (unsigned long long)hash_bytes(body, len - head, 0));
    if (strncmp(data, expected, head) != 0 || strncmp(body, key, n) != 0 || body[n] != '\n')
        return false;
    TextList dirs = {0};
    const char *at = body + n + 1;
    for (; *at && *at != '\n';) {
        size_t m = strcspn(at, "\n");
        VEC_PUSH(a, &dirs, arena_strndup(a, at, m));
        at += m + (at[m] == '\n');
    }
    if (*at != '\n')
        return false;
    p->predefined = at + 1;
    p->system_dirs = dirs.data;
    p->system_count = dirs.len;
    return true;
}

static void cache_store(Arena *a, const char *path, const char *key, const Probe *p)
{
    const char *why;
    if (!path || !os_make_dirs(path_dir(a, path), &why))
        return; /* no cache: only slower */
    Text body, all;
    text_init(&body, a);
    text_init(&all, a);
    text_addf(&body, "%s\n", key);
    for (uint32_t i = 0; i < p->system_count; i++)
        text_addf(&body, "%s\n", p->system_dirs[i]);
    text_addf(&body, "\n%s", p->predefined);
    text_addf(&all, CACHE_HEAD "%016llx\n", (unsigned long long)hash_bytes(body.data, body.len, 0));
    text_add_n(&all, body.data, body.len);
    (void)os_write_file(path, all.data, all.len, &why);
}

static const char *key_of(Arena *a, const Command *c, const char *compiler)
{
    uint64_t device = 0, inode = 0, size = 0;
    int64_t time = 0;
    /* The link's target changes with an update; its name is what the user chose. */
    const char *real = os_realpath(a, compiler);
    (void)os_file_id(real ? real : compiler, &device, &inode, &size, &time);
    Text key;
    text_init(&key, a);
    text_addf(&key, "%s %s %llu %lld", compiler, real ? real : "", (unsigned long long)size,
              (long long)time);
    for (uint32_t i = 0; i < c->probe_args.len; i++)
        text_addf(&key, " %s", c->probe_args.data[i]);
    static const char *const variables[] = {"CPATH", "C_INCLUDE_PATH", "GCC_EXEC_PREFIX"};
    for (size_t i = 0; i < COUNT_OF(variables); i++)
        if (os_env(variables[i]))
            text_addf(&key, " %s=%s", variables[i], os_env(variables[i]));
    for (size_t i = 0; i < key.len; i++)
        if (key.data[i] == '\n')
            key.data[i] = ' ';
    return key.data;
}

/* ---- the door ------------------------------------------------------------------------------ */

static bool finish(Session *s, Probe *p)
{
    const char *missing = NULL;
    read_dialect(p->predefined, &p->dialect);
    p->ok = target_from_macros(&p->target, p->predefined, &missing);
    if (!p->ok)
        diag_trouble(s->diag, false,
                     "the compiler's macros lack %s: the target can't be told from them",
                     missing ? missing : "what is needed");
    VEC_PUSH(s->arena, &s->probes, p);
    return p->ok;
}

/* No compiler on this machine: x86-64 Linux, with the language level of the command line. */
static const Probe *builtin(Session *s, const Command *c, Probe *p)
{
    static const char *const dirs[] = {"/usr/local/include", "/usr/include/x86_64-linux-gnu",
                                       "/usr/include"};
    const char *text = probe_builtin_macros;
    for (uint32_t i = 0; i < c->probe_args.len; i++) {
        const char *w = c->probe_args.data[i];
        const char *std = strncmp(w, "-std=", 5) == 0 ? w + 5
                          : strcmp(w, "-ansi") == 0   ? "c89"
                                                      : NULL;
        if (!std)
            continue;
        const char *digits = std + strcspn(std, "0123456789");
        const char *version = strcmp(digits, "89") == 0 || strcmp(digits, "90") == 0 ? ""
                              : strcmp(digits, "99") == 0                            ? "199901L"
                              : strcmp(digits, "11") == 0                            ? "201112L"
                              : digits[0] == '2'                                     ? "202311L"
                                                                                     : "201710L";
        text = arena_printf(s->arena, "%s#undef __STDC_VERSION__\n%s%s\n%s", probe_builtin_macros,
                            *version ? "#define __STDC_VERSION__ " : "", version,
                            strncmp(std, "gnu", 3) == 0 ? "" : "#define __STRICT_ANSI__ 1\n");
    }
    p->predefined = text;
    p->system_dirs = dirs;
    p->system_count = COUNT_OF(dirs);
    if (!s->compiler_missing_said)
        diag_remark(
            s->diag,
            "no C compiler was found: taking x86-64 Linux and the folders of its C library");
    s->compiler_missing_said = true;
    return finish(s, p) ? p : NULL;
}

/* The compiler to ask, as a path that can be started from c's folder. NULL: there is none. */
static const char *choose_compiler(Session *s, const Command *c, bool *chosen_by_us)
{
    const char *name = s->options->compiler ? s->options->compiler : c->compiler;
    *chosen_by_us = !s->options->compiler && !c->source && strcmp(name, "cc") == 0;
    if (strchr(name, '/') && name[0] != '/') {
        const char *dir = s->options->compiler ? s->cwd : c->directory;
        name = arena_printf(s->arena, "%s/%s", dir, name);
    }
    const char *found = os_find_program(s->arena, name);
    if (!found && *chosen_by_us) {
        static const char *const others[] = {"gcc", "clang"};
        for (size_t i = 0; !found && i < COUNT_OF(others); i++)
            found = os_find_program(s->arena, others[i]);
    }
    return found;
}

const Probe *probe_compiler(Session *s, const Command *c)
{
    Arena *a = s->arena;
    bool ours;
    const char *compiler = choose_compiler(s, c, &ours), *why;
    const char *name = s->options->compiler ? s->options->compiler : c->compiler;
    const char *key = compiler ? key_of(a, c, compiler) : arena_printf(a, "missing %s", name);
    for (uint32_t i = 0; i < s->probes.len; i++)
        if (strcmp(s->probes.data[i]->key, key) == 0)
            return s->probes.data[i]->ok ? s->probes.data[i] : NULL;
    Probe *p = ARENA_NEW(a, Probe);
    p->key = key;
    if (!compiler && ours)
        return builtin(s, c, p);
    if (!compiler) {
        diag_trouble(s->diag, false,
                     "%s%sthe compiler `%s` was not found; install it, or name another one with "
                     "--compiler=PATH",
                     c->source ? c->source : "", c->source ? ": " : "", name);
        VEC_PUSH(a, &s->probes, p);
        return NULL;
    }
    const char *path = cache_path(a, key);
    if (cache_load(a, path, key, p))
        return finish(s, p) ? p : NULL;
    if (ask(s, c, compiler, true, p, &why)) {
        cache_store(a, path, key, p);
        return finish(s, p) ? p : NULL;
    }
    const char *again;
    if (c->probe_args.len && ask(s, c, compiler, false, p, &again)) {
        diag_remark(s->diag, "`%s` does not accept its flags here (%s); asked it without them",
                    compiler, why);
        return finish(s, p) ? p : NULL;
    }
    diag_trouble(s->diag, false, "the compiler `%s` could not be asked: %s", compiler, why);
    VEC_PUSH(a, &s->probes, p);
    return NULL;
}
