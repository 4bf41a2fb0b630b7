/* syntax/token.c - the kinds of tokens by name, how a token is spelled, and the known names.
 *
 * In: tokens.def and known_names.def. Out: tables.
 *
 * The one idea: a keyword is an ordinary identifier until the preprocessor hands it to the
 * parser. As the session's name table starts with the keywords, "is this a keyword in this
 * dialect?" is one look into an array by the name's id (keyword_table in pp.c). */
#include "syntax/token.h"

_Static_assert(TOK_COUNT <= 256, "Token.kind is a byte");

const char *token_kind_spelling(TokenKind k)
{
    /* clang-format off */
    static const char *const table[TOK_COUNT] = {
        [TOK_EOF] = "end of file",
        [TOK_IDENT] = "identifier",
        [TOK_NUMBER] = "number",
        [TOK_CHAR] = "character constant",
        [TOK_STRING] = "string literal",
        [TOK_OTHER] = "stray character",
        [TOK_EMBED] = "embedded data",
        [TOK_PLACEMARKER] = "nothing",
#define PUNCT(e, s) [TOK_##e] = s,
#include "syntax/tokens.def"
        [TOK_KW_AUTO] = "auto", [TOK_KW_BREAK] = "break", [TOK_KW_CASE] = "case",
        [TOK_KW_CHAR] = "char", [TOK_KW_CONST] = "const", [TOK_KW_CONTINUE] = "continue",
        [TOK_KW_DEFAULT] = "default", [TOK_KW_DO] = "do", [TOK_KW_DOUBLE] = "double",
        [TOK_KW_ELSE] = "else", [TOK_KW_ENUM] = "enum", [TOK_KW_EXTERN] = "extern",
        [TOK_KW_FLOAT] = "float", [TOK_KW_FOR] = "for", [TOK_KW_GOTO] = "goto",
        [TOK_KW_IF] = "if", [TOK_KW_INLINE] = "inline", [TOK_KW_INT] = "int",
        [TOK_KW_LONG] = "long", [TOK_KW_REGISTER] = "register",
        [TOK_KW_RESTRICT] = "restrict", [TOK_KW_RETURN] = "return", [TOK_KW_SHORT] = "short",
        [TOK_KW_SIGNED] = "signed", [TOK_KW_SIZEOF] = "sizeof", [TOK_KW_STATIC] = "static",
        [TOK_KW_STRUCT] = "struct", [TOK_KW_SWITCH] = "switch", [TOK_KW_TYPEDEF] = "typedef",
        [TOK_KW_UNION] = "union", [TOK_KW_UNSIGNED] = "unsigned", [TOK_KW_VOID] = "void",
        [TOK_KW_VOLATILE] = "volatile", [TOK_KW_WHILE] = "while",
        [TOK_KW_ALIGNAS] = "_Alignas", [TOK_KW_ALIGNOF] = "_Alignof",
        [TOK_KW_ALIGNOF_GNU] = "__alignof__", [TOK_KW_ATOMIC] = "_Atomic",
        [TOK_KW_BITINT] = "_BitInt", [TOK_KW_BOOL] = "_Bool", [TOK_KW_COMPLEX] = "_Complex",
        [TOK_KW_IMAGINARY] = "_Imaginary", [TOK_KW_CONSTEXPR] = "constexpr",
        [TOK_KW_FALSE] = "false", [TOK_KW_TRUE] = "true", [TOK_KW_NULLPTR] = "nullptr",
        [TOK_KW_GENERIC] = "_Generic", [TOK_KW_NORETURN] = "_Noreturn",
        [TOK_KW_STATIC_ASSERT] = "_Static_assert", [TOK_KW_THREAD_LOCAL] = "_Thread_local",
        [TOK_KW_TYPEOF] = "typeof", [TOK_KW_TYPEOF_UNQUAL] = "typeof_unqual",
        [TOK_KW_ASM] = "asm", [TOK_KW_ATTRIBUTE] = "__attribute__",
        [TOK_KW_AUTO_TYPE] = "__auto_type", [TOK_KW_EXTENSION] = "__extension__",
        [TOK_KW_LABEL] = "__label__", [TOK_KW_REAL] = "__real__", [TOK_KW_IMAG] = "__imag__",
        [TOK_KW_INT128] = "__int128", [TOK_KW_FLOAT16] = "_Float16",
        [TOK_KW_FLOAT32] = "_Float32", [TOK_KW_FLOAT64] = "_Float64",
        [TOK_KW_FLOAT128] = "_Float128", [TOK_KW_FLOAT32X] = "_Float32x",
        [TOK_KW_FLOAT64X] = "_Float64x", [TOK_KW_FLOAT80] = "__float80",
        [TOK_KW_BF16] = "__bf16", [TOK_KW_DECIMAL32] = "_Decimal32",
        [TOK_KW_DECIMAL64] = "_Decimal64", [TOK_KW_DECIMAL128] = "_Decimal128",
        [TOK_KW_NULLABLE] = "_Nullable", [TOK_KW_NONNULL] = "_Nonnull",
        [TOK_KW_NULL_UNSPECIFIED] = "_Null_unspecified", [TOK_KW_VA_ARG] = "__builtin_va_arg",
        [TOK_KW_OFFSETOF] = "__builtin_offsetof",
        [TOK_KW_CHOOSE_EXPR] = "__builtin_choose_expr",
        [TOK_KW_TYPES_COMPATIBLE] = "__builtin_types_compatible_p",
        [TOK_KW_CONVERTVECTOR] = "__builtin_convertvector",
        [TOK_KW_BIT_CAST] = "__builtin_bit_cast",
    };
    /* clang-format on */
    return (unsigned)k < TOK_COUNT && table[k] ? table[k] : "?";
}

static const char *digraph_spelling(TokenKind k)
{
    return k == TOK_LBRACKET   ? "<:"
           : k == TOK_RBRACKET ? ":>"
           : k == TOK_LBRACE   ? "<%"
           : k == TOK_RBRACE   ? "%>"
           : k == TOK_HASH     ? "%:"
                               : "%:%:";
}

static void spell_embed(Text *out, const Token *t)
{
    for (uint32_t i = 0; i < t->len; i++)
        text_addf(out, i ? ",%u" : "%u", (unsigned)(unsigned char)t->u.text[i]);
}

void token_spell(Text *out, const Token *t)
{
    TokenKind k = (TokenKind)t->kind;
    if (k == TOK_IDENT || k >= TOK_KEYWORD_FIRST)
        text_add_n(out, t->u.name->text, t->u.name->len);
    else if (k == TOK_EMBED)
        spell_embed(out, t);
    else if (k == TOK_NUMBER || k == TOK_CHAR || k == TOK_STRING || k == TOK_OTHER)
        text_add_n(out, t->u.text, t->len);
    else if (k != TOK_EOF && k != TOK_PLACEMARKER)
        text_add(out, t->flags & TOKEN_DIGRAPH ? digraph_spelling(k) : token_kind_spelling(k));
}

static const char *const known_names[] = {
#define KEYWORD(e, s, d) s,
#include "syntax/tokens.def"
#define KNOWN(n) #n,
#define KNOWN_AS(n, s) s,
#include "syntax/known_names.def"
};

const char *const *syntax_known_names(void)
{
    return known_names;
}

uint32_t syntax_known_name_count(void)
{
    return COUNT_OF(known_names);
}
