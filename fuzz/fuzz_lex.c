/* fuzz/fuzz_lex.c - any bytes through the lexer; what must hold for every input is checked.
 *
 * The first byte is the mode. Tokens must be in order, within the file, and the spelling of a
 * token without splices must be its bytes. */
#include "syntax/lex.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(Arena *a, const Lexed *l, const char *text, size_t len)
{
    uint32_t end = 0;
    BUG_IF(a, l->count == 0 || l->tokens[l->count - 1].kind != TOK_EOF);
    for (uint32_t i = 0; i < l->count; i++) {
        const RawToken *t = &l->tokens[i];
        BUG_IF(a, t->offset < end || t->offset + t->len > len);
        end = t->offset + t->len;
        BUG_IF(a, t->kind != TOK_EOF && t->len == 0);
        bool has_text = t->kind == TOK_NUMBER || t->kind == TOK_CHAR || t->kind == TOK_STRING ||
                        t->kind == TOK_OTHER;
        BUG_IF(a, has_text && !(t->flags & TOKEN_SPLICED) &&
                      memcmp(t->u.text, text + t->offset, t->len) != 0);
    }
    for (uint32_t i = 0; i < l->directive_count; i++) {
        const LexDirective *d = &l->directives[i];
        BUG_IF(a, d->token >= l->count || l->tokens[d->token].kind != TOK_HASH);
        BUG_IF(a, d->next != LEX_NO_SIBLING && (d->next <= i || d->next >= l->directive_count));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    Arena *a = arena_new();
    Names *names = names_new(a, syntax_known_names(), syntax_known_name_count());
    FileStore *files = file_store_new(a);
    const char *text = (const char *)data + 1;
    SourceFile *f = file_store_overlay(files, "fuzz.c", text, size - 1);
    check(a, lex_file(f, names, data[0]), f->data, f->len);
    check(a, lex_file(f, names, data[0] ^ LEX_TRIGRAPHS), f->data, f->len);
    file_store_destroy(files);
    names_destroy(names);
    arena_destroy(a);
    return 0;
}
