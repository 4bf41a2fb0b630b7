/* fuzz/fuzz_parse.c - any bytes as a C file: preprocessed, parsed, printed.
 *
 * What must hold: no crash, no hang, no message without a failed parse and the other way round,
 * and each external declaration begins where, or after, the one before it.
 * Seeds: tests/c and tests/reject. An odd length is read as C23, an even one as GNU C17. */
#include "syntax/ast.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_order(const Ast *ast)
{
    uint32_t n = 0;
    for (const Decl *d = ast->first; d; d = d->next) {
        n++;
        if (d->kind == DECL_FUNCTION && (!d->body || !d->declarator || !d->specs))
            abort();
        if (d->next && !loc_in_macro(d->begin) && !loc_in_macro(d->next->begin) &&
            d->next->begin < d->begin)
            abort();
    }
    if (n != ast->decl_count)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 1 << 16)
        return 0;
    Arena *session = arena_new(), *tu = arena_new();
    Names *names = names_new(session, syntax_known_names(), syntax_known_name_count());
    FileStore *files = file_store_new(session);
    DiagSink *diag = diag_sink_new(session);
    SourceMap map;
    source_map_init(&map, tu);
    Dialect dialect = {.std = size & 1 ? STD_C23 : STD_C17, .gnu = true, .dollar_in_names = true};
    PpOptions options = {.dialect = &dialect, .predefined = ""};
    char *text = arena_strndup(session, (const char *)data, size);
    SourceFile *file = file_store_overlay(files, "fuzz.c", text, size);
    PpResult pp = {0};
    pp_run(tu, names, files, diag, &map, &options, file, &pp);
    uint32_t before = diag_c_error_count(diag);
    Ast ast;
    bool ok = parse_unit(tu, names, diag, &map, &dialect, &pp, &ast);
    if (ok && diag_c_error_count(diag) != before)
        abort();
    check_order(&ast);
    Text out;
    text_init(&out, tu);
    ast_print(&ast, &map, &out);
    DiagOptions how = {.format = FORMAT_TEXT};
    diag_render(diag, &how, &out);
    arena_destroy(tu);
    diag_sink_destroy(diag);
    file_store_destroy(files);
    names_destroy(names);
    arena_destroy(session);
    return 0;
}
