/* sema/decl.c - declarations: which entity a declarator declares, and what is known of it.
 *
 * What comes in: declarations in source order. What goes out: symbols, bound in their scope, one
 * for each entity however often it is declared (C23 6.2.2: linkage makes them one).
 *
 *     extern int a[];      symbol a, int []
 *     int a[3];            the same symbol, now int [3], tentatively defined (6.9.2p2)
 *     { extern int a[]; }  the same symbol again, bound in the block as well
 *
 * Where gcc 12 or clang 14 only warn, nothing is said. */
#include "sema/sema_internal.h"

void decl_add_global(Sema *s, Symbol *sym)
{
    sym->is_global = true;
    VEC_PUSH(s->arena, &s->unit->globals, sym);
}

/* What one declarator says, gathered. */
typedef struct NewDecl {
    Name name;
    Loc loc;
    const Type *type;
    uint32_t storage;
    const Attr *attrs;
    const Expr *asm_label;
    uint32_t align;
    bool has_init;     /* or is a function's definition */
    bool kr;           /* a definition with a list of identifiers */
    bool implicit_int; /* a definition without a type: f() { } */
} NewDecl;

static bool different_kind(Sema *s, const NewDecl *n, const Symbol *before, SymbolKind kind)
{
    if (before->kind == kind)
        return false;
    sema_error_note(s, n->loc, before->loc, "the previous declaration is here",
                    "`%s` is redeclared as a different kind of symbol", n->name->text);
    return true;
}

static void symbol_details(Sema *s, Symbol *sym, const NewDecl *n)
{
    sym->storage |= n->storage;
    if (n->attrs)
        attrs_to_symbol(s, sym, n->attrs);
    if (n->align > sym->align)
        sym->align = n->align;
    if (n->storage & SPEC_NORETURN)
        sym->noreturn = true;
    if (sym->linkage == LINK_INTERNAL && attr_find(n->attrs, ATTR_WEAK))
        sema_error_at(s, n->loc, "`%s` is weak, so it can't be static", n->name->text);
    if (n->storage & SPEC_THREAD)
        sym->thread_local_ = true;
    if (n->asm_label && n->asm_label->kind == EXPR_STRING)
        sym->asm_name =
            arena_strndup(s->arena, n->asm_label->u.string.bytes, n->asm_label->u.string.count);
}

void decl_vm_scope(Sema *s, Loc loc)
{
    VmScope *v = ARENA_NEW(s->tree, VmScope);
    v->outer = s->fs->vm;
    v->loc = loc;
    s->fs->vm = v;
    s->fs->fn->has_vla = true;
}

/* ---- typedefs ------------------------------------------------------------------------------ */
static void name_anonymous(const Type *t, Name name)
{
    if (type_is_record(t)) {
        Record *r = t->canon->u.record;
        if (!r->tag && !r->typedef_name)
            r->typedef_name = name;
    } else if (t->kind == TYPE_ENUM) {
        EnumInfo *e = t->canon->u.enum_info;
        if (!e->tag && !e->typedef_name)
            e->typedef_name = name;
    }
}

static Symbol *declare_typedef(Sema *s, const NewDecl *n)
{
    Symbol *before = scope_find_here(s, n->name);
    const Type *t = n->type;
    uint32_t align = attr_alignment(s->types, n->attrs);
    if (n->align > align)
        align = n->align;
    name_anonymous(t, n->name);
    if (s->fs && !is_error(t) && type_is_variably_modified(t))
        decl_vm_scope(s, n->loc);
    if (type_is_record(t) && attr_find(n->attrs, ATTR_TRANSPARENT_UNION))
        t->canon->u.record->transparent = true;
    if (before) {
        if (different_kind(s, n, before, SYM_TYPEDEF))
            return before;
        if (!is_error(t) && !is_error(before->type) && !type_is_variably_modified(t) &&
            !((t->kind == TYPE_ENUM) == (before->type->kind == TYPE_ENUM) &&
              type_compatible(s->types, before->type, t) &&
              (before->type->quals & QUAL_C_MASK) == (t->quals & QUAL_C_MASK)))
            sema_error_note(s, n->loc, before->loc, "the previous definition is here",
                            "typedef `%s` is redefined with another type: `%s`, before `%s`",
                            n->name->text, SPELL(s, t), SPELL(s, before->type));
        if (align > before->type->align && before->type->align)
            before->type =
                type_variant(s->types, before->type, n->name, before->type->notes, align);
        return before;
    }
    Symbol *sym = symbol_new(s, SYM_TYPEDEF, n->name, t, n->loc);
    sym->def_loc = n->loc;
    sym->is_definition = true;
    symbol_details(s, sym, n);
    if (!is_error(t))
        sym->type = type_variant(s->types, t, n->name, t->notes, align);
    if (!s->fs && attr_find(n->attrs, ATTR_CORTEN_OUTSIDE))
        decl_add_global(s, sym); /* a model says what stands in memory as such a type */
    scope_bind(s, n->name, sym);
    return sym;
}

/* ---- linkage ------------------------------------------------------------------------------- */

/* C23 6.2.2p3-5. */
static Linkage decl_linkage(Sema *s, const NewDecl *n, bool is_function, const Symbol *entity)
{
    bool file = !s->fs;
    if (file && (n->storage & SPEC_STATIC))
        return LINK_INTERNAL;
    if (file && (n->storage & SPEC_CONSTEXPR))
        return LINK_INTERNAL;
    if ((n->storage & SPEC_EXTERN) || (is_function && !(n->storage & (SPEC_STATIC | SPEC_AUTO))))
        return entity && entity->linkage != LINK_NONE ? entity->linkage : LINK_EXTERNAL;
    return file ? LINK_EXTERNAL : LINK_NONE;
}

static bool is_gnu_extern_inline(Sema *s, const Symbol *sym)
{
    bool gnu = sym->gnu_inline || (s->unit->dialect && s->unit->dialect->gnu89_inline);
    return gnu && (sym->storage & SPEC_INLINE);
}

/* GCC: the real definition that follows a GNU `extern inline` one may even be static. */
static bool may_turn_static(Sema *s, const Symbol *before)
{
    return before->function && before->linkage == LINK_EXTERNAL &&
           is_gnu_extern_inline(s, before) && !(s->unit->dialect && s->unit->dialect->clang);
}

static void check_linkage(Sema *s, const NewDecl *n, const Symbol *before, Linkage now)
{
    if (before->linkage == now)
        return;
    if (now == LINK_INTERNAL && before->linkage == LINK_EXTERNAL)
        sema_error_note(s, n->loc, before->loc, "the previous declaration is here",
                        "static declaration of `%s` follows a non-static one", n->name->text);
    else if (now == LINK_EXTERNAL && before->linkage == LINK_INTERNAL && before->kind == SYM_VAR)
        sema_error_note(s, n->loc, before->loc, "the previous declaration is here",
                        "non-static declaration of `%s` follows a static one", n->name->text);
}

/* GNU: a parameter of transparent union type agrees with one of the type of a member. */
static bool param_agrees(Sema *s, const Type *a, const Type *b)
{
    if (type_compatible(s->types, type_unqualified(s->types, a), type_unqualified(s->types, b)))
        return true;
    if (a->kind != TYPE_UNION) {
        const Type *t = a;
        a = b;
        b = t;
    }
    if (a->kind != TYPE_UNION || !a->canon->u.record->transparent)
        return false;
    const Record *r = a->canon->u.record;
    for (uint32_t i = 0; i < r->field_count; i++)
        if (type_compatible(s->types, type_unqualified(s->types, r->fields[i].type),
                            type_unqualified(s->types, b)))
            return true;
    return false;
}

static bool same_but_unions(Sema *s, const Type *a, const Type *b)
{
    if (!a->u.fn.has_proto || !b->u.fn.has_proto || a->u.fn.count != b->u.fn.count ||
        a->u.fn.variadic != b->u.fn.variadic)
        return false;
    for (uint32_t i = 0; i < a->u.fn.count; i++)
        if (!param_agrees(s, a->u.fn.params[i].type, b->u.fn.params[i].type))
            return false;
    return type_compatible(s->types, type_unqualified(s->types, a->elem),
                           type_unqualified(s->types, b->elem));
}

/* Joins the type of one more declaration of the same entity, C23 6.2.7p4. False after an error: the
 * new declaration is then of another entity, as expressions were typed by the old one. */
static bool merge_type(Sema *s, const NewDecl *n, Symbol *sym)
{
    if (is_error(n->type))
        return true;
    if (is_error(sym->type)) {
        sym->type = n->type;
        return true;
    }
    if (n->implicit_int && !s->target->clang && sym->kind == SYM_FUNCTION &&
        type_is_void(sym->type->elem))
        return true; /* GCC warns, and keeps the declaration's type */
    bool quals = (sym->type->quals & QUAL_C_MASK) == (n->type->quals & QUAL_C_MASK);
    if ((quals || sym->kind == SYM_FUNCTION) && type_compatible(s->types, sym->type, n->type)) {
        sym->type = type_composite(s->types, sym->type, n->type);
        return true;
    }
    if (sym->kind == SYM_FUNCTION) {
        const Type *a = sym->type, *b = n->type;
        if (sym->implicit_decl) { /* gcc warns only */
            sym->type = b;
            return true;
        }
        /* A K&R definition beside a prototype: its parameters decide, not their promotions. */
        bool kr = n->kr || (sym->function && !a->u.fn.has_proto);
        if (same_but_unions(s, a, b))
            return true;
        if (kr && sym->kind == SYM_FUNCTION && (!a->u.fn.has_proto || !b->u.fn.has_proto) &&
            type_compatible(s->types, type_unqualified(s->types, a->elem),
                            type_unqualified(s->types, b->elem))) {
            if (!a->u.fn.has_proto)
                sym->type = b;
            return true;
        }
    }
    sema_error_note(s, n->loc, sym->loc, "the previous declaration is here",
                    "conflicting types for `%s`: `%s`, before `%s`", n->name->text,
                    SPELL(s, n->type), SPELL(s, sym->type));
    return false;
}

/* The entity that a declaration with linkage redeclares, or NULL; *bad after an error. */
static Symbol *find_entity(Sema *s, const NewDecl *n, SymbolKind kind, bool *bad)
{
    Symbol *here = scope_find_here(s, n->name);
    Symbol *entity = scope_slot(s, n->name)->external;
    *bad = false;
    if (here && here != entity) {
        if (here->kind == kind && here->linkage == LINK_NONE && kind == SYM_FUNCTION)
            return here;
        *bad = true;
        if (different_kind(s, n, here, kind))
            return here;
        sema_error_note(s, n->loc, here->loc, "the previous declaration is here",
                        "redefinition of `%s`", n->name->text);
        return here;
    }
    if (entity && entity->kind != kind) {
        *bad = true;
        different_kind(s, n, entity, kind);
        return entity;
    }
    return entity;
}

/* ---- functions ----------------------------------------------------------------------------- */
static void check_function_specifiers(Sema *s, const NewDecl *n)
{
    if ((s->fs && (n->storage & SPEC_STATIC)) || (n->storage & (SPEC_REGISTER | SPEC_THREAD)))
        sema_error_at(s, n->loc, "function `%s` can't be `%s`%s", n->name->text,
                      n->storage & SPEC_STATIC   ? "static"
                      : n->storage & SPEC_THREAD ? "thread-local"
                                                 : "register",
                      n->storage & SPEC_STATIC ? " inside a function" : "");
    if (s->in_for)
        sema_error_at(s, n->loc, "a function is declared in the first clause of `for`");
    if (type_is_variably_modified(n->type->elem) && !s->fs)
        sema_error_at(s, n->loc, "function `%s` has a variably modified type", n->name->text);
}

/* Clang: functions of one name with different parameters. The one that n declares again, else
 * NULL and *head is the list that the new one is put in front of. */
static Symbol *find_overload(Sema *s, const NewDecl *n, Symbol *sym, Symbol **head)
{
    *head = NULL;
    if (!sym || !attr_find(n->attrs, ATTR_OVERLOADABLE))
        return sym;
    for (Symbol *o = sym; o; o = o->overload)
        if (type_compatible(s->types, o->type, n->type))
            return o;
    *head = sym;
    return NULL;
}

static Symbol *declare_function(Sema *s, const NewDecl *n)
{
    bool bad;
    check_function_specifiers(s, n);
    Symbol *head, *sym = find_overload(s, n, find_entity(s, n, SYM_FUNCTION, &bad), &head);
    if (bad)
        return symbol_new(s, SYM_FUNCTION, n->name, n->type, n->loc);
    bool nested = s->fs && (n->has_init || (n->storage & SPEC_AUTO));
    if (nested && sym && scope_find_here(s, n->name) != sym)
        sym = NULL;
    Linkage link = nested ? LINK_NONE : decl_linkage(s, n, true, sym);
    if (sym) {
        if (!nested && link == LINK_INTERNAL && n->has_init && may_turn_static(s, sym))
            sym->linkage = LINK_INTERNAL;
        else if (!nested)
            check_linkage(s, n, sym, link);
    }
    if (sym && !sym->implicit_decl && n->type->kind == sym->type->kind)
        VEC_PUSH(s->tree, &s->meetings,
                 ((FnMeeting){.sym = sym,
                              .from = n->type,
                              .to = sym->type,
                              .from_attrs = n->attrs,
                              .to_attrs = sym->attrs,
                              .at = {n->loc, n->loc},
                              .again = true}));
    if (sym && merge_type(s, n, sym)) {
        if (sym->implicit_decl)
            sym->loc = n->loc;
        sym->implicit_decl = false;
    } else {
        sym = symbol_new(s, SYM_FUNCTION, n->name, n->type, n->loc);
        sym->linkage = link;
        sym->overload = head;
        sym->builtin = builtin_library(s->types, n->name);
        if (!nested) {
            scope_slot(s, n->name)->external = sym;
            sym->owner = NULL;
            sym->scope_depth = 0;
        }
        decl_add_global(s, sym);
    }
    symbol_details(s, sym, n);
    if (attr_find(sym->type->u.fn.attrs, ATTR_NORETURN))
        sym->noreturn = true;
    Symbol *bound = scope_find_here(s, n->name);
    if (bound != sym && !(bound && bound->overload))
        scope_bind(s, n->name, sym);
    else if (head)
        scope_bind(s, n->name, sym);
    return sym;
}

Symbol *decl_implicit_function(Sema *s, Name name, Loc loc)
{
    Symbol *sym = scope_slot(s, name)->external;
    if (sym && sym->kind == SYM_FUNCTION) {
        scope_bind(s, name, sym);
        return sym;
    }
    BuiltinId b = builtin_library(s->types, name);
    const Type *t = b != BUILTIN_NONE ? builtin_type(s->types, b) : NULL;
    const Type *plain = type_function(s->types, int_type(s), NULL, 0, false, false, NULL);
    if (!t || type_compatible(s->types, t, plain))
        t = plain; /* as gcc: int f() where that will do */
    sym = symbol_new(s, SYM_FUNCTION, name, t, loc);
    sym->linkage = LINK_EXTERNAL;
    sym->storage = SPEC_EXTERN;
    sym->implicit_decl = true;
    sym->builtin = b;
    sym->noreturn = b != BUILTIN_NONE && (builtin_flags(b) & BF_NORETURN);
    sym->owner = NULL;
    scope_slot(s, name)->external = sym;
    decl_add_global(s, sym);
    scope_bind(s, name, sym);
    return sym;
}

/* ---- variables ----------------------------------------------------------------------------- */
static bool is_global_register(const NewDecl *n)
{
    return (n->storage & SPEC_REGISTER) && n->asm_label;
}

static void check_storage(Sema *s, const NewDecl *n)
{
    if (!s->fs && (n->storage & (SPEC_REGISTER | SPEC_AUTO)) && !is_global_register(n) &&
        !(n->storage & (SPEC_CONSTEXPR | SPEC_AUTO_TYPE)))
        sema_error_at(s, n->loc, "`%s` at file scope can't be `%s`", n->name->text,
                      n->storage & SPEC_AUTO ? "auto" : "register");
    if (s->fs && (n->storage & SPEC_THREAD) && !(n->storage & (SPEC_STATIC | SPEC_EXTERN)))
        sema_error_at(s, n->loc,
                      "thread-local variable `%s` in a function must be `static` or `extern`",
                      n->name->text);
    if ((n->storage & SPEC_EXTERN) && !is_error(n->type) && type_is_variably_modified(n->type))
        sema_error_at(s, n->loc, "`%s` has linkage and a variably modified type", n->name->text);
    if (s->fs && (n->storage & SPEC_EXTERN) && n->has_init)
        sema_error_at(s, n->loc, "`extern` variable `%s` in a function can't have an initialiser",
                      n->name->text);
}

static Symbol *declare_linked_variable(Sema *s, const NewDecl *n)
{
    bool bad;
    Symbol *sym = find_entity(s, n, SYM_VAR, &bad);
    if (bad)
        return symbol_new(s, SYM_VAR, n->name, n->type, n->loc);
    Linkage link = decl_linkage(s, n, false, sym);
    if (sym)
        check_linkage(s, n, sym, link);
    if (!sym || !merge_type(s, n, sym)) {
        sym = symbol_new(s, SYM_VAR, n->name, n->type, n->loc);
        sym->linkage = link;
        sym->owner = NULL;
        scope_slot(s, n->name)->external = sym;
        decl_add_global(s, sym);
    }
    if (n->has_init) {
        if (sym->is_definition)
            sema_error_note(s, n->loc, sym->def_loc, "the previous definition is here",
                            "redefinition of `%s`", n->name->text);
        sym->is_definition = true;
        sym->tentative = false;
        sym->def_loc = n->loc;
    } else if (!s->fs && !(n->storage & SPEC_EXTERN) && !sym->is_definition) {
        if (!sym->tentative)
            VEC_PUSH(s->tree, &s->tentative, sym);
        sym->tentative = true;
        if (!sym->def_loc)
            sym->def_loc = n->loc;
    }
    symbol_details(s, sym, n);
    if (scope_find_here(s, n->name) != sym)
        scope_bind(s, n->name, sym);
    return sym;
}

static Symbol *declare_local_variable(Sema *s, const NewDecl *n)
{
    Symbol *before = scope_find_here(s, n->name);
    if (before && !different_kind(s, n, before, SYM_VAR))
        sema_error_note(s, n->loc, before->loc, "the previous definition is here",
                        "redefinition of `%s`", n->name->text);
    Symbol *sym = symbol_new(s, SYM_VAR, n->name, n->type, n->loc);
    sym->def_loc = n->loc;
    sym->is_definition = true;
    if (n->storage & SPEC_STATIC)
        decl_add_global(s, sym);
    if (!is_error(n->type) && type_is_variably_modified(n->type))
        decl_vm_scope(s, n->loc);
    if ((n->storage & SPEC_STATIC) && type_is_vla(n->type))
        sema_error_at(s, n->loc, "`%s` has static storage and a size that is no constant",
                      n->name->text);
    symbol_details(s, sym, n);
    scope_bind(s, n->name, sym);
    return sym;
}

static Symbol *declare_variable(Sema *s, const NewDecl *n)
{
    check_storage(s, n);
    if (!s->fs || (n->storage & SPEC_EXTERN))
        return declare_linked_variable(s, n);
    return declare_local_variable(s, n);
}

/* A variable that is not merely declared must have a complete type, C23 6.7.1p8. */
static void check_complete(Sema *s, const NewDecl *n, Symbol *sym)
{
    const Type *t = sym->type;
    if (is_error(t) || type_is_complete(t))
        return;
    if (n->storage & SPEC_EXTERN && !n->has_init)
        return;
    if (sym->tentative && !type_is_void(t))
        return; /* at the end of the unit */
    if (type_is_vla(t))
        return;
    if (t->kind == TYPE_ARRAY && t->incomplete)
        sema_error_at(s, n->loc, "array `%s` needs a size or an initialiser", n->name->text);
    else
        sema_error_at(s, n->loc, "variable `%s` has the incomplete type `%s`%s", n->name->text,
                      SPELL(s, t), suggest_tag(s, t));
    sym->type = basic(s, TYPE_ERROR);
}

static void variable_init(Sema *s, InitDeclarator *id, Symbol *sym)
{
    bool is_static = sym->is_global;
    const Type *t = sym->type;
    if (type_is_vla(t) && !(id->init->kind == EXPR_INIT_LIST && id->init->u.init.count == 0)) {
        sema_error(s, span_of(id->init),
                   "`%s` has a size that is no constant; it can't have an initialiser",
                   NAME_TEXT(sym->name));
        return;
    }
    if (!is_error(t) && !type_is_complete(t) && !(t->kind == TYPE_ARRAY && t->incomplete)) {
        sema_error_at(s, sym->loc, "variable `%s` has the incomplete type `%s`%s",
                      NAME_TEXT(sym->name), SPELL(s, t), suggest_tag(s, t));
        sym->type = basic(s, TYPE_ERROR);
    }
    Arena *tree = s->tree;
    s->tree = sym->scope_depth ? tree : s->arena;
    sym->type = init_object(s, sym->type, &id->init, is_static || sym->is_constexpr);
    s->tree = tree;
    sym->init = id->init;
}

/* C23 6.7.10 auto, GNU __auto_type: the type is that of the initialiser. */
static const Type *infer_type(Sema *s, const Decl *d, InitDeclarator *id)
{
    Name name = id->declarator->name;
    if (!id->init || id->init->kind == EXPR_INIT_LIST) {
        sema_error_at(s, id->declarator->loc, "`%s` needs an initialiser that tells its type",
                      NAME_TEXT(name));
        return basic(s, TYPE_ERROR);
    }
    id->init = expr_rvalue(s, id->init);
    const Type *t = id->init->type;
    if (!is_error(t) && type_is_void(t)) {
        sema_error_at(s, id->declarator->loc, "`%s` can't have the type `void` of its initialiser",
                      NAME_TEXT(name));
        return basic(s, TYPE_ERROR);
    }
    t = type_unqualified(s->types, t);
    return d->specs->quals ? type_qualified(s->types, t, d->specs->quals) : t;
}

/* ---- one declarator ------------------------------------------------------------------------ */
static NewDecl gather(Sema *s, const Decl *d, Declarator *dr, const Type *t)
{
    NewDecl n = {0};
    attrs_prepare(s, dr->inner_attrs);
    n.name = dr->name;
    n.loc = dr->loc;
    n.type = t;
    n.storage = d->specs->storage;
    n.attrs = attr_join(s->arena, d->attrs, d->specs->attrs);
    n.attrs = attr_join(s->arena, n.attrs, dr->inner_attrs);
    n.attrs = attr_join(s->arena, n.attrs, dr->attrs);
    n.asm_label = dr->asm_label;
    n.align = spec_align(s, d->specs->aligns);
    if (n.align && !is_error(t) && type_is_complete(t) &&
        n.align < type_alignof(s->types, t->kind == TYPE_ARRAY ? t->elem : t, true))
        sema_error_at(s, n.loc, "`_Alignas` can't reduce the alignment of `%s`", NAME_TEXT(n.name));
    return n;
}

static void declare_object(Sema *s, InitDeclarator *id, NewDecl *n)
{
    if (n->storage & SPEC_CONSTEXPR)
        n->type = type_qualified(s->types, n->type, QUAL_CONST);
    id->sym = declare_variable(s, n);
    Symbol *sym = id->sym;
    sym->is_constexpr = (n->storage & SPEC_CONSTEXPR) != 0;
    if (id->init)
        variable_init(s, id, sym);
    check_complete(s, n, sym);
}

static void declare_one(Sema *s, const Decl *d, const Type *base, InitDeclarator *id)
{
    Declarator *dr = id->declarator;
    attrs_prepare(s, dr->attrs);
    const Type *t = base ? declarator_type(s, base, dr, NULL) : infer_type(s, d, id);
    if (dr->attrs)
        t = attrs_to_type(s, t, dr->attrs);
    NewDecl n = gather(s, d, dr, t);
    if (!n.name)
        return;
    n.has_init = id->init != NULL;
    if (n.storage & SPEC_TYPEDEF) {
        if (id->init)
            sema_error_at(s, n.loc, "typedef `%s` has an initialiser", n.name->text);
        id->sym = declare_typedef(s, &n);
        return;
    }
    if (t->kind == TYPE_FUNCTION) {
        if (id->init)
            sema_error_at(s, n.loc, "function `%s` is initialised like a variable", n.name->text);
        n.has_init = false;
        id->sym = declare_function(s, &n);
        return;
    }
    declare_object(s, id, &n);
}

static void check_storage_classes(Sema *s, const Decl *d)
{
    static const uint32_t classes[] = {SPEC_TYPEDEF, SPEC_EXTERN, SPEC_STATIC, SPEC_AUTO,
                                       SPEC_REGISTER};
    uint32_t count = 0;
    for (size_t i = 0; i < COUNT_OF(classes); i++)
        count += (d->specs->storage & classes[i]) != 0;
    if (count > 1 && !(d->specs->storage & SPEC_CONSTEXPR) && !(d->specs->storage & SPEC_AUTO_TYPE))
        sema_error(s, (Span){d->specs->begin, d->specs->end},
                   "a declaration can have one storage class only");
}

static void decl_vars(Sema *s, Decl *d)
{
    bool infer = (d->specs->storage & SPEC_AUTO_TYPE) && d->specs->base == BASE_NONE;
    attrs_prepare(s, d->attrs);
    if (infer)
        attrs_prepare(s, d->specs->attrs);
    check_storage_classes(s, d);
    const Type *base = infer ? NULL : spec_type(s, d->specs, d->declarators != NULL);
    for (InitDeclarator *id = d->declarators; id; id = id->next)
        declare_one(s, d, base, id);
}

/* ---- function definitions ------------------------------------------------------------------ */

/* int f(a, b) char a; { }: types come from the list of declarations, else int. */
static void kr_params(Sema *s, Decl *d, const DeclaratorPart *p, Function *f)
{
    f->params = ARENA_ARRAY(s->arena, Symbol *, p->kr_count + 1);
    f->param_count = p->kr_count;
    for (uint32_t i = 0; i < p->kr_count; i++) {
        Symbol *before = scope_find_here(s, p->kr_names[i]);
        if (before)
            sema_error_note(s, p->kr_locs[i], before->loc, "the first one is here",
                            "two parameters are called `%s`", p->kr_names[i]->text);
        Symbol *sym = symbol_new(s, SYM_PARAM, p->kr_names[i], int_type(s), p->kr_locs[i]);
        sym->def_loc = p->kr_locs[i];
        sym->is_definition = true;
        f->params[i] = sym;
        scope_bind(s, sym->name, sym);
    }
    s->in_proto = true;
    for (Decl *k = d->kr_decls; k; k = k->next) {
        if (k->kind != DECL_VARS)
            continue;
        const Type *base = spec_type(s, k->specs, k->declarators != NULL);
        for (InitDeclarator *id = k->declarators; id; id = id->next) {
            attrs_prepare(s, id->declarator->attrs);
            const Type *t = declarator_type(s, base, id->declarator, NULL);
            Symbol *sym = id->declarator->name ? scope_find_here(s, id->declarator->name) : NULL;
            if (!sym || sym->kind != SYM_PARAM) {
                sema_error_at(s, id->declarator->loc, "`%s` is no parameter of this function",
                              NAME_TEXT(id->declarator->name));
                continue;
            }
            id->sym = sym;
            sym->type = is_error(t) ? t : param_adjust(s, t);
            sym->storage = k->specs->storage;
        }
    }
    s->in_proto = false;
}

/* The parameters of a K&R definition against a prototype that was there before. A parameter agrees
 * as it is declared (both compilers allow it) or promoted (C17 6.7.6.3p15). */
static void kr_check_prototype(Sema *s, const Symbol *sym, const Function *f)
{
    const Type *t = sym->type;
    if (t->kind != TYPE_FUNCTION || !t->u.fn.has_proto)
        return;
    if (t->u.fn.count != f->param_count) {
        sema_error_note(s, sym->def_loc, sym->loc, "the prototype is here",
                        "`%s` is defined with %u parameters; its prototype has %u",
                        NAME_TEXT(sym->name), (unsigned)f->param_count, (unsigned)t->u.fn.count);
        return;
    }
    for (uint32_t i = 0; i < f->param_count; i++) {
        const Type *want = type_unqualified(s->types, t->u.fn.params[i].type);
        const Type *got = f->params[i]->type;
        if (is_error(want) || is_error(got))
            continue;
        got = type_unqualified(s->types, got);
        const Type *up = got->kind == TYPE_FLOAT ? basic(s, TYPE_DOUBLE)
                         : type_is_integer(got)  ? type_promote(s->types, got)
                                                 : got;
        if (!type_compatible(s->types, want, got) && !type_compatible(s->types, want, up))
            sema_error_note(s, f->params[i]->loc, sym->loc, "the prototype is here",
                            "parameter `%s` has type `%s`; the prototype says `%s`",
                            NAME_TEXT(f->params[i]->name), SPELL(s, got), SPELL(s, want));
    }
}

static void proto_params(Sema *s, const DeclaratorPart *p, const Type *t, Function *f)
{
    f->params = ARENA_ARRAY(s->arena, Symbol *, t->u.fn.count + 1);
    f->param_count = 0;
    for (const Param *q = p->params; q && f->param_count < t->u.fn.count; q = q->next) {
        q->sym->owner = f;
        if (!is_error(q->sym->type) && !type_is_complete(q->sym->type)) {
            sema_error_at(s, q->sym->loc, "parameter `%s` has the incomplete type `%s`",
                          NAME_TEXT(q->sym->name), SPELL(s, q->sym->type));
            q->sym->type = basic(s, TYPE_ERROR);
        }
        f->params[f->param_count++] = q->sym;
    }
}

static void check_result(Sema *s, const Decl *d, const Type *t)
{
    const Type *r = t->elem;
    if (!type_is_void(r) && !is_error(r) && !type_is_complete(r))
        sema_error_at(s, d->declarator->loc, "function `%s` returns the incomplete type `%s`",
                      NAME_TEXT(d->declarator->name), SPELL(s, r));
}

/* An `extern inline` of the GNU kind may be followed by the real definition, which wins. */
static void replace_function(Sema *s, const Function *old)
{
    uint32_t out = 0;
    for (uint32_t i = 0; i < s->unit->functions.len; i++) {
        Function *f = s->unit->functions.data[i];
        if (f == old)
            continue;
        f->index = out;
        s->unit->functions.data[out++] = f;
    }
    s->unit->functions.len = out;
}

static void bind_definition(Sema *s, Symbol *sym, Function *f, Loc loc)
{
    if (sym->function && !is_gnu_extern_inline(s, sym)) {
        sema_error_note(s, loc, sym->def_loc, "the previous definition is here",
                        "redefinition of `%s`", NAME_TEXT(sym->name));
    } else if (sym->function) {
        replace_function(s, sym->function);
        sym->function = NULL;
    }
    if (!sym->function)
        sym->function = f;
    sym->def_loc = loc;
    sym->is_definition = true;
}

static Function *function_new(Sema *s, Decl *d, Symbol *sym)
{
    Function *f = ARENA_NEW(s->arena, Function);
    f->sym = sym;
    f->decl = d;
    f->body = d->body;
    f->outer = s->fs ? s->fs->fn : NULL;
    f->broken = d->broken || (f->outer && f->outer->broken);
    f->span = (Span){d->begin, d->end};
    d->sym = sym;
    d->function = f;
    return f;
}

static void decl_function(Sema *s, Decl *d)
{
    SavedScope params = {0};
    Declarator *dr = d->declarator;
    attrs_prepare(s, d->attrs);
    check_storage_classes(s, d);
    const Type *base = spec_type(s, d->specs, true);
    attrs_prepare(s, dr->attrs);
    const Type *t = declarator_type(s, base, dr, &params);
    if (!dr->name || !dr->parts || dr->parts->kind != PART_FUNCTION || t->kind != TYPE_FUNCTION) {
        if (!is_error(t))
            sema_error_at(s, dr->loc, "`%s` is defined with a body but is no function",
                          NAME_TEXT(dr->name));
        else
            sema_mark_broken(s);
        return;
    }
    check_result(s, d, t);
    NewDecl n = gather(s, d, dr, t);
    n.has_init = true;
    n.kr = dr->parts->kr_count != 0;
    n.implicit_int = d->specs->base == BASE_NONE;
    Symbol *sym = declare_function(s, &n);
    Function *f = function_new(s, d, sym);
    bind_definition(s, sym, f, dr->loc);
    f->index = s->unit->functions.len;
    VEC_PUSH(s->arena, &s->unit->functions, f);

    FnState state = {.outer = s->fs, .fn = f, .result = t->elem};
    map_init(&state.labels, s->tree);
    bool in_for = s->in_for;
    s->in_for = false;
    bool in_proto = s->in_proto;
    s->in_proto = false;
    s->fs = &state;
    scope_push(s);
    scope_reenter(s, params);
    if (dr->parts->kr_count) {
        kr_params(s, d, dr->parts, f);
        if (sym->loc != dr->loc)
            kr_check_prototype(s, sym, f);
    } else {
        f->type = t;
        proto_params(s, dr->parts, t, f);
    }
    stmt_function_body(s, f, d->body);
    scope_pop(s);
    s->fs = state.outer;
    s->in_proto = in_proto;
    s->in_for = in_for;
}

/* ---- doors --------------------------------------------------------------------------------- */
void decl_static_assert(Sema *s, Decl *d)
{
    i128 v;
    if (!expr_const_int(s, &d->expr, &v)) {
        if (!is_error(d->expr->type))
            sema_error(s, span_of(d->expr), "the condition of a static assertion is no constant");
        return;
    }
    if (v)
        return;
    if (d->message && d->message->kind == EXPR_STRING && d->message->u.string.elem_size == 1)
        sema_error(s, span_of(d->expr), "static assertion failed: %.*s",
                   (int)d->message->u.string.count, d->message->u.string.bytes);
    else
        sema_error(s, span_of(d->expr), "static assertion failed");
}

static void decl_any(Sema *s, Decl *d)
{
    switch (d->kind) {
    case DECL_VARS: decl_vars(s, d); return;
    case DECL_FUNCTION: decl_function(s, d); return;
    case DECL_STATIC_ASSERT: decl_static_assert(s, d); return;
    case DECL_ASM:
    case DECL_EMPTY: return;
    case DECL_LABELS:
        if (s->fs)
            stmt_local_labels(s, d);
        return;
    }
}

void decl_external(Sema *s, Decl *d)
{
    decl_any(s, d);
}
void decl_local(Sema *s, Decl *d)
{
    decl_any(s, d);
}

/* C23 6.9.2p2: a tentative definition that stays one is a definition with a zero initialiser. */
void decl_finish_unit(Sema *s)
{
    for (uint32_t i = 0; i < s->tentative.len; i++) {
        Symbol *sym = s->tentative.data[i];
        if (sym->is_definition || is_error(sym->type))
            continue;
        const Type *t = sym->type;
        if (t->kind == TYPE_ARRAY && t->incomplete && !t->vla && type_is_complete(t->elem))
            sym->type = type_array(s->types, t->elem, 1);
        else if (!type_is_complete(t) && sym->linkage == LINK_INTERNAL)
            sema_error_at(s, sym->loc, "variable `%s` has the incomplete type `%s`",
                          NAME_TEXT(sym->name), SPELL(s, t));
        else if (!type_is_complete(t))
            sema_error_at(s, sym->loc, "the type `%s` of variable `%s` is never completed",
                          SPELL(s, t), NAME_TEXT(sym->name));
        sym->is_definition = true;
    }
}
