/* syntax/ast_print.c - the tree as text, for `corten dump ast` and for tests.
 *
 * What comes in: an Ast, before or after sema. What goes out: one node a line, children indented,
 * the line number of each declaration and statement in front.
 *
 *     int f(int a) { return a + 1; }
 *
 *     1 function f: function (a: int) -> int
 *       1 compound
 *         1 return
 *           binary +
 *             ident a
 *             int 1
 *
 * The one idea: chains that the parser builds in loops are printed in loops as well, so that a
 * tree of any length prints; only what the parser bounds recurses. */
#include "syntax/ast.h"

typedef struct Printer {
    const SourceMap *map;
    Text *out;
    unsigned indent; /* levels of two blanks */
} Printer;

static void print_expr(Printer *w, const Expr *e);
static void print_stmt(Printer *w, const Stmt *s);
static void print_decl(Printer *w, const Decl *d);
static void print_specs(Printer *w, const Specs *s);
static void print_declarator_type(Printer *w, const Specs *s, const Declarator *d);

const char *expr_kind_name(ExprKind k)
{
    static const char *const names[] = {
#define EXPR(e, dump) dump,
#include "syntax/ast.def"
    };
    return k < COUNT_OF(names) ? names[k] : "?";
}

const char *stmt_kind_name(StmtKind k)
{
    static const char *const names[] = {
#define STMT(e, dump) dump,
#include "syntax/ast.def"
    };
    return k < COUNT_OF(names) ? names[k] : "?";
}

/* Past MAX_INDENT the level is told by its number: a chain of 20 000 levels, each indented by its
 * depth, would be gigabytes of blanks. */
enum { MAX_INDENT = 500 };

static void line(Printer *w)
{
    text_fill(w->out, ' ', (size_t)(w->indent < MAX_INDENT ? w->indent : MAX_INDENT) * 2);
    if (w->indent > MAX_INDENT)
        text_addf(w->out, "+%u ", w->indent - MAX_INDENT);
}

static void located(Printer *w, Loc l)
{
    line(w);
    text_addf(w->out, "%u ", source_line(w->map, l));
}

/* ---- types as written -------------------------------------------------------------------- */
static void print_attrs(Printer *w, const Attr *a)
{
    for (; a; a = a->next) {
        text_addf(w->out, " @%s%s%s", NAME_TEXT(a->scope), a->scope ? "::" : "", a->name->text);
        if (a->token_count) {
            text_add_char(w->out, '(');
            for (uint32_t i = 0; i < a->token_count; i++) {
                if (i && a->tokens[i].flags & TOKEN_SPACE)
                    text_add_char(w->out, ' ');
                token_spell(w->out, &a->tokens[i]);
            }
            text_add_char(w->out, ')');
        }
    }
}

static void print_quals(Printer *w, uint32_t q)
{
    static const char *const names[] = {"const",     "volatile", "restrict",         "_Atomic",
                                        "_Nullable", "_Nonnull", "_Null_unspecified"};
    for (uint32_t i = 0; i < COUNT_OF(names); i++)
        if (q >> i & 1)
            text_addf(w->out, "%s ", names[i]);
}

static void print_tag(Printer *w, const TagSpec *t)
{
    text_addf(w->out, "%s %s",
              t->kind == TAG_STRUCT  ? "struct"
              : t->kind == TAG_UNION ? "union"
                                     : "enum",
              t->name ? t->name->text : "<anonymous>");
    print_attrs(w, t->attrs);
    if (t->underlying) {
        text_add(w->out, " : ");
        print_specs(w, t->underlying);
    }
    if (t->defined)
        text_add(w->out, " {}");
    if (t->pack)
        text_addf(w->out, " pack %u", t->pack);
}

static void print_words(Printer *w, const Specs *s)
{
    static const char *const words[] = {
        "void",      "char",     "short",      "int",        "float",      "double",
        "signed",    "unsigned", "_Bool",      "_Complex",   "_Imaginary", "__int128",
        "_Float16",  "_Float32", "_Float64",   "_Float128",  "_Float32x",  "_Float64x",
        "__float80", "__bf16",   "_Decimal32", "_Decimal64", "_Decimal128"};
    const char *sep = "";
    for (unsigned i = 0; i < s->longs; i++, sep = " ")
        text_addf(w->out, "%slong", sep);
    for (uint32_t i = 0; i < COUNT_OF(words); i++)
        if (s->words >> i & 1) {
            text_addf(w->out, "%s%s", sep, words[i]);
            sep = " ";
        }
}

static void print_base(Printer *w, const Specs *s)
{
    switch (s->base) {
    case BASE_NONE:
        text_add(w->out, s->storage & SPEC_AUTO_TYPE ? "auto-type" : "implicit-int");
        break;
    case BASE_BUILTIN: print_words(w, s); break;
    case BASE_TAG: print_tag(w, s->tag); break;
    case BASE_TYPEDEF: text_add(w->out, s->typedef_name->text); break;
    case BASE_TYPEOF_EXPR: text_add(w->out, "typeof(expr)"); break;
    case BASE_TYPEOF_TYPE:
    case BASE_ATOMIC:
        text_add(w->out, s->base == BASE_ATOMIC ? "_Atomic(" : "typeof(");
        print_declarator_type(w, s->type_name->specs, s->type_name->declarator);
        text_add_char(w->out, ')');
        break;
    case BASE_BITINT:
        print_words(w, s);
        text_add(w->out, s->words ? " _BitInt" : "_BitInt");
        break;
    }
}

static void print_specs(Printer *w, const Specs *s)
{
    static const char *const storage[] = {"typedef",   "extern",   "static",
                                          "auto",      "register", "_Thread_local",
                                          "constexpr", "inline",   "_Noreturn"};
    for (uint32_t i = 0; i < COUNT_OF(storage); i++)
        if (s->storage >> i & 1)
            text_addf(w->out, "%s ", storage[i]);
    print_quals(w, s->quals);
    print_base(w, s);
    print_attrs(w, s->attrs);
    if (s->aligns)
        text_add(w->out, " _Alignas");
}

static void print_params(Printer *w, const DeclaratorPart *part)
{
    text_add(w->out, part->has_proto ? "(" : "(no prototype");
    for (uint32_t i = 0; i < part->kr_count; i++)
        text_addf(w->out, "%s%s", i ? ", " : ": ", part->kr_names[i]->text);
    for (const Param *m = part->params; m; m = m->next) {
        text_addf(w->out, "%s: ", m->declarator->name ? m->declarator->name->text : "_");
        print_declarator_type(w, m->specs, m->declarator);
        print_attrs(w, m->declarator->attrs);
        text_add(w->out, m->next || part->variadic ? ", " : "");
    }
    text_add(w->out, part->variadic ? "...)" : ")");
}

/* In reading order: array of pointer to int. */
static void print_declarator_type(Printer *w, const Specs *s, const Declarator *d)
{
    for (const DeclaratorPart *part = d->parts; part; part = part->next) {
        switch (part->kind) {
        case PART_POINTER:
            print_quals(w, part->quals);
            text_add(w->out, "pointer to ");
            break;
        case PART_ARRAY:
            text_addf(w->out, "array [%s", part->is_static ? "static " : "");
            print_quals(w, part->quals);
            if (part->size && part->size->kind == EXPR_INT)
                text_add_u128(w->out, part->size->value);
            else
                text_add(w->out, part->is_star ? "*" : part->size ? "expr" : "");
            text_add(w->out, "] of ");
            break;
        case PART_FUNCTION:
            text_add(w->out, "function ");
            print_params(w, part);
            text_add(w->out, " -> ");
            break;
        }
        if (part->attrs) {
            print_attrs(w, part->attrs);
            text_add_char(w->out, ' ');
        }
    }
    print_specs(w, s);
}

static void print_type_name(Printer *w, const TypeName *t)
{
    text_add_char(w->out, ' ');
    print_declarator_type(w, t->specs, t->declarator);
}

/* ---- expressions ------------------------------------------------------------------------- */
static const char *unary_spelling(unsigned op)
{
    static const char *const s[] = {"+",
                                    "-",
                                    "~",
                                    "!",
                                    "*",
                                    "&",
                                    "++x",
                                    "--x",
                                    "x++",
                                    "x--",
                                    "__real__",
                                    "__imag__",
                                    "__extension__"};
    return op < COUNT_OF(s) ? s[op] : "?";
}

static const char *binary_spelling(unsigned op)
{
    static const char *const s[] = {"*",  "/",  "%",  "+", "-", "<<", ">>", "<",  ">", "<=",
                                    ">=", "==", "!=", "&", "^", "|",  "&&", "||", ","};
    return op < COUNT_OF(s) ? s[op] : "?";
}

static void print_string(Printer *w, const Expr *e)
{
    text_add_char(w->out, ' ');
    if (e->u.string.prefix)
        text_addf(w->out, e->u.string.prefix == '8' ? "u%c" : "%c", e->u.string.prefix);
    text_add_char(w->out, '"');
    for (uint32_t i = 0; i < e->u.string.count; i++) {
        uint32_t v = 0;
        for (uint32_t k = 0; k < e->u.string.elem_size; k++)
            v |= (uint32_t)(uint8_t)e->u.string.bytes[i * e->u.string.elem_size + k] << (8 * k);
        if (v >= 32 && v < 127 && v != '"' && v != '\\')
            text_add_char(w->out, (char)v);
        else
            text_addf(w->out, "\\x{%x}", v);
    }
    text_add_char(w->out, '"');
}

/* What stands on the node's own line. */
static void print_head(Printer *w, const Expr *e)
{
    text_add(w->out, expr_kind_name((ExprKind)e->kind));
    switch ((ExprKind)e->kind) {
    case EXPR_IDENT:
    case EXPR_FUNC_NAME: text_addf(w->out, " %s", e->u.ident.name->text); break;
    case EXPR_INT:
    case EXPR_CHAR:
        text_add_char(w->out, ' ');
        text_add_i128(w->out, (i128)e->value);
        break;
    case EXPR_FLOAT: text_addf(w->out, " %La%s", e->u.floating.value, e->u.floating.suffix); break;
    case EXPR_STRING: print_string(w, e); break;
    case EXPR_MEMBER:
        text_addf(w->out, " %s%s", e->flags & EXPR_FLAG_ARROW ? "->" : ".", e->u.member.name->text);
        break;
    case EXPR_UNARY: text_addf(w->out, " %s", unary_spelling(e->op)); break;
    case EXPR_BINARY: text_addf(w->out, " %s", binary_spelling(e->op)); break;
    case EXPR_ASSIGN:
        text_addf(w->out, " %s=", e->flags & EXPR_FLAG_COMPOUND ? binary_spelling(e->op) : "");
        break;
    case EXPR_CAST:
    case EXPR_COMPOUND_LITERAL:
    case EXPR_SIZEOF_TYPE:
    case EXPR_ALIGNOF_TYPE:
    case EXPR_VA_ARG:
    case EXPR_TYPE:
    case EXPR_CONVERTVECTOR:
    case EXPR_BIT_CAST: print_type_name(w, e->u.cast.type); break;
    case EXPR_TYPES_COMPATIBLE:
        print_type_name(w, e->u.types.a);
        text_add(w->out, " and");
        print_type_name(w, e->u.types.b);
        break;
    case EXPR_LABEL_ADDR: text_addf(w->out, " %s", NAME_TEXT(e->u.label_addr.name)); break;
    case EXPR_EMBED: text_addf(w->out, " %u bytes", e->u.embed.count); break;
    case EXPR_CONVERT:
    case EXPR_ERROR:
    case EXPR_NULLPTR:
    case EXPR_CALL:
    case EXPR_INDEX:
    case EXPR_COND:
    case EXPR_SIZEOF_EXPR:
    case EXPR_ALIGNOF_EXPR:
    case EXPR_GENERIC:
    case EXPR_STMT_EXPR:
    case EXPR_OFFSETOF:
    case EXPR_CHOOSE:
    case EXPR_INIT_LIST:
    case EXPR_KIND_COUNT: break;
    }
    text_add_char(w->out, '\n');
}

static void print_path(Printer *w, const Designator *d)
{
    for (; d; d = d->next) {
        line(w);
        if (d->field) {
            text_addf(w->out, ".%s\n", d->field->text);
            continue;
        }
        text_add(w->out, d->hi ? "[...]\n" : "[]\n");
        w->indent++;
        print_expr(w, d->lo);
        if (d->hi)
            print_expr(w, d->hi);
        w->indent--;
    }
}

static void print_init(Printer *w, const Expr *e)
{
    for (uint32_t i = 0; i < e->u.init.count; i++) {
        print_path(w, e->u.init.items[i].designators);
        print_expr(w, e->u.init.items[i].value);
    }
}

static void print_generic(Printer *w, const Expr *e)
{
    if (e->u.generic.control)
        print_expr(w, e->u.generic.control);
    for (uint32_t i = 0; i < e->u.generic.count; i++) {
        line(w);
        text_add(w->out, e->u.generic.assocs[i].type ? "type" : "default");
        if (e->u.generic.assocs[i].type)
            print_type_name(w, e->u.generic.assocs[i].type);
        text_add_char(w->out, '\n');
        print_expr(w, e->u.generic.assocs[i].value);
    }
}

/* Prints all children but the last of a chain, which is returned: the caller goes on with it. */
static const Expr *print_children(Printer *w, const Expr *e)
{
    switch ((ExprKind)e->kind) {
    case EXPR_CALL:
        print_expr(w, e->u.call.callee);
        for (uint32_t i = 0; i < e->u.call.count; i++)
            print_expr(w, e->u.call.args[i]);
        return NULL;
    case EXPR_MEMBER: return e->u.member.base;
    case EXPR_UNARY:
    case EXPR_SIZEOF_EXPR:
    case EXPR_ALIGNOF_EXPR: return e->u.unary.operand;
    case EXPR_ASSIGN:
    case EXPR_INDEX:
    case EXPR_BINARY: print_expr(w, e->u.binary.lhs); return e->u.binary.rhs;
    case EXPR_COND:
    case EXPR_CHOOSE:
        print_expr(w, e->u.cond.cond);
        if (e->u.cond.then)
            print_expr(w, e->u.cond.then);
        return e->u.cond.other;
    case EXPR_CAST:
    case EXPR_COMPOUND_LITERAL:
    case EXPR_CONVERT:
    case EXPR_VA_ARG:
    case EXPR_CONVERTVECTOR:
    case EXPR_BIT_CAST: return e->u.cast.operand;
    case EXPR_GENERIC: print_generic(w, e); return NULL;
    case EXPR_STMT_EXPR: print_stmt(w, e->u.stmt_expr.body); return NULL;
    case EXPR_OFFSETOF: print_path(w, e->u.offset.path); return NULL;
    case EXPR_INIT_LIST: print_init(w, e); return NULL;
    case EXPR_ERROR:
    case EXPR_IDENT:
    case EXPR_INT:
    case EXPR_CHAR:
    case EXPR_FLOAT:
    case EXPR_STRING:
    case EXPR_NULLPTR:
    case EXPR_FUNC_NAME:
    case EXPR_SIZEOF_TYPE:
    case EXPR_ALIGNOF_TYPE:
    case EXPR_LABEL_ADDR:
    case EXPR_TYPES_COMPATIBLE:
    case EXPR_TYPE:
    case EXPR_EMBED:
    case EXPR_KIND_COUNT: return NULL;
    }
    return NULL;
}

/* a + b + c + ... leans to the left: its operands are printed as one list, in order. */
static const Expr *left_chain(Printer *w, const Expr *e)
{
    uint32_t n = 0;
    for (const Expr *l = e; l->kind == EXPR_BINARY && l->op == e->op; l = l->u.binary.lhs)
        n++;
    if (n < 3)
        return print_children(w, e);
    const Expr **links = ARENA_ARRAY(w->out->arena, const Expr *, n);
    const Expr *l = e;
    for (uint32_t i = n; i > 0; i--, l = l->u.binary.lhs)
        links[i - 1] = l;
    print_expr(w, l);
    for (uint32_t i = 0; i + 1 < n; i++)
        print_expr(w, links[i]->u.binary.rhs);
    return e->u.binary.rhs;
}

static void print_expr(Printer *w, const Expr *e)
{
    unsigned indent = w->indent;
    while (e) {
        line(w);
        print_head(w, e);
        w->indent++;
        e = e->kind == EXPR_BINARY ? left_chain(w, e) : print_children(w, e);
    }
    w->indent = indent;
}

/* ---- statements -------------------------------------------------------------------------- */
static void print_asm(Printer *w, const AsmStmt *a)
{
    print_expr(w, a->text);
    for (uint32_t i = 0; i < a->output_count + a->input_count; i++) {
        bool out = i < a->output_count;
        const AsmOperand *o = out ? &a->outputs[i] : &a->inputs[i - a->output_count];
        line(w);
        text_addf(w->out, "%s [%s]\n", out ? "output" : "input", NAME_TEXT(o->symbolic));
        print_expr(w, o->constraint);
        print_expr(w, o->value);
    }
    for (uint32_t i = 0; i < a->label_count; i++) {
        line(w);
        text_addf(w->out, "label %s\n", a->labels[i]->text);
    }
}

static void print_optional(Printer *w, const Expr *e)
{
    if (e)
        print_expr(w, e);
}

/* Like print_children: the last statement of a chain is left to the caller. */
static const Stmt *print_stmt_children(Printer *w, const Stmt *s)
{
    switch ((StmtKind)s->kind) {
    case STMT_COMPOUND:
        for (const Stmt *b = s->u.body; b; b = b->next)
            print_stmt(w, b);
        return NULL;
    case STMT_EXPR:
    case STMT_RETURN:
    case STMT_GOTO_COMPUTED: print_optional(w, s->u.expr); return NULL;
    case STMT_DECL: print_decl(w, s->u.decl); return NULL;
    case STMT_IF:
        print_optional(w, s->u.if_.cond);
        if (s->u.if_.then)
            print_stmt(w, s->u.if_.then);
        return s->u.if_.other;
    case STMT_WHILE:
    case STMT_DO:
    case STMT_SWITCH: print_optional(w, s->u.loop.cond); return s->u.loop.body;
    case STMT_FOR:
        if (s->u.for_.init)
            print_stmt(w, s->u.for_.init);
        print_optional(w, s->u.for_.cond);
        print_optional(w, s->u.for_.step);
        return s->u.for_.body;
    case STMT_CASE:
        print_optional(w, s->u.case_.lo);
        print_optional(w, s->u.case_.hi);
        return s->u.case_.body;
    case STMT_DEFAULT: return s->u.body;
    case STMT_LABEL: return s->u.label.body;
    case STMT_ASM:
        if (s->u.asm_->text)
            print_asm(w, s->u.asm_);
        return NULL;
    case STMT_GOTO:
    case STMT_BREAK:
    case STMT_CONTINUE:
    case STMT_NULL:
    case STMT_KIND_COUNT: return NULL;
    }
    return NULL;
}

static void print_stmt(Printer *w, const Stmt *s)
{
    unsigned indent = w->indent;
    for (; s; w->indent++) {
        located(w, s->begin);
        text_add(w->out, stmt_kind_name((StmtKind)s->kind));
        if (s->unsafe)
            text_add(w->out, " unsafe");
        if (s->kind == STMT_LABEL || s->kind == STMT_GOTO)
            text_addf(w->out, " %s", NAME_TEXT(s->u.label.name));
        print_attrs(w, s->attrs);
        text_add_char(w->out, '\n');
        w->indent++;
        s = print_stmt_children(w, s);
        w->indent--;
    }
    w->indent = indent;
}

/* ---- declarations ------------------------------------------------------------------------ */
static void print_tag_body(Printer *w, const TagSpec *t)
{
    w->indent++;
    for (uint32_t i = 0; i < t->enumerator_count; i++) {
        located(w, t->enumerators[i].loc);
        text_addf(w->out, "enumerator %s", t->enumerators[i].name->text);
        print_attrs(w, t->enumerators[i].attrs);
        text_add_char(w->out, '\n');
        w->indent++;
        print_optional(w, t->enumerators[i].value);
        w->indent--;
    }
    for (const Decl *d = t->members; d; d = d->next)
        print_decl(w, d);
    w->indent--;
}

static void print_init_declarator(Printer *w, const Decl *d, const InitDeclarator *i)
{
    located(w, i->declarator->loc);
    text_addf(w->out, "declare %s: ", i->declarator->name ? i->declarator->name->text : "_");
    print_declarator_type(w, d->specs, i->declarator);
    print_attrs(w, d->attrs);
    print_attrs(w, i->declarator->inner_attrs);
    print_attrs(w, i->declarator->attrs);
    text_add(w->out, i->declarator->asm_label ? " asm\n" : "\n");
    w->indent++;
    print_optional(w, i->init);
    print_optional(w, i->bit_width);
    w->indent--;
}

static void print_decl(Printer *w, const Decl *d)
{
    if (d->kind == DECL_VARS && d->specs) {
        if (d->specs->tag && d->specs->tag->defined) {
            located(w, d->specs->tag->loc);
            print_tag(w, d->specs->tag);
            text_add_char(w->out, '\n');
            print_tag_body(w, d->specs->tag);
        }
        for (const InitDeclarator *i = d->declarators; i; i = i->next)
            print_init_declarator(w, d, i);
        return;
    }
    static const char *const kinds[] = {"vars", "function", "static-assert",
                                        "asm",  "empty",    "labels"};
    located(w, d->begin);
    text_add(w->out, kinds[d->kind]);
    if (d->kind == DECL_FUNCTION) {
        text_addf(w->out, " %s: ", NAME_TEXT(d->declarator->name));
        print_declarator_type(w, d->specs, d->declarator);
        print_attrs(w, d->declarator->attrs);
    }
    for (uint32_t i = 0; i < d->label_count; i++)
        text_addf(w->out, " %s", d->labels[i]->text);
    print_attrs(w, d->attrs);
    text_add_char(w->out, '\n');
    w->indent++;
    print_optional(w, d->expr);
    print_optional(w, d->message);
    for (const Decl *k = d->kr_decls; k; k = k->next)
        print_decl(w, k);
    if (d->body)
        print_stmt(w, d->body);
    w->indent--;
}

void ast_print(const Ast *ast, const SourceMap *map, Text *out)
{
    Printer w = {map, out, 0};
    for (const Decl *d = ast->first; d; d = d->next)
        print_decl(&w, d);
}
