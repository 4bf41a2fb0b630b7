/* sema/move.c - see move.h.
 *
 * The one idea: headers declare thousands of functions, types and macros of which a unit uses a few
 * dozen. Copying these few and dropping the arena of the rest leaves a tenth of it. A copy gets its
 * place at the first request, remembered under the old address; it is filled in mover_finish, from
 * a list of work, so that a chain of ten thousand records does not nest that deep, and so that
 * changes until then are in it.
 *
 *     int f(struct page *p) { return p->flags; }
 *         f, p, int, struct page *, struct page with its members' types: moved
 *         struct inode, get_page(), their parameters' names and attributes: left behind
 *
 * Left behind as well: initialisers that are no number, no text, no constant table of texts, no
 * short list of a const variable, and hold no function, and the expressions of attributes but
 * names, numbers and texts. Nobody reads them after lowering. */
#include "sema/move.h"

#include "sema/type_internal.h"

typedef enum WorkKind { WORK_TYPE, WORK_RECORD, WORK_ENUM, WORK_SYMBOL, WORK_FUNCTION } WorkKind;
typedef struct WorkItem {
    WorkKind kind;
    const void *old;
    void *copy; /* zero yet */
} WorkItem;

struct Mover {
    Arena *scratch, *to;
    const Unit *from;
    Unit *unit;
    Types *types;
    Map moved;            /* old address -> copy */
    VEC(WorkItem) work;   /* copies that have a place only */
    BitSet tokens;        /* macro tokens that a moved position needs */
    VEC(uint32_t) marked; /* of them: what they refer to is not marked yet */
};

/* The place for a copy of `bytes` bytes; the old one's address is remembered. */
static void *copy_of(Mover *m, const void *old, size_t bytes, WorkKind kind)
{
    void *copy = arena_alloc(m->to, bytes);
    map_put(&m->moved, MAP_KEY_PTR(old), (uintptr_t)copy);
    VEC_PUSH(m->scratch, &m->work, ((WorkItem){kind, old, copy}));
    return copy;
}

const Type *move_type(Mover *m, const Type *t)
{
    if (!t)
        return NULL;
    const Type *copy = map_get_ptr(&m->moved, MAP_KEY_PTR(t));
    return copy ? copy : copy_of(m, t, sizeof(TypeNode), WORK_TYPE);
}

static Record *move_record(Mover *m, Record *r)
{
    Record *copy = map_get_ptr(&m->moved, MAP_KEY_PTR(r));
    if (copy)
        return copy;
    copy = copy_of(m, r, sizeof *r, WORK_RECORD);
    copy->fields = ARENA_ARRAY(m->to, Field, r->field_count);
    return copy;
}

static EnumInfo *move_enum(Mover *m, EnumInfo *e)
{
    EnumInfo *copy = map_get_ptr(&m->moved, MAP_KEY_PTR(e));
    return copy ? copy : copy_of(m, e, sizeof *e, WORK_ENUM);
}

Symbol *move_symbol(Mover *m, Symbol *s)
{
    if (!s)
        return NULL;
    Symbol *copy = map_get_ptr(&m->moved, MAP_KEY_PTR(s));
    return copy ? copy : copy_of(m, s, sizeof *s, WORK_SYMBOL);
}

Function *move_function(Mover *m, Function *f)
{
    if (!f)
        return NULL;
    Function *copy = map_get_ptr(&m->moved, MAP_KEY_PTR(f));
    return copy ? copy : copy_of(m, f, sizeof *f, WORK_FUNCTION);
}

const Field *move_field(Mover *m, const Field *f)
{
    if (!f)
        return NULL;
    BUG_IF(m->scratch, f != &f->owner->fields[f->index]);
    return &move_record(m, f->owner)->fields[f->index];
}

/* ---- positions ------------------------------------------------------------------------------- */
void move_loc(Mover *m, Loc l)
{
    uint32_t i = l & ~LOC_MACRO_BIT;
    if (!loc_in_macro(l) || bitset_has(m->tokens, i))
        return;
    bitset_add(m->tokens, i);
    VEC_PUSH(m->scratch, &m->marked, i);
}

void move_span(Mover *m, Span s)
{
    move_loc(m, s.begin);
    move_loc(m, s.end);
}

/* A macro's token leads to where it is written and to the call, which may be in macros, too. */
static void finish_positions(Mover *m)
{
    const SourceMap *map = m->from->map;
    while (m->marked.len) {
        const MacroToken *t = &map->macro_tokens.data[m->marked.data[--m->marked.len]];
        const Expansion *e = &map->expansions.data[t->expansion];
        move_loc(m, t->spelling);
        move_loc(m, e->call);
        move_loc(m, e->definition);
    }
}

/* ---- attributes and expressions -------------------------------------------------------------- */
static Expr *move_text(Mover *m, const Expr *e)
{
    Expr *copy = arena_copy(m->to, e, sizeof *e);
    copy->type = move_type(m, e->type);
    copy->u.string.bytes =
        arena_copy(m->to, e->u.string.bytes, (size_t)e->u.string.count * e->u.string.elem_size);
    return copy;
}

static Expr *move_number(Mover *m, const Expr *e)
{
    i128 value;
    Expr *copy = ARENA_NEW(m->to, Expr);
    *copy = (Expr){.kind = EXPR_ERROR, .begin = e->begin, .end = e->end, .at = e->at};
    if (e->kind == EXPR_INT || e->kind == EXPR_CHAR) {
        *copy = *e;
    } else if (sema_const_int(e, &value)) {
        copy->kind = EXPR_INT;
        copy->is_const = 1;
        copy->value = copy->u.integer.value = (u128)value;
    }
    copy->type = move_type(m, e->type);
    return copy;
}

/* What attr_text, attr_int and contract.c read of an argument. */
static Expr *move_argument(Mover *m, const Expr *e)
{
    if (!e)
        return NULL;
    move_loc(m, e->begin);
    move_loc(m, e->end);
    move_loc(m, e->at);
    const Expr *in = e;
    while ((in->kind == EXPR_CONVERT && in->u.cast.operand) ||
           (in->kind == EXPR_UNARY && in->op == UN_ADDR))
        in = in->kind == EXPR_CONVERT ? in->u.cast.operand : in->u.unary.operand;
    if (in->kind == EXPR_STRING)
        return move_text(m, in);
    if (in->kind != EXPR_IDENT)
        return move_number(m, e);
    Expr *copy = arena_copy(m->to, in, sizeof *in);
    copy->type = move_type(m, in->type);
    copy->u.ident.sym = move_symbol(m, in->u.ident.sym);
    return copy;
}

static bool has_text(const Token *t)
{
    return t->kind == TOK_NUMBER || t->kind == TOK_CHAR || t->kind == TOK_STRING ||
           t->kind == TOK_OTHER || t->kind == TOK_EMBED;
}

static Attr *move_attr(Mover *m, const Attr *a)
{
    Attr *copy = arena_copy(m->to, a, sizeof *a);
    move_loc(m, a->loc);
    move_loc(m, a->end);
    copy->args = arena_copy(m->to, a->args, a->arg_count * sizeof *a->args);
    for (uint32_t i = 0; i < a->arg_count; i++)
        copy->args[i] = move_argument(m, a->args[i]);
    copy->tokens = arena_copy(m->to, a->tokens, a->token_count * sizeof *a->tokens);
    for (uint32_t i = 0; i < a->token_count; i++) {
        move_loc(m, a->tokens[i].loc);
        if (has_text(&a->tokens[i]))
            copy->tokens[i].u.text = arena_strndup(m->to, a->tokens[i].u.text, a->tokens[i].len);
    }
    return copy;
}

/* Lists share their ends: each attribute is remembered. */
static const Attr *move_attrs(Mover *m, const Attr *list)
{
    Attr *first = NULL, **at = &first;
    for (const Attr *a = list; a; a = a->next, at = &(*at)->next) {
        Attr *known = map_get_ptr(&m->moved, MAP_KEY_PTR(a));
        if (known) {
            *at = known;
            break;
        }
        *at = move_attr(m, a);
        map_put(&m->moved, MAP_KEY_PTR(a), (uintptr_t)*at);
    }
    return first;
}

/* ---- what a copy refers to ------------------------------------------------------------------- */
static void finish_params(Mover *m, Type *t)
{
    ParamType *params = arena_copy(m->to, t->u.fn.params, t->u.fn.count * sizeof *t->u.fn.params);
    for (uint32_t i = 0; i < t->u.fn.count; i++) {
        params[i].type = move_type(m, params[i].type);
        params[i].written = move_type(m, params[i].written);
        params[i].attrs = move_attrs(m, params[i].attrs);
        move_loc(m, params[i].loc);
    }
    t->u.fn.params = params;
    t->u.fn.attrs = move_attrs(m, t->u.fn.attrs);
}

static void finish_type(Mover *m, const TypeNode *old, TypeNode *n)
{
    Type *t = &n->t;
    *n = *old;
    t->canon = move_type(m, t->canon);
    t->notes = move_attrs(m, t->notes);
    t->elem = move_type(m, t->elem);
    if (t->kind == TYPE_FUNCTION)
        finish_params(m, t);
    else if (t->kind == TYPE_STRUCT || t->kind == TYPE_UNION)
        t->u.record = move_record(m, t->u.record);
    else if (t->kind == TYPE_ENUM)
        t->u.enum_info = move_enum(m, t->u.enum_info);
    else if (t->kind == TYPE_ARRAY || t->kind == TYPE_VECTOR)
        t->u.array.size_expr = NULL; /* lowered where it is evaluated */
    types_take(m->types, n);
}

static void finish_record(Mover *m, const Record *old, Record *r)
{
    Field *fields = r->fields;
    *r = *old;
    r->fields = fields;
    r->attrs = move_attrs(m, r->attrs);
    r->type = move_type(m, r->type);
    move_loc(m, r->loc);
    for (uint32_t i = 0; i < r->field_count; i++) {
        Field *f = &r->fields[i];
        *f = old->fields[i];
        f->type = move_type(m, f->type);
        f->attrs = move_attrs(m, f->attrs);
        f->owner = r;
        move_loc(m, f->loc);
    }
    r->segments = arena_copy(m->to, r->segments, r->segment_count * sizeof *r->segments);
    for (uint32_t i = 0; i < r->segment_count; i++)
        r->segments[i].after = move_field(m, r->segments[i].after);
}

static void finish_enum(Mover *m, const EnumInfo *old, EnumInfo *e)
{
    *e = *old;
    e->underlying = move_type(m, e->underlying);
    e->type = move_type(m, e->type);
    e->attrs = move_attrs(m, e->attrs);
    move_loc(m, e->loc);
    e->constants = arena_copy(m->to, e->constants, e->constant_count * sizeof *e->constants);
    for (uint32_t i = 0; i < e->constant_count; i++)
        e->constants[i] = move_symbol(m, e->constants[i]);
}

/* const char *const formats[] = {"%d", "%s"}; what is no text in it is NULL. */
static bool is_table_of_texts(const Expr *e)
{
    const Type *t = e->kind == EXPR_INIT_LIST ? e->type : NULL;
    return t && t->kind == TYPE_ARRAY && t->elem->kind == TYPE_POINTER &&
           (t->elem->quals & QUAL_CONST) && type_is_integer(t->elem->elem);
}

/* f, &f or (T *)f of a function. */
static const Expr *function_named(const Expr *e)
{
    while (e && (e->kind == EXPR_CONVERT || e->kind == EXPR_CAST ||
                 (e->kind == EXPR_UNARY && e->op == UN_ADDR)))
        e = e->kind == EXPR_UNARY ? e->u.unary.operand : e->u.cast.operand;
    return e && e->kind == EXPR_IDENT && e->u.ident.sym && e->u.ident.sym->kind == SYM_FUNCTION
               ? e
               : NULL;
}

/* struct ops o = {.open = f}: calls through it are calls of what is named in it. */
static bool holds_function(const Expr *e)
{
    for (uint32_t i = 0; e->kind == EXPR_INIT_LIST && i < e->u.init.entry_count; i++)
        if (function_named(e->u.init.entries[i].value))
            return true;
    return false;
}

static Expr *move_name(Mover *m, const Expr *e)
{
    Expr *copy = arena_copy(m->to, e, sizeof *e);
    copy->type = move_type(m, e->type);
    copy->u.ident.sym = move_symbol(m, e->u.ident.sym);
    return copy;
}

static Expr *move_init(Mover *m, const Expr *e);

static Expr *move_table(Mover *m, const Expr *e)
{
    Expr *copy = arena_copy(m->to, e, sizeof *e);
    uint32_t n = e->u.init.entry_count;
    copy->type = move_type(m, e->type);
    copy->u.init.items = NULL;
    copy->u.init.count = 0;
    copy->u.init.entries = arena_copy(m->to, e->u.init.entries, n * sizeof *e->u.init.entries);
    for (uint32_t i = 0; i < n; i++) {
        InitEntry *entry = &copy->u.init.entries[i];
        entry->type = move_type(m, entry->type);
        entry->bit_field = move_field(m, entry->bit_field);
        entry->value = move_init(m, entry->value);
    }
    return copy;
}

static Expr *move_init(Mover *m, const Expr *e)
{
    i128 value;
    if (function_named(e))
        return move_name(m, function_named(e));
    while (e && e->kind == EXPR_CONVERT && e->u.cast.operand && !e->is_const)
        e = e->u.cast.operand;
    if (!e || e->kind == EXPR_STRING)
        return e ? move_text(m, e) : NULL;
    if (is_table_of_texts(e) || holds_function(e))
        return move_table(m, e);
    return sema_const_int(e, &value) ? move_number(m, e) : NULL;
}

/* static const struct node empty = {EMPTY, 0, NULL}; */
enum { SHORT_LIST = 32 };
static bool is_constant_list(const Symbol *s)
{
    const Type *t = s->type;
    while (t && t->kind == TYPE_ARRAY && !(t->quals & QUAL_CONST))
        t = t->elem;
    return s->kind == SYM_VAR && s->init && s->init->kind == EXPR_INIT_LIST &&
           (t->quals & QUAL_CONST) && s->init->u.init.entry_count <= SHORT_LIST;
}

static void finish_symbol(Mover *m, const Symbol *old, Symbol *s)
{
    *s = *old;
    s->type = move_type(m, s->type);
    s->attrs = move_attrs(m, s->attrs);
    s->asm_name = s->asm_name ? arena_strndup(m->to, s->asm_name, strlen(s->asm_name)) : NULL;
    s->init = is_constant_list(old) ? move_table(m, s->init) : move_init(m, s->init);
    s->function = move_function(m, s->function);
    s->owner = move_function(m, s->owner);
    s->overload = move_symbol(m, s->overload);
    move_loc(m, s->loc);
    move_loc(m, s->def_loc);
}

static void finish_function(Mover *m, const Function *old, Function *f)
{
    *f = *old;
    f->sym = move_symbol(m, f->sym);
    f->decl = NULL;
    f->body = NULL;
    f->names.data = NULL;
    f->names.len = f->names.cap = 0;
    f->params = arena_copy(m->to, f->params, f->param_count * sizeof *f->params);
    for (uint32_t i = 0; i < f->param_count; i++)
        f->params[i] = move_symbol(m, f->params[i]);
    f->outer = move_function(m, f->outer);
    f->escape = move_symbol(m, f->escape);
    f->escapes.data = arena_copy(m->to, f->escapes.data, f->escapes.len * sizeof *f->escapes.data);
    f->escapes.cap = f->escapes.len;
    f->fences.data = NULL; /* session/audit.c has seen them */
    f->fences.len = f->fences.cap = 0;
    move_span(m, f->span);
}

static void finish_all(Mover *m)
{
    while (m->work.len) {
        WorkItem w = m->work.data[--m->work.len];
        switch (w.kind) {
        case WORK_TYPE: finish_type(m, w.old, w.copy); break;
        case WORK_RECORD: finish_record(m, w.old, w.copy); break;
        case WORK_ENUM: finish_enum(m, w.old, w.copy); break;
        case WORK_SYMBOL: finish_symbol(m, w.old, w.copy); break;
        case WORK_FUNCTION: finish_function(m, w.old, w.copy); break;
        }
    }
}

/* ---- the unit -------------------------------------------------------------------------------- */
Mover *mover_new(Arena *scratch, Arena *to, const Unit *from)
{
    Mover *m = ARENA_NEW(scratch, Mover);
    m->scratch = scratch;
    m->to = to;
    m->from = from;
    map_init(&m->moved, scratch);
    m->tokens = bitset_new(scratch, from->map->macro_tokens.len + 1);
    m->unit = ARENA_NEW(to, Unit);
    m->types = types_for(to, from->types);
    for (uint32_t k = 0; k < TYPE_KIND_COUNT; k++)
        if (from->types->basic[k])
            m->types->basic[k] = move_type(m, from->types->basic[k]);
    return m;
}

const Unit *mover_unit(const Mover *m)
{
    return m->unit;
}

static void move_meetings(Mover *m)
{
    const Unit *from = m->from;
    m->unit->meetings.data =
        arena_copy(m->to, from->meetings.data, from->meetings.len * sizeof *from->meetings.data);
    m->unit->meetings.cap = from->meetings.len;
    for (uint32_t i = 0; i < from->meetings.len; i++) {
        FnMeeting *f = &m->unit->meetings.data[i];
        f->sym = move_symbol(m, f->sym);
        f->in = NULL;
        f->from = move_type(m, f->from);
        f->to = move_type(m, f->to);
        f->from_attrs = move_attrs(m, f->from_attrs);
        f->to_attrs = move_attrs(m, f->to_attrs);
        move_span(m, f->at);
    }
}

Unit *mover_finish(Mover *m, Function *const *kept, uint32_t count)
{
    Unit *u = m->unit;
    const Unit *from = m->from;
    *u = *from;
    u->arena = m->to;
    u->tree = NULL;
    u->pp = NULL;
    u->ast = (Ast){0};
    u->types = m->types;
    u->functions.data = ARENA_ARRAY(m->to, Function *, count + 1);
    u->functions.len = u->functions.cap = count;
    for (uint32_t i = 0; i < count; i++)
        u->functions.data[i] = move_function(m, kept[i]);
    for (uint32_t i = 0; i < from->globals.len; i++) /* a promise counts though nobody calls it */
        if (from->globals.data[i]->safe && from->globals.data[i]->kind == SYM_FUNCTION)
            (void)move_symbol(m, from->globals.data[i]);
    move_meetings(m);
    finish_all(m);
    for (uint32_t i = 0; i < count; i++)
        u->functions.data[i]->index = i;
    u->globals.data = NULL;
    u->tags.data = NULL;
    u->globals.len = u->globals.cap = u->tags.len = u->tags.cap = 0;
    for (uint32_t i = 0; i < from->globals.len; i++) {
        Symbol *s = map_get_ptr(&m->moved, MAP_KEY_PTR(from->globals.data[i]));
        if (s)
            VEC_PUSH(m->to, &u->globals, s);
    }
    for (uint32_t i = 0; i < from->tags.len; i++) {
        const Type *t = map_get_ptr(&m->moved, MAP_KEY_PTR(from->tags.data[i]));
        if (t)
            VEC_PUSH(m->to, &u->tags, t);
    }
    finish_positions(m);
    u->map = source_map_thin(m->to, from->map, m->tokens);
    return u;
}
