/* tests/unit/test_lex.c - the lexer: kinds, flags, spellings, directive links, guards. */
#include "syntax/lex.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

typedef struct Fixture {
    Arena *arena;
    FileStore *store;
    Names *names;
} Fixture;

enum { MODE = LEX_LINE_COMMENTS | LEX_DIGRAPHS | LEX_UNICODE_PREFIX | LEX_RAW_STRINGS };

static int set_up(void **state)
{
    Arena *a = arena_new();
    Fixture *f = ARENA_NEW(a, Fixture);
    f->arena = a;
    f->store = file_store_new(a);
    f->names = names_new(a, syntax_known_names(), syntax_known_name_count());
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    file_store_destroy(f->store);
    names_destroy(f->names);
    arena_destroy(f->arena);
    return 0;
}

static const Lexed *lex(Fixture *f, const char *text, unsigned mode)
{
    return lex_text(f->arena, f->names, text, strlen(text), mode);
}

/* The spellings, each in brackets, `^` before the first of a line, `_` after white space. */
static const char *spelled(Fixture *f, const char *text, unsigned mode)
{
    const Lexed *l = lex(f, text, mode);
    Text t;
    text_init(&t, f->arena);
    text_add(&t, "");
    for (uint32_t i = 0; i + 1 < l->count; i++) {
        const RawToken *r = &l->tokens[i];
        Token token = {.kind = r->kind, .flags = r->flags};
        if (r->kind == TOK_IDENT) {
            token.u.name = r->u.name;
        } else {
            token.u.text = r->u.text;
            token.len = r->flags & TOKEN_SPLICED ? (uint32_t)strlen(r->u.text) : r->len;
        }
        text_add(&t, r->flags & TOKEN_BOL ? "^" : "");
        text_add(&t, r->flags & TOKEN_SPACE ? "_[" : "[");
        token_spell(&t, &token);
        text_add_char(&t, ']');
    }
    return t.data ? t.data : "";
}

static void punctuators(void **state)
{
    Fixture *f = *state;
    assert_string_equal(spelled(f, "a+++b<<=c>>d->e...f..g%:h::i", MODE),
                        "^[a][++][+][b][<<=][c][>>][d][->][e][...][f][.][.][g][%:][h][:][:][i]");
    assert_string_equal(spelled(f, "a::b", MODE | LEX_COLON_COLON), "^[a][::][b]");
    assert_string_equal(spelled(f, "<:%:%:", 0), "^[<][:][%][:][%][:]");
}

static void splices(void **state)
{
    Fixture *f = *state;
    assert_string_equal(spelled(f, "ab\\\ncd +\\\n\\\n= 1\\  \n2\\", MODE),
                        "^[abcd]_[+=]_[12][\\]");
    assert_string_equal(spelled(f, "\"a\\\nb\" /\\\n/ x \\\n y\nz", MODE), "^[\"ab\"]^[z]");
    assert_string_equal(spelled(f, "/\\\n* x *\\\n/ y", MODE), "^_[y]");
    assert_string_equal(spelled(f, "'\\\\\n'\\\\'", MODE), "^['\\'\\\\']");
}

static void literals(void **state)
{
    Fixture *f = *state;
    assert_string_equal(spelled(f, "u8\"x\" L'a' R\"q()\")q\" u'b' x'c'", MODE),
                        "^[u8\"x\"]_[L'a']_[R\"q()\")q\"]_[u'b']_[x]['c']");
    assert_string_equal(spelled(f, "u8\"x\"", 0), "^[u8][\"x\"]");
    assert_string_equal(spelled(f, "1'2 .5e+3 0x1p-2f 1.2.3 1e", LEX_DIGIT_SEPARATORS),
                        "^[1'2]_[.5e+3]_[0x1p-2f]_[1.2.3]_[1e]");
    const Lexed *l = lex(f, "'x\n\"y\nR\"(", MODE);
    assert_int_equal(l->tokens[0].spare, LEX_UNTERMINATED_CHAR);
    assert_int_equal(l->tokens[1].spare, LEX_UNTERMINATED_STRING);
    assert_int_equal(l->tokens[2].spare, LEX_UNTERMINATED_RAW);
    assert_int_equal(l->tokens[0].kind, TOK_OTHER);
}

static void names(void **state)
{
    Fixture *f = *state;
    const Lexed *l = lex(f, "\xC3\xA9 \\u00e9 \\U000000E9 $a if", MODE);
    assert_int_equal(l->count, 6);
    assert_ptr_equal(l->tokens[0].u.name, l->tokens[1].u.name);
    assert_ptr_equal(l->tokens[0].u.name, l->tokens[2].u.name);
    assert_string_equal(l->tokens[3].u.name->text, "$a");
    assert_true(l->tokens[4].u.name->id <= KNOWN_KEYWORDS);
    assert_string_equal(spelled(f, "a\xC3\x97 b\xFF", MODE), "^[a][\xC3\x97]_[b][\xFF]");
}

static void trigraphs(void **state)
{
    Fixture *f = *state;
    const Lexed *l = lex(f, "?\?=a ?\?/\n b \"?\?/?\?/\" ?\? c", LEX_TRIGRAPHS);
    assert_int_equal(l->tokens[0].kind, TOK_HASH);
    assert_int_equal(l->tokens[0].len, 3);
    assert_int_equal(l->tokens[1].offset, 3);
    assert_int_equal(l->tokens[2].offset, 10);
    assert_string_equal(l->tokens[3].u.text, "\"\\\\\"");
    assert_int_equal(l->tokens[6].offset, 24);
}

static void comments(void **state)
{
    Fixture *f = *state;
    assert_string_equal(spelled(f, "a/* * / **/b // c\nd /* x\n */ e", MODE), "^[a]_[b]^[d]_[e]");
    assert_string_equal(spelled(f, "a // b", 0), "^[a]_[/][/]_[b]");
    assert_int_equal(lex(f, "a /* b", MODE)->open_comment, 2);
    assert_int_equal(lex(f, "a /*/ b", MODE)->open_comment, 2);
    assert_true(lex(f, "a /**/ b", MODE)->open_comment == UINT32_MAX);
}

static const Lexed *lexed_file(Fixture *f, const char *text)
{
    return lex_file(file_store_overlay(f->store, "x.h", text, strlen(text)), f->names, MODE);
}

static void groups(void **state)
{
    Fixture *f = *state;
    const Lexed *l = lexed_file(f, "#if a\n#ifdef b\n#else\n#endif\n#define c #\n#elif d\n"
                                   "#endif\n#if e\n");
    assert_int_equal(l->directive_count, 8);
    static const uint32_t next[] = {
        5, 2, 3, LEX_NO_SIBLING, LEX_NO_SIBLING, 6, LEX_NO_SIBLING, LEX_NO_SIBLING};
    for (uint32_t i = 0; i < 8; i++)
        assert_int_equal(l->directives[i].next, next[i]);
}

static const char *guard(Fixture *f, const char *text)
{
    return NAME_TEXT(lexed_file(f, text)->guard);
}

static void guards(void **state)
{
    Fixture *f = *state;
    assert_string_equal(guard(f, "/* c */ #ifndef A\n#if 1\n#else\n#endif\n#endif /* d */\n"), "A");
    assert_string_equal(guard(f, "#if !defined(A_H)\n#endif"), "A_H");
    assert_string_equal(guard(f, "#if ! defined A_H\n#endif"), "A_H");
    assert_string_equal(guard(f, "#ifndef A\n#endif\nint x;"), "");
    assert_string_equal(guard(f, "int x;\n#ifndef A\n#endif\n"), "");
    assert_string_equal(guard(f, "#ifndef A\n#else\n#endif\n"), "");
    assert_string_equal(guard(f, "#if !defined(A) || 1\n#endif\n"), "");
    assert_string_equal(guard(f, "#ifndef A\n#endif\n#ifndef B\n#endif\n"), "");
    assert_string_equal(guard(f, "#ifndef A\n"), "");
}

static void headers(void **state)
{
    Fixture *f = *state;
    const Lexed *l = lex(f, "#include <a//b>\n# /* */ embed \"c\\\" d\n x <a>", MODE);
    assert_int_equal(l->tokens[2].spare, LEX_HEADER);
    assert_int_equal(l->tokens[2].len, 6);
    assert_int_equal(l->tokens[5].spare, LEX_HEADER);
    assert_int_equal(l->tokens[5].len, 4);
    assert_int_equal(l->tokens[8].kind, TOK_LESS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(punctuators), cmocka_unit_test(splices),   cmocka_unit_test(literals),
        cmocka_unit_test(names),       cmocka_unit_test(trigraphs), cmocka_unit_test(comments),
        cmocka_unit_test(groups),      cmocka_unit_test(guards),    cmocka_unit_test(headers),
    };
    return cmocka_run_group_tests_name("lex", tests, set_up, tear_down);
}
