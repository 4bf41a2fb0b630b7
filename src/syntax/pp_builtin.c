/* syntax/pp_builtin.c - macros that are computed: __LINE__ and its kind, __has_include and its.
 *
 * In: the name as a token. Out: the token that takes its place.
 *
 * The one idea: they are ordinary entries of the macro table with `builtin` set, so #ifdef and
 * `defined` see them, and which exist depends on the emulated compiler alone.
 *
 *     __has_attribute(noreturn)   GCC and Clang      1
 *     __has_feature(tls)          Clang only         1 */
#include "syntax/pp_internal.h"

enum { OPERATOR_LIMIT = 600 };

typedef struct BuiltinInfo {
    uint16_t known;
    uint8_t gcc, clang;
} BuiltinInfo; /* since; 0: never */

static void add_builtin(Pp *pp, uint32_t known)
{
    Name n = names_known(pp->names, known);
    Macro *m = ARENA_NEW(pp->arena, Macro);
    m->name = n;
    m->builtin = known;
    if (!pp_macro(pp, n))
        pp_set_macro(pp, n, m);
}

void pp_builtin_setup(Pp *pp)
{
    static const BuiltinInfo table[] = {
        {KNOWN___FILE__, 1, 1},
        {KNOWN___LINE__, 1, 1},
        {KNOWN___COUNTER__, 1, 1},
        {KNOWN___DATE__, 1, 1},
        {KNOWN___TIME__, 1, 1},
        {KNOWN___TIMESTAMP__, 1, 1},
        {KNOWN___INCLUDE_LEVEL__, 1, 1},
        {KNOWN___BASE_FILE__, 1, 1},
        {KNOWN___FILE_NAME__, 12, 9},
        {KNOWN_pragma_operator, 1, 1},
        {KNOWN___has_attribute, 5, 1},
        {KNOWN___has_cpp_attribute, 5, 1},
        {KNOWN___has_c_attribute, 11, 9},
        {KNOWN___has_declspec_attribute, 0, 1},
        {KNOWN___has_builtin, 10, 1},
        {KNOWN___has_constexpr_builtin, 0, 19},
        {KNOWN___has_feature, 14, 1},
        {KNOWN___has_extension, 14, 1},
        {KNOWN___has_warning, 0, 1},
        {KNOWN___has_include, 5, 1},
        {KNOWN___has_include_next, 5, 1},
        {KNOWN___has_embed, 15, 19},
        {KNOWN___is_identifier, 0, 1},
        {KNOWN___building_module, 0, 1},
        {KNOWN___is_target_arch, 0, 1},
        {KNOWN___is_target_vendor, 0, 1},
        {KNOWN___is_target_os, 0, 1},
        {KNOWN___is_target_environment, 0, 1},
        {KNOWN___is_target_variant_os, 0, 15},
        {KNOWN___is_target_variant_environment, 0, 15},
    };
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        uint32_t first = pp->dialect->clang ? table[i].clang : table[i].gcc;
        uint32_t version = pp->dialect->clang ? pp->clang : pp->gnuc;
        if (first && (version == 0 || version >= first))
            add_builtin(pp, table[i].known);
    }
}

/* ---- places and times ---------------------------------------------------------------------- */

static void string_result(Pp *pp, Token *t, const char *s)
{
    Text x;
    text_init(&x, pp->arena);
    text_add_char(&x, '"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            text_add_char(&x, '\\');
        text_add_char(&x, *s);
    }
    text_add_char(&x, '"');
    *t = pp_text_token(pp, TOK_STRING, x.data, x.len, t);
}

/* Where the token counts as standing: itself, or the macro call that brought it; of a call on
 * several lines GCC takes the name, Clang the closing parenthesis. */
static Loc place_of(const Pp *pp, const Token *t)
{
    if (pp->dialect->clang)
        return loc_in_macro(t->loc) ? pp->call_loc : t->loc;
    return source_expansion(pp->map, t->loc);
}

static const char *presumed_path(Pp *pp, Loc at)
{
    Position p = source_position(pp->map, at);
    const Frame *f = pp->frames.len ? pp_frame(pp) : NULL;
    if (!p.file || (f && p.path == f->file->path))
        return f ? f->path : "";
    return p.path;
}

static void date_result(Pp *pp, Token *t, uint32_t known)
{
    static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    static const char days[][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    /* Days to a date: H. Hinnant's civil_from_days; UTC, so that a run can be repeated. */
    int64_t s = pp->opt->now, day = s / 86400, rest = s % 86400;
    int64_t z = day + 719468, era = z / 146097, doe = z - era * 146097;
    int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    int d = (int)(doy - (153 * mp + 2) / 5 + 1), m = (int)(mp < 10 ? mp + 2 : mp - 10);
    int y = (int)(yoe + era * 400 + (m <= 1));
    const char *clock = arena_printf(pp->arena, "%02d:%02d:%02d", (int)(rest / 3600) % 24,
                                     (int)(rest / 60) % 60, (int)rest % 60);
    if (known == KNOWN___DATE__)
        clock = arena_printf(pp->arena, "%s %2d %d", months[m], d, y);
    else if (known == KNOWN___TIMESTAMP__)
        clock =
            arena_printf(pp->arena, "%s %s %2d %s %d", days[(day + 4) % 7], months[m], d, clock, y);
    string_result(pp, t, clock);
}

/* ---- operators ------------------------------------------------------------------------------- */

/* The tokens between the parentheses; false after an error. At most 8 are kept. */
static bool read_operand(Pp *pp, const Token *at, bool expand, Token *out, uint32_t *n)
{
    Token t;
    *n = 0;
    pp_fetch(pp, &t);
    if (t.kind != TOK_LPAREN) {
        pp_error(pp, at->loc, "missing `(` after `%s`", at->u.name->text);
        return false;
    }
    for (uint32_t depth = 0;;) {
        if (expand)
            pp_expand(pp, &t);
        else
            pp_fetch(pp, &t);
        if (t.kind == TOK_EOF) {
            pp_error(pp, at->loc, "missing `)` after `%s`", at->u.name->text);
            return false;
        }
        if (t.kind == TOK_LPAREN)
            depth++;
        if (t.kind == TOK_RPAREN && depth-- == 0)
            break;
        if (*n < 8)
            out[(*n)++] = t;
    }
    return true;
}

/* name, scope::name or scope : : name */
static long attribute_result(Pp *pp, const Token *op, const Token *t, uint32_t n)
{
    const char *scope = NULL;
    long value;
    uint32_t i = 0;
    if (n >= 3 && t[0].kind == TOK_IDENT) {
        if (t[1].kind == TOK_COLON_COLON)
            i = 2;
        else if (n >= 4 && t[1].kind == TOK_COLON && t[2].kind == TOK_COLON)
            i = 3;
        if (i)
            scope = t[0].u.name->text;
    }
    if (i >= n || t[i].kind != TOK_IDENT) {
        pp_error(pp, op->loc, "`%s` needs an attribute's name", op->u.name->text);
        return 0;
    }
    pp_attribute_known(pp, scope, t[i].u.name->text, op->u.name->id, &value);
    return value;
}

static long named_result(Pp *pp, const Token *op, const Token *t, uint32_t n)
{
    const char *text = n && t[0].kind == TOK_IDENT ? t[0].u.name->text : NULL;
    switch (op->u.name->id) {
    case KNOWN___has_warning: return n && t[0].kind == TOK_STRING;
    case KNOWN___building_module: return 0;
    case KNOWN___is_identifier:
        return text &&
               (t[0].u.name->id > KNOWN_KEYWORDS || pp->keywords[t[0].u.name->id] == TOK_IDENT);
    }
    if (!text) {
        pp_error(pp, op->loc, "`%s` needs a name", op->u.name->text);
        return 0;
    }
    switch (op->u.name->id) {
    case KNOWN___has_builtin: return pp_builtin_known(pp, t[0].u.name);
    case KNOWN___has_feature: return pp_feature_known(pp, text, false);
    case KNOWN___has_extension: return pp_feature_known(pp, text, true);
    case KNOWN___is_target_arch: {
        char *macro = arena_printf(pp->arena, "__%s__", text);
        return pp_defined(pp, names_intern(pp->names, macro, strlen(macro)));
    }
    case KNOWN___is_target_os:
        return strcmp(text, "linux") == 0 &&
               pp_defined(pp, names_intern(pp->names, "__linux__", 9));
    }
    return 0;
}

static long include_result(Pp *pp, const Token *op, bool next)
{
    const char *name = "";
    bool angled = false;
    Token t;
    if (!pp->in_directive) {
        pp_error(pp, op->loc, "`%s` outside of a preprocessing directive", op->u.name->text);
        return 0;
    }
    pp_expand(pp, &t);
    bool good = t.kind == TOK_LPAREN && pp_header_operand(pp, op, &name, &angled);
    if (good)
        pp_expand(pp, &t);
    if (!good || t.kind != TOK_RPAREN) {
        pp_error(pp, op->loc, "`%s` needs (\"FILE\") or (<FILE>)", op->u.name->text);
        return 0;
    }
    return pp_has_header(pp, name, angled, next);
}

static void operator_result(Pp *pp, Token *t)
{
    Token arg[8];
    uint32_t n;
    long v = 0;
    bool attribute = false; /* whose answer is a date, which Clang makes a long */
    uint32_t known = t->u.name->id;
    Token op = *t;
    if (pp->arg_depth++ > OPERATOR_LIMIT) {
        if (!pp->stopped)
            pp_error(pp, t->loc, "operators are nested more than %d deep", OPERATOR_LIMIT);
        pp->stopped = true;
    } else if (known == KNOWN___has_include || known == KNOWN___has_include_next) {
        v = include_result(pp, &op, known == KNOWN___has_include_next);
    } else if (known == KNOWN___has_embed) {
        v = pp_has_embed(pp, &op);
    } else if (read_operand(pp, &op, !pp->dialect->clang, arg, &n)) {
        attribute = known == KNOWN___has_attribute || known == KNOWN___has_c_attribute ||
                    known == KNOWN___has_cpp_attribute || known == KNOWN___has_declspec_attribute;
        v = attribute ? attribute_result(pp, &op, arg, n) : named_result(pp, &op, arg, n);
    }
    pp->arg_depth--;
    const char *date = attribute && v > 1 ? arena_printf(pp->arena, "%ldL", v) : NULL;
    *t = date && pp->dialect->clang ? pp_text_token(pp, TOK_NUMBER, date, strlen(date), t)
                                    : pp_number_token(pp, (uint64_t)v, t);
}

void pp_builtin(Pp *pp, const Macro *m, Token *t)
{
    const char *path;
    switch (m->builtin) {
    case KNOWN___LINE__:
        *t = pp_number_token(pp, source_position(pp->map, place_of(pp, t)).line, t);
        break;
    case KNOWN___COUNTER__: *t = pp_number_token(pp, pp->counter++, t); break;
    case KNOWN___FILE__: string_result(pp, t, presumed_path(pp, place_of(pp, t))); break;
    case KNOWN___FILE_NAME__:
        path = presumed_path(pp, place_of(pp, t));
        string_result(pp, t, strrchr(path, '/') ? strrchr(path, '/') + 1 : path);
        break;
    case KNOWN___BASE_FILE__:
        string_result(pp, t, pp->frames.len ? pp->frames.data[0].path : "");
        break;
    case KNOWN___INCLUDE_LEVEL__:
        *t = pp_number_token(pp, pp->frames.len ? pp->frames.len - 1 : 0, t);
        break;
    case KNOWN___DATE__:
    case KNOWN___TIME__:
    case KNOWN___TIMESTAMP__: date_result(pp, t, m->builtin); break;
    default: operator_result(pp, t); break; /* a known name, not one of our enums */
    }
}
