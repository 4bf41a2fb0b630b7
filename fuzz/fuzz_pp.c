/* fuzz/fuzz_pp.c - any bytes through the preprocessor, and its output through the lexer.
 *
 * The input is: a byte that chooses the dialect, then files separated by the byte 1: main.c, a.h,
 * b.h, which may include each other. Whatever comes in, pp_run must end, in bounded memory, with
 * tokens that end in TOK_EOF, pragmas in order, and Locs that have a position. */
#include "syntax/lex.h"
#include "syntax/pp.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(Arena *a, const PpResult *r, const SourceMap *map)
{
    BUG_IF(a, r->tokens.len == 0 || r->tokens.data[r->tokens.len - 1].kind != TOK_EOF);
    for (uint32_t i = 0; i < r->tokens.len; i++) {
        const Token *t = &r->tokens.data[i];
        BUG_IF(a, t->kind == TOK_PLACEMARKER);
        if (i < 1000)
            (void)source_position(map, t->loc);
    }
    for (uint32_t i = 0; i < r->pragma_count; i++)
        BUG_IF(a,
               r->pragmas[i].at >= r->tokens.len || (i && r->pragmas[i].at < r->pragmas[i - 1].at));
}

/* What was printed lexes back into the same tokens, unless there may be directives, or a backslash
 * at the end of a line. */
static void check_print(Arena *a, Names *names, FileStore *files, const PpResult *r, unsigned mode,
                        const Text *printed)
{
    for (uint32_t i = 0; i < r->tokens.len; i++) {
        TokenKind k = (TokenKind)r->tokens.data[i].kind;
        if (k == TOK_OTHER || k == TOK_HASH || k == TOK_EMBED || r->pragma_count)
            return;
    }
    SourceFile *f = file_store_overlay(files, "printed.c", printed->data, printed->len);
    const Lexed *l = lex_file(f, names, mode & ~(unsigned)LEX_TRIGRAPHS);
    Text text;
    text_init(&text, a);
    for (uint32_t i = 0; i < r->tokens.len && i < l->count; i++) {
        const RawToken *raw = &l->tokens[i];
        text.len = 0;
        token_spell(&text, &r->tokens.data[i]);
        BUG_IF(a, raw->len != text.len || memcmp(f->data + raw->offset, text.data, text.len) != 0);
    }
    BUG_IF(a, r->tokens.len != l->count);
}

static void run(Names *names, FileStore *files, SourceFile *f, unsigned choice)
{
    static const char *const dirs[] = {"."};
    static const CmdMacro macros[] = {{CMD_DEFINE, "F(x)=x F"}, {CMD_DEFINE, "ONE"}};
    Dialect d = {.std = (Standard)(choice % 6),
                 .gnu = choice & 8,
                 .clang = choice & 16,
                 .trigraphs = choice & 32,
                 .dollar_in_names = true};
    PpOptions o = {.dialect = &d,
                   .predefined = "#define __GNUC__ 12\n",
                   .angle_dirs = dirs,
                   .angle_count = 1,
                   .commands = macros,
                   .command_count = 2,
                   .token_budget = 1 << 17};
    Arena *session = arena_new(), *tu = arena_new();
    DiagSink *diag = diag_sink_new(session);
    SourceMap map;
    PpResult r;
    Text out;
    source_map_init(&map, tu);
    text_init(&out, session);
    pp_run(tu, names, files, diag, &map, &o, f, &r);
    check(tu, &r, &map);
    if (r.tokens.len < 20000) {
        pp_print(&r, &map, &out);
        check_print(session, names, files, &r, lex_mode(&d), &out);
    }
    diag_render(diag, &(DiagOptions){.format = FORMAT_TEXT}, &out);
    diag_sink_destroy(diag);
    arena_destroy(tu);
    arena_destroy(session);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const paths[] = {"main.c", "a.h", "b.h"};
    if (size == 0)
        return 0;
    Arena *a = arena_new();
    Names *names = names_new(a, syntax_known_names(), syntax_known_name_count());
    FileStore *files = file_store_new(a);
    SourceFile *main_file = NULL;
    const char *p = (const char *)data + 1, *end = (const char *)data + size;
    for (unsigned i = 0; i < COUNT_OF(paths); i++) {
        const char *stop = p < end && i < 2 ? memchr(p, 1, (size_t)(end - p)) : NULL;
        size_t len = p < end ? (size_t)((stop ? stop : end) - p) : 0;
        SourceFile *f = file_store_overlay(files, paths[i], p, len);
        main_file = main_file ? main_file : f;
        p = stop ? stop + 1 : end;
    }
    run(names, files, main_file, data[0]);
    file_store_destroy(files);
    names_destroy(names);
    arena_destroy(a);
    return 0;
}
