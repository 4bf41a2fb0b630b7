/* interp/interp.c - a run from begin to end: units, globals, initialisers, main.
 *
 * What comes in: a Program. What goes out: how its run ended. Functions and variables with external
 * linkage are found by name across the units, as a linker does. Initialisers of static storage
 * are evaluated from the tree before main. */
#include "interp/interp_internal.h"

#include "sema/const.h"

/* ---- what names mean ------------------------------------------------------------------------ */

static const char *link_name(const Symbol *sym)
{
    return sym->asm_name ? sym->asm_name : NAME_TEXT(sym->name);
}

Object *interp_object(Run *r, const Symbol *sym)
{
    Object *o = map_get_ptr(&r->symbols, MAP_KEY_PTR(sym));
    if (o)
        return o;
    if (sym->linkage == LINK_EXTERNAL)
        o = map_get_ptr(&r->by_name, MAP_KEY_PTR(sym->name));
    if (!o)
        o = libc_variable(r, link_name(sym));
    if (!o)
        interp_cannot(r, "no unit defines the variable `%s`", NAME_TEXT(sym->name));
    map_put(&r->symbols, MAP_KEY_PTR(sym), (uintptr_t)o);
    return o;
}

uint64_t interp_function(Run *r, const Symbol *sym)
{
    Object *o = map_get_ptr(&r->symbols, MAP_KEY_PTR(sym));
    if (!o && sym->linkage == LINK_EXTERNAL)
        o = map_get_ptr(&r->by_name, MAP_KEY_PTR(sym->name));
    if (!o) {
        const LibFunction *lib = libc_find(link_name(sym));
        if (!lib && attr_find(sym->attrs, ATTR_WEAK))
            return 0;
        o = object_new(r, OBJECT_CODE, 1);
        o->sym = sym;
        o->lib = lib;
        if (sym->linkage == LINK_EXTERNAL)
            map_put(&r->by_name, MAP_KEY_PTR(sym->name), (uintptr_t)o);
    }
    map_put(&r->symbols, MAP_KEY_PTR(sym), (uintptr_t)o);
    return object_address(r, o);
}

Object *interp_string(Run *r, const char *bytes, uint32_t count, uint8_t elem_size)
{
    Object *o = map_get_ptr(&r->strings, MAP_KEY_PTR(bytes));
    uint64_t n = (uint64_t)count * elem_size;
    if (o && o->size == n + elem_size)
        return o;
    o = object_new(r, OBJECT_STRING, n + elem_size);
    if (n)
        memcpy(o->bytes, bytes, n);
    memset(o->init, 0xFF, o->size);
    o->read_only = true;
    map_put(&r->strings, MAP_KEY_PTR(bytes), (uintptr_t)o);
    return o;
}

Object *interp_labels(Run *r, const MirFunction *fn)
{
    Object *o = map_get_ptr(&r->labels, MAP_KEY_PTR(fn));
    if (o)
        return o;
    o = object_new(r, OBJECT_LABELS, fn->blocks.len);
    o->code = fn;
    map_put(&r->labels, MAP_KEY_PTR(fn), (uintptr_t)o);
    return o;
}

/* ---- initialisers --------------------------------------------------------------------------- */

static void init_object(Run *r, const Unit *u, Spot at, const Type *t, const Expr *e);

/* A flexible array member's elements come on top. */
static uint64_t object_bytes(const Type *t, const Expr *init)
{
    uint64_t size = t->size;
    if (init && init->kind == EXPR_INIT_LIST)
        for (uint32_t i = 0; i < init->u.init.entry_count; i++) {
            const InitEntry *en = &init->u.init.entries[i];
            uint64_t end = en->offset + en->type->size * en->repeat;
            if (end > size)
                size = end;
        }
    return size;
}

static Object *global_new(Run *r, const Type *t, const Expr *init)
{
    Object *o = object_new(r, OBJECT_GLOBAL, object_bytes(t, init));
    memset(o->init, 0xFF, o->size); /* C23 6.7.11p11: zero */
    return o;
}

static uint64_t label_address(Run *r, const Unit *u, Name name)
{
    for (uint32_t i = 0; i < r->program->unit_count; i++) {
        const ProgramUnit *p = &r->program->units[i];
        for (uint32_t k = 0; p->unit == u && k < p->function_count; k++) {
            const MirFunction *m = p->functions[k];
            for (uint32_t j = 0; m && j < m->labels.len; j++)
                if (m->labels.data[j].name == name)
                    return object_address(r, interp_labels(r, m)) + m->labels.data[j].block.i;
        }
    }
    interp_cannot(r, "an unknown label in a static initialiser");
}

static uint64_t const_base(Run *r, const Unit *u, const ConstValue *c)
{
    switch (c->base) {
    case CONST_BASE_SYMBOL:
        return c->sym->kind == SYM_VAR ? object_address(r, interp_object(r, c->sym))
                                       : interp_function(r, c->sym);
    case CONST_BASE_STRING: {
        const Expr *s = c->expr;
        if (s->kind != EXPR_STRING)
            interp_cannot(r, "__func__ in a static initialiser");
        return object_address(
            r, interp_string(r, s->u.string.bytes, s->u.string.count, s->u.string.elem_size));
    }
    case CONST_BASE_LITERAL: {
        Object *o = map_get_ptr(&r->literals, MAP_KEY_PTR(c->expr));
        if (!o) {
            o = global_new(r, c->expr->type, c->expr->u.cast.operand);
            map_put(&r->literals, MAP_KEY_PTR(c->expr), (uintptr_t)o);
            init_object(r, u, (Spot){.object = o}, c->expr->type, c->expr->u.cast.operand);
        }
        return object_address(r, o);
    }
    case CONST_BASE_LABEL: return label_address(r, u, c->expr->u.label_addr.name);
    }
    return 0;
}

static Scalar const_part(const Type *t, long double x)
{
    Scalar v;
    memset(&v, 0, sizeof v);
    if (type_is_integer(t))
        v.i = type_wrap(t, (u128)(i128)x);
    else if (t->kind == TYPE_FLOAT || t->kind == TYPE_FLOAT32)
        v.f = (float)x;
    else if (t->kind == TYPE_LDOUBLE || t->kind == TYPE_FLOAT64X)
        v.ld = x;
    else if (t->kind == TYPE_FLOAT128)
        v.q = x;
    else
        v.d = (double)x;
    return v;
}

static Scalar const_scalar(Run *r, const Unit *u, const Type *t, const Expr *e)
{
    ConstValue c;
    Scalar v;
    memset(&v, 0, sizeof v);
    if (!const_eval(u, e, &c))
        interp_cannot(r, "a static initialiser is no constant");
    if (c.kind == CONST_INT) {
        v.i = (u128)c.i;
    } else if (c.kind == CONST_ADDRESS) {
        v.i = const_base(r, u, &c) + (uint64_t)c.offset;
    } else if (t->kind == TYPE_COMPLEX) {
        value_put(t->elem, v.bytes, const_part(t->elem, c.re));
        value_put(t->elem, v.bytes + t->elem->size, const_part(t->elem, c.im));
    } else {
        v = const_part(t, c.re);
    }
    return v;
}

static const Expr *literal_of(const Expr *e)
{
    while (e->kind == EXPR_CONVERT || e->kind == EXPR_CAST)
        e = e->u.cast.operand;
    while (e->kind == EXPR_GENERIC)
        e = e->u.generic.chosen;
    return e->kind == EXPR_COMPOUND_LITERAL ? e : NULL;
}

static void init_list(Run *r, const Unit *u, Spot at, const Type *t, const Expr *e)
{
    spot_fill(r, at, 0, t->size);
    for (uint32_t i = 0; i < e->u.init.entry_count; i++) {
        const InitEntry *en = &e->u.init.entries[i];
        for (uint64_t k = 0; k < en->repeat; k++) {
            Spot p = at;
            p.offset += (int64_t)(en->offset + k * en->type->size);
            if (en->bit_field) {
                p.offset -= (int64_t)en->bit_field->offset;
                p.bits = en->bit_field;
                spot_write(r, p, en->type, const_scalar(r, u, en->type, en->value));
            } else {
                init_object(r, u, p, en->type, en->value);
            }
        }
    }
}

static void init_object(Run *r, const Unit *u, Spot at, const Type *t, const Expr *e)
{
    bool many = is_aggregate(t) || t->kind == TYPE_VECTOR;
    if (e->kind == EXPR_INIT_LIST && many) {
        init_list(r, u, at, t, e);
    } else if (e->kind == EXPR_INIT_LIST) {
        if (e->u.init.entry_count)
            init_object(r, u, at, t, e->u.init.entries[0].value);
    } else if (t->kind == TYPE_ARRAY && e->kind == EXPR_STRING) {
        uint64_t n = (uint64_t)e->u.string.count * e->u.string.elem_size;
        uint64_t room = t->size ? t->size : n;
        spot_fill(r, at, 0, t->size);
        if (n)
            memcpy(spot_bytes(r, at, n < room ? n : room, true), e->u.string.bytes,
                   n < room ? n : room);
    } else if (many && literal_of(e)) {
        init_object(r, u, at, t, literal_of(e)->u.cast.operand);
    } else if (is_aggregate(t)) {
        interp_cannot(r, "a static initialiser of a kind that is not understood");
    } else {
        spot_write(r, at, t, const_scalar(r, u, t, e));
    }
}

/* ---- units ---------------------------------------------------------------------------------- */

static void add_functions(Run *r, const ProgramUnit *u)
{
    for (uint32_t i = 0; i < u->function_count; i++) {
        const MirFunction *m = u->functions[i];
        if (!m)
            continue;
        Object *o = object_new(r, OBJECT_CODE, 1);
        o->sym = m->sym;
        o->code = m;
        map_put(&r->symbols, MAP_KEY_PTR(m->sym), (uintptr_t)o);
        if (m->sym->linkage == LINK_EXTERNAL &&
            !map_get_ptr(&r->by_name, MAP_KEY_PTR(m->sym->name)))
            map_put(&r->by_name, MAP_KEY_PTR(m->sym->name), (uintptr_t)o);
    }
}

static bool is_defined(const Symbol *s)
{
    return s->kind == SYM_VAR && (s->is_definition || s->tentative || s->init);
}

static void add_objects(Run *r, const ProgramUnit *u)
{
    for (uint32_t i = 0; i < u->unit->globals.len; i++) {
        Symbol *s = u->unit->globals.data[i];
        if (!is_defined(s))
            continue;
        bool external = s->linkage == LINK_EXTERNAL;
        Object *o = external ? map_get_ptr(&r->by_name, MAP_KEY_PTR(s->name)) : NULL;
        if (!o || s->init)
            o = global_new(r, s->type, s->init);
        o->sym = s;
        map_put(&r->symbols, MAP_KEY_PTR(s), (uintptr_t)o);
        if (external)
            map_put(&r->by_name, MAP_KEY_PTR(s->name), (uintptr_t)o);
    }
}

static void init_objects(Run *r, const ProgramUnit *u)
{
    for (uint32_t i = 0; i < u->unit->globals.len; i++) {
        Symbol *s = u->unit->globals.data[i];
        if (!is_defined(s))
            continue;
        Object *o = interp_object(r, s);
        (void)object_address(r, o);
        if (s->init)
            init_object(r, u->unit, (Spot){.object = o}, s->type, s->init);
    }
}

static void load(Run *r)
{
    const Program *p = r->program;
    for (uint32_t i = 0; i < p->unit_count; i++)
        add_functions(r, &p->units[i]);
    for (uint32_t i = 0; i < p->unit_count; i++)
        add_objects(r, &p->units[i]);
    for (uint32_t i = 0; i < p->unit_count; i++)
        init_objects(r, &p->units[i]);
}

/* ---- main ----------------------------------------------------------------------------------- */

static Object *words(Run *r, const char *const *texts, uint32_t count)
{
    Object *list = object_new(r, OBJECT_GLOBAL, (count + 1) * 8);
    memset(list->init, 0xFF, list->size);
    for (uint32_t i = 0; i < count; i++) {
        size_t n = strlen(texts[i]) + 1;
        Object *o = object_new(r, OBJECT_GLOBAL, n);
        uint64_t at = object_address(r, o);
        memcpy(o->bytes, texts[i], n);
        memset(o->init, 0xFF, n);
        memcpy(list->bytes + i * 8, &at, 8);
    }
    return list;
}

void interp_leave(Run *r, int code)
{
    while (r->at_exit.len)
        (void)interp_callback(r, r->at_exit.data[--r->at_exit.len], NULL, NULL, 0);
    if (r->options->leaks)
        interp_find_leaks(r);
    interp_exit(r, RUN_EXITED, code);
}

static void run_main(Run *r)
{
    Name name = names_intern(r->program->names, "main", 4);
    Object *o = map_get_ptr(&r->by_name, MAP_KEY_PTR(name));
    if (!o || !o->code)
        interp_cannot(r, "the program has no function `main`");
    const MirFunction *m = o->code;
    const RunOptions *op = r->options;
    const char **argv = ARENA_ARRAY(r->arena, const char *, op->arg_count + 1);
    argv[0] = "program";
    for (uint32_t i = 0; i < op->arg_count; i++)
        argv[i + 1] = op->args[i];
    const Type *p = type_pointer(r->types, type_pointer(r->types, type_basic(r->types, TYPE_CHAR)));
    const Type *types[] = {type_basic(r->types, TYPE_INT), p, p};
    Scalar args[3] = {{.i = op->arg_count + 1}};
    args[1].i = object_address(r, words(r, argv, op->arg_count + 1));
    args[2].i = object_address(r, words(r, NULL, 0));
    interp_enter(r, m, args, types, m->param_count < 3 ? m->param_count : 3);
    interp_loop(r, NULL);
    interp_leave(r, r->last_defined ? (int)r->last.i : 0); /* C23 5.1.2.3.4: exit(main()) */
}

static void tell_lines(Run *r)
{
    Text t;
    text_init(&t, r->arena);
    text_add(&t, "lines:");
    for (uint32_t i = 0; i < r->lines.len; i++)
        text_addf(&t, " %u", r->lines.data[i]);
    text_addf(&t, "\nallocations: %llu\n", (unsigned long long)r->allocations);
    (void)r->options->write(r->options->ctx, 3, t.data, t.len);
}

RunResult interp_run(Arena *arena, Program *p, const RunOptions *o)
{
    Run *r = ARENA_NEW(arena, Run);
    const Target *t = p->units[0].unit->target;
    Map *maps[] = {&r->symbols, &r->by_name,  &r->functions, &r->strings,
                   &r->labels,  &r->literals, &r->passed};
    r->arena = arena;
    r->scratch = arena_new();
    r->program = p;
    r->options = o;
    r->types = p->units[0].unit->types;
    r->limit = o->limit ? o->limit : UINT64_C(1000000000);
    r->random = 1;
    text_init(&r->out, arena);
    for (size_t k = 0; k < COUNT_OF(maps); k++)
        map_init(maps[k], arena);
    if (setjmp(r->end) == 0) {
        if (t->by_kind[TYPE_POINTER].size != 8 || t->big_endian)
            interp_cannot(r, "only programs for little-endian targets of 64 bits are run");
        load(r);
        run_main(r);
    }
    interp_flush(r);
    if (o->lines)
        tell_lines(r);
    r->result.steps = r->steps;
    arena_destroy(r->scratch);
    return r->result;
}
