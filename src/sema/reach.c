/* sema/reach.c - what of a unit a check needs: which functions, and no tree.
 *
 * What comes in: a unit after sema. What goes out: a set of functions, by Function.index.
 *
 * The one idea: a header's `static inline` functions are compiled into every unit that includes
 * it, and most units use a few of them. One that nobody mentions is no part of the program.
 *
 *     util.h:  static inline int a(void) { return b(); }    main.c mentions a: a is reached,
 *              static inline int b(void) { return 1; }      b by a,
 *              static inline int c(void) { return 2; }      c is not
 *
 * A mention is enough, be it a call, an address taken or a name in sizeof. */
#include "sema/attr.h"
#include "sema/sema.h"

typedef VEC(Function *) Work;

static bool in_main_file(const Unit *u, const Function *f, const SourceFile *main_file)
{
    const Inclusion *in = source_inclusion(u->map, source_expansion(u->map, f->span.begin));
    return !in || in->file == main_file;
}

static bool is_root(const Unit *u, const Function *f, const SourceFile *main_file)
{
    const Symbol *s = f->sym;
    return s->linkage != LINK_INTERNAL || s->mentioned || in_main_file(u, f, main_file) ||
           attr_find(s->attrs, ATTR_USED) || attr_find(s->attrs, ATTR_CONSTRUCTOR) ||
           attr_find(s->attrs, ATTR_DESTRUCTOR);
}

static void reach(Arena *scratch, Work *work, BitSet set, Function *f)
{
    if (bitset_has(set, f->index))
        return;
    bitset_add(set, f->index);
    VEC_PUSH(scratch, work, f);
}

/* alias("f") and ifunc("f") name a function by a text. */
static void reach_alias(Arena *scratch, Work *work, BitSet set, const Unit *u, const Symbol *sym)
{
    for (const Attr *a = sym->attrs; a; a = a->next) {
        const char *name = NULL;
        if (a->known == ATTR_ALIAS || a->known == ATTR_IFUNC)
            name = attr_text(scratch, a, 0);
        for (uint32_t i = 0; name && i < u->functions.len; i++)
            if (!strcmp(NAME_TEXT(u->functions.data[i]->sym->name), name))
                reach(scratch, work, set, u->functions.data[i]);
    }
}

BitSet unit_reached(Arena *scratch, const Unit *u, const SourceFile *main_file)
{
    BitSet set = bitset_new(scratch, u->functions.len + 1);
    Work work = {0};
    for (uint32_t i = 0; i < u->functions.len; i++)
        if (!u->functions.data[i]->outer && is_root(u, u->functions.data[i], main_file))
            reach(scratch, &work, set, u->functions.data[i]);
    for (uint32_t i = 0; i < u->globals.len; i++)
        reach_alias(scratch, &work, set, u, u->globals.data[i]);
    while (work.len) {
        const Function *f = work.data[--work.len];
        for (uint32_t i = 0; i < f->names.len; i++)
            if (f->names.data[i]->function)
                reach(scratch, &work, set, f->names.data[i]->function);
    }
    /* Nested functions go with the one around them, which stands before them. */
    for (uint32_t i = 0; i < u->functions.len; i++) {
        const Function *f = u->functions.data[i];
        if (f->outer && bitset_has(set, f->outer->index))
            bitset_add(set, f->index);
    }
    return set;
}

/* Of a static local, the initialiser goes with the tree; a text is worth keeping:
 *     static const char format[] = "%d\n"; */
static Expr *kept_text(Unit *u, const Expr *e)
{
    while (e && e->kind == EXPR_CONVERT)
        e = e->u.cast.operand;
    if (!e || e->kind != EXPR_STRING)
        return NULL;
    Expr *copy = arena_copy(u->arena, e, sizeof *e);
    copy->u.string.bytes = arena_copy(u->arena, e->u.string.bytes,
                                      (size_t)e->u.string.count * e->u.string.elem_size);
    return copy;
}

void unit_forget_tree(Unit *u)
{
    u->ast = (Ast){0};
    u->pp = NULL;
    u->tree = NULL;
    for (uint32_t i = 0; i < u->functions.len; i++) {
        u->functions.data[i]->decl = NULL;
        u->functions.data[i]->body = NULL;
        u->functions.data[i]->names.len = 0;
        u->functions.data[i]->names.data = NULL;
    }
    for (uint32_t i = 0; i < u->globals.len; i++)
        if (u->globals.data[i]->scope_depth)
            u->globals.data[i]->init = kept_text(u, u->globals.data[i]->init);
}
