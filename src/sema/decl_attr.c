/* sema/decl_attr.c - what attributes do to symbols and types.
 *
 * What comes in: the parser's Attr lists. What goes out: attributes with a kind, arguments that
 * are completed expressions where they are expressions of this scope, symbols with the flags
 * that attributes set, other types (vector_size, mode).
 *
 * An argument such as `n` in counted_by(n) names a sibling parameter or field, which is no name
 * of this scope: what can't be resolved here is left as the parser made it, for contract/. */
#include "sema/sema_internal.h"

/* Is every identifier of the argument declared here (or, closed: are there none at all)? */
static bool arg_resolvable(Sema *s, const Expr *e, bool closed, uint32_t depth)
{
    if (!e || e->type)
        return true;
    if (depth > 64)
        return false;
    switch ((ExprKind)e->kind) {
    case EXPR_INT:
    case EXPR_CHAR:
    case EXPR_FLOAT:
    case EXPR_NULLPTR:
    case EXPR_SIZEOF_TYPE:
    case EXPR_ALIGNOF_TYPE: return true;
    case EXPR_IDENT: {
        if (closed)
            return false;
        Symbol *sym = scope_find(s, e->u.ident.name);
        return sym && sym->kind != SYM_TYPEDEF;
    }
    case EXPR_UNARY:
    case EXPR_SIZEOF_EXPR:
    case EXPR_ALIGNOF_EXPR: return arg_resolvable(s, e->u.unary.operand, closed, depth + 1);
    case EXPR_CAST: return arg_resolvable(s, e->u.cast.operand, closed, depth + 1);
    case EXPR_BINARY:
        return arg_resolvable(s, e->u.binary.lhs, closed, depth + 1) &&
               arg_resolvable(s, e->u.binary.rhs, closed, depth + 1);
    case EXPR_COND:
        return arg_resolvable(s, e->u.cond.cond, closed, depth + 1) &&
               arg_resolvable(s, e->u.cond.then, closed, depth + 1) &&
               arg_resolvable(s, e->u.cond.other, closed, depth + 1);
    case EXPR_ERROR:
    case EXPR_STRING:
    case EXPR_FUNC_NAME:
    case EXPR_CALL:
    case EXPR_MEMBER:
    case EXPR_INDEX:
    case EXPR_ASSIGN:
    case EXPR_CONVERT:
    case EXPR_COMPOUND_LITERAL:
    case EXPR_GENERIC:
    case EXPR_STMT_EXPR:
    case EXPR_LABEL_ADDR:
    case EXPR_VA_ARG:
    case EXPR_OFFSETOF:
    case EXPR_TYPES_COMPATIBLE:
    case EXPR_CHOOSE:
    case EXPR_CONVERTVECTOR:
    case EXPR_BIT_CAST:
    case EXPR_INIT_LIST:
    case EXPR_TYPE:
    case EXPR_EMBED:
    case EXPR_KIND_COUNT: return false;
    }
    return false;
}

/* Attributes whose arguments are fields or parameters by name, not expressions of this scope. */
static bool args_are_names(const Attr *a)
{
    return a->name &&
           (strncmp(a->name->text, "corten", 6) == 0 || attr_is_note((AttrKind)a->known));
}

/* An enumerator in an annotation becomes its number, so that who reads it needs no scope. */
static void resolve_enumerators(Sema *s, Attr *a)
{
    for (uint32_t i = 0; i < a->token_count; i++) {
        Token *t = &a->tokens[i];
        bool member = i && (t[-1].kind == TOK_DOT || t[-1].kind == TOK_ARROW);
        const Symbol *sym = t->kind == TOK_IDENT && !member ? scope_find(s, t->u.name) : NULL;
        if (!sym || sym->kind != SYM_ENUM_CONST || sym->enum_value < 0)
            continue;
        Text number;
        text_init(&number, s->arena);
        text_add_i128(&number, sym->enum_value);
        t->kind = TOK_NUMBER;
        t->u.text = number.data;
        t->len = (uint32_t)number.len;
    }
}

void attrs_prepare(Sema *s, Attr *list)
{
    if (!list)
        return;
    attr_classify(s->types, list);
    Arena *tree = s->tree;
    s->tree = s->arena; /* attributes outlive the tree */
    for (Attr *a = list; a; a = a->next) {
        bool closed = args_are_names(a) || (a->scope && strcmp(a->scope->text, "corten") == 0);
        if (closed)
            resolve_enumerators(s, a);
        for (uint32_t i = 0; i < a->arg_count; i++) {
            Expr *e = a->args[i];
            if (!e || e->type)
                continue;
            bool must = a->known == ATTR_ALIGNED || a->known == ATTR_VECTOR_SIZE;
            if (!must && !arg_resolvable(s, e, closed, 0))
                continue;
            s->unevaluated++;
            a->args[i] = expr_check(s, e);
            s->unevaluated--;
        }
    }
    s->tree = tree;
}

const Attr *attrs_notes(Sema *s, const Attr *list)
{
    const Attr *first = NULL;
    Attr *last = NULL;
    for (const Attr *a = list; a; a = a->next) {
        if (!attr_is_note((AttrKind)a->known))
            continue;
        Attr *copy = arena_copy(s->arena, a, sizeof *a);
        copy->next = NULL;
        if (last)
            last->next = copy;
        else
            first = copy;
        last = copy;
    }
    return first;
}

static void cleanup_check(Sema *s, const Attr *a)
{
    if (a->arg_count != 1 || !a->args[0]) {
        sema_error_at(s, a->loc, "`cleanup` needs the name of a function");
        return;
    }
    Expr *e = a->args[0];
    if (e->kind == EXPR_IDENT && e->type && e->u.ident.sym) {
        if (e->u.ident.sym->kind == SYM_FUNCTION) {
            e->u.ident.sym->used = true;
            return;
        }
    } else if (e->kind == EXPR_IDENT && !e->type) {
        sema_error(s, span_of(e), "undeclared function `%s` in `cleanup`", e->u.ident.name->text);
        return;
    }
    sema_error(s, span_of(e), "the argument of `cleanup` is no function");
}

static Symbol *named_function(const Attr *a)
{
    const Expr *e = a->arg_count ? a->args[0] : NULL;
    if (!e || e->kind != EXPR_IDENT || !e->type || !e->u.ident.sym)
        return NULL;
    return e->u.ident.sym->kind == SYM_FUNCTION ? e->u.ident.sym : NULL;
}

static bool same_mark(const Attr *a, const Attr *b)
{
    i128 x = 1, y = 1;
    (void)attr_int(a, 1, &x);
    (void)attr_int(b, 1, &y);
    return a->known == b->known && a->args[0]->u.ident.name == b->args[0]->u.ident.name && x == y;
}

/* struct s *make(void) __attribute__((malloc(drop, 1)));  says of drop, too, that its first
 * argument is released there. GCC manual, "Common Function Attributes", malloc. Of several, as in
 * malloc(fclose), malloc(freopen, 3), the first names the family. */
static void mark_deallocator(Sema *s, const Attr *a, const Attr *first)
{
    Symbol *sym = named_function(a);
    if (!sym)
        return;
    Attr *mark = arena_copy(s->arena, a, sizeof *a);
    mark->known = ATTR_DEALLOCATOR;
    mark->next = NULL;
    mark->arg_count = a->arg_count > 1 ? 2 : 1;
    mark->args = ARENA_ARRAY(s->arena, Expr *, 2);
    mark->args[0] = first->args[0];
    mark->args[1] = a->arg_count > 1 ? a->args[1] : NULL;
    for (const Attr *known = sym->attrs; known; known = known->next)
        if (known->known == ATTR_DEALLOCATOR && same_mark(known, mark))
            return;
    sym->attrs = attr_join(s->arena, sym->attrs, mark);
}

static void mark_deallocators(Sema *s, const Attr *attrs)
{
    const Attr *first = NULL;
    for (const Attr *a = attrs; a; a = a->next) {
        if (a->known != ATTR_MALLOC || !named_function(a))
            continue;
        first = first ? first : a;
        mark_deallocator(s, a, first);
    }
}

void attrs_to_symbol(Sema *s, Symbol *sym, const Attr *attrs)
{
    mark_deallocators(s, attrs);
    sym->attrs = attr_join(s->arena, sym->attrs, attrs);
    for (const Attr *a = attrs; a; a = a->next) {
        if (a->known == ATTR_NORETURN)
            sym->noreturn = true;
        else if (a->known == ATTR_ALWAYS_INLINE)
            sym->always_inline = true;
        else if (a->known == ATTR_GNU_INLINE)
            sym->gnu_inline = true;
        else if (a->known == ATTR_CLEANUP && sym->kind == SYM_VAR)
            cleanup_check(s, a);
        else if (a->known == ATTR_UNAVAILABLE)
            sym->unavailable = true;
        else if (a->known == ATTR_ALIAS || a->known == ATTR_IFUNC) {
            sym->is_definition = true;
            sym->tentative = false;
        }
    }
    uint32_t align = attr_alignment(s->types, attrs);
    if (align > sym->align)
        sym->align = align;
}

/* ---- types from attributes ----------------------------------------------------------------- */

static bool text_is(const char *t, const char *word)
{
    size_t n = strlen(t);
    if (n > 4 && t[0] == '_' && t[1] == '_' && t[n - 1] == '_' && t[n - 2] == '_')
        return strlen(word) == n - 4 && strncmp(t + 2, word, n - 4) == 0;
    return strcmp(t, word) == 0;
}

static const Type *mode_integer(Sema *s, uint32_t size, bool is_unsigned)
{
    static const TypeKind kinds[][2] = {{TYPE_SCHAR, TYPE_UCHAR},  {TYPE_SHORT, TYPE_USHORT},
                                        {TYPE_INT, TYPE_UINT},     {TYPE_LONG, TYPE_ULONG},
                                        {TYPE_LLONG, TYPE_ULLONG}, {TYPE_INT128, TYPE_UINT128}};
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        if (s->target->by_kind[kinds[i][0]].size == size)
            return basic(s, kinds[i][is_unsigned]);
    return NULL;
}

/* mode(DI): the integer or floating type of that machine mode. GCC manual, "Machine Modes". */
static const Type *mode_type(Sema *s, const Type *t, const char *mode)
{
    static const struct {
        const char *name;
        uint8_t size;
    } integers[] = {{"QI", 1}, {"byte", 1}, {"HI", 2}, {"SI", 4}, {"DI", 8}, {"TI", 16}};
    static const struct {
        const char *name;
        TypeKind kind;
    } floats[] = {{"HF", TYPE_FLOAT16},
                  {"SF", TYPE_FLOAT},
                  {"DF", TYPE_DOUBLE},
                  {"XF", TYPE_LDOUBLE},
                  {"TF", TYPE_FLOAT128}};
    uint32_t word = s->target->by_kind[TYPE_POINTER].size;
    for (size_t i = 0; i < COUNT_OF(integers); i++)
        if (text_is(mode, integers[i].name))
            return mode_integer(s, integers[i].size, t->is_unsigned);
    for (size_t i = 0; i < COUNT_OF(floats); i++)
        if (text_is(mode, floats[i].name))
            return basic(s, floats[i].kind);
    if (text_is(mode, "word") || text_is(mode, "pointer") || text_is(mode, "unwind_word"))
        return mode_integer(s, word, t->is_unsigned);
    if (text_is(mode, "SC"))
        return type_complex(s->types, basic(s, TYPE_FLOAT));
    if (text_is(mode, "DC"))
        return type_complex(s->types, basic(s, TYPE_DOUBLE));
    if (text_is(mode, "XC"))
        return type_complex(s->types, basic(s, TYPE_LDOUBLE));
    if (text_is(mode, "TC"))
        return type_complex(s->types, basic(s, TYPE_FLOAT128));
    return NULL;
}

/* Puts `leaf` in the place of the innermost element type: vector_size reaches through. */
static const Type *replace_leaf(Sema *s, const Type *t, const Type *leaf)
{
    const Type *n;
    if (t->kind == TYPE_POINTER)
        n = type_pointer(s->types, replace_leaf(s, t->elem, leaf));
    else if (t->kind == TYPE_ARRAY && !t->incomplete && !t->vla)
        n = type_array(s->types, replace_leaf(s, t->elem, leaf), t->u.array.count);
    else if (t->kind == TYPE_FUNCTION)
        return type_function(s->types, replace_leaf(s, t->elem, leaf), t->u.fn.params,
                             t->u.fn.count, t->u.fn.variadic, t->u.fn.has_proto, t->u.fn.attrs);
    else
        n = leaf;
    return t->quals ? type_qualified(s->types, n, t->quals) : n;
}

static const Type *leaf_of(const Type *t)
{
    while (t->kind == TYPE_POINTER || t->kind == TYPE_ARRAY || t->kind == TYPE_FUNCTION)
        t = t->elem;
    return t;
}

static const Type *vector_from_attr(Sema *s, const Type *t, const Attr *a, bool in_bytes)
{
    const Type *elem = leaf_of(t);
    i128 n;
    if (is_error(elem))
        return t;
    if (a->arg_count != 1) {
        sema_error_at(s, a->loc, "`%s` needs one argument", NAME_TEXT(a->name));
        return t;
    }
    if (!attr_int(a, 0, &n))
        return t;
    elem = type_unqualified(s->types, elem)->canon;
    if (!type_is_integer(elem) && !type_is_floating(elem) && elem->kind != TYPE_POINTER) {
        sema_error_at(s, a->loc, "`%s` can't be the element type of a vector", SPELL(s, elem));
        return t;
    }
    if (in_bytes) {
        if (n <= 0 || !elem->size || n % (i128)elem->size) {
            sema_error_at(s, a->loc,
                          "a vector's size must be a multiple of the size of its element");
            return t;
        }
        n /= (i128)elem->size;
    }
    if (n <= 0 || n > ((i128)1 << 31)) {
        sema_error_at(s, a->loc, "a vector can't have this size");
        return t;
    }
    return replace_leaf(s, t, type_vector(s->types, elem, (uint64_t)n));
}

const Type *attrs_to_type(Sema *s, const Type *t, const Attr *attrs)
{
    if (is_error(t))
        return t;
    for (const Attr *a = attrs; a; a = a->next) {
        if (a->known == ATTR_VECTOR_SIZE)
            t = vector_from_attr(s, t, a, true);
        else if (a->known == ATTR_EXT_VECTOR_TYPE)
            t = vector_from_attr(s, t, a, false);
        else if (a->known == ATTR_MODE) {
            const char *mode = attr_text(s->arena, a, 0);
            const Type *leaf = mode ? mode_type(s, leaf_of(t), mode) : NULL;
            if (leaf)
                t = replace_leaf(s, t, leaf);
        }
    }
    return t;
}
