/* tests/tools/mirrun.c - the command line, units, globals; see mirrun.h. */
#include "mirrun.h"

#include <dlfcn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "sema/const.h"

_Noreturn void run_die(Run *r, const char *fmt, ...)
{
    va_list ap;
    fflush(stdout);
    fprintf(stderr, "mirrun: ");
    va_start(ap, fmt);
    vfprintf(stderr, fmt, ap);
    va_end(ap);
    for (Frame *f = r->top; f; f = f->caller)
        fprintf(stderr, "\n  in %s, bb%u", NAME_TEXT(f->fn->sym->name), f->block);
    fprintf(stderr, "\n");
    _exit(125);
}

/* ---- objects -------------------------------------------------------------------------------- */

static const char *link_name(const Symbol *sym)
{
    return sym->asm_name ? sym->asm_name : NAME_TEXT(sym->name);
}

char *run_object(Run *r, Symbol *sym)
{
    char *p = map_get_ptr(&r->objects, MAP_KEY_PTR(sym));
    if (sym->kind != SYM_VAR)
        return run_function_address(r, sym);
    if (!p && sym->linkage == LINK_EXTERNAL)
        p = map_get_ptr(&r->by_name, MAP_KEY_PTR(sym->name));
    if (!p)
        p = dlsym(RTLD_DEFAULT, link_name(sym));
    if (!p)
        run_die(r, "no object %s", NAME_TEXT(sym->name));
    map_put(&r->objects, MAP_KEY_PTR(sym), (uintptr_t)p);
    return p;
}

char *run_function_address(Run *r, Symbol *sym)
{
    char *p = map_get_ptr(&r->functions, MAP_KEY_PTR(sym));
    if (!p && sym->linkage == LINK_EXTERNAL)
        p = map_get_ptr(&r->by_name, MAP_KEY_PTR(sym->name));
    if (!p)
        p = dlsym(RTLD_DEFAULT, link_name(sym));
    if (!p && !attr_find(sym->attrs, ATTR_WEAK))
        run_die(r, "no function %s", link_name(sym));
    return p;
}

char *run_string(Run *r, const char *bytes, uint32_t count, uint8_t elem_size, const Type *t)
{
    uint64_t key = MAP_KEY_PTR(bytes);
    char *p = map_get_ptr(&r->strings, key);
    if (p)
        return p;
    uint64_t n = (uint64_t)count * elem_size;
    p = aligned_alloc(64, (n + 127) / 64 * 64);
    memset(p, 0, n + 8);
    memcpy(p, bytes, n);
    map_put(&r->strings, key, (uintptr_t)p);
    (void)t;
    return p;
}

static void init_object(Run *r, const Unit *u, char *at, const Type *t, const Expr *e);

static uint64_t object_size(const Type *t, const Expr *init)
{
    uint64_t size = t->size; /* a flexible array member's elements come on top */
    if (init && init->kind == EXPR_INIT_LIST)
        for (uint32_t i = 0; i < init->u.init.entry_count; i++) {
            const InitEntry *en = &init->u.init.entries[i];
            uint64_t end = en->offset + en->type->size * en->repeat;
            if (end > size)
                size = end;
        }
    return size;
}

static char *allocate(const Type *t, const Expr *init)
{
    uint64_t size = object_size(t, init) + 64;
    uint64_t align = t->align > 64 ? t->align : 64;
    char *p = aligned_alloc(align, (size + align - 1) / align * align);
    memset(p, 0, size);
    return p;
}

static char *const_base(Run *r, const Unit *u, const ConstValue *c)
{
    switch (c->base) {
    case CONST_BASE_SYMBOL: return run_object(r, (Symbol *)(uintptr_t)c->sym);
    case CONST_BASE_STRING: {
        const Expr *s = c->expr;
        if (s->kind != EXPR_STRING)
            run_die(r, "__func__ in a static initialiser");
        return run_string(r, s->u.string.bytes, s->u.string.count, s->u.string.elem_size, s->type);
    }
    case CONST_BASE_LITERAL: {
        char *p = map_get_ptr(&r->objects, MAP_KEY_PTR(c->expr));
        if (p)
            return p;
        p = allocate(c->expr->type, c->expr->u.cast.operand);
        map_put(&r->objects, MAP_KEY_PTR(c->expr), (uintptr_t)p);
        init_object(r, u, p, c->expr->type, c->expr->u.cast.operand);
        return p;
    }
    case CONST_BASE_LABEL:
        for (uint32_t i = 0; i < r->label_functions.len; i++) {
            const MirFunction *m = r->label_functions.data[i];
            for (uint32_t k = 0; k < m->labels.len; k++)
                if (m->labels.data[k].name == c->expr->u.label_addr.name)
                    return (char *)&m->blocks.data[m->labels.data[k].block.i];
        }
        run_die(r, "an unknown label in a static initialiser");
    }
    return NULL;
}

static Value const_value(Run *r, const Unit *u, const Type *t, const Expr *e)
{
    ConstValue c;
    Value v;
    memset(&v, 0, sizeof v);
    if (!const_eval(u, e, &c))
        run_die(r, "a static initialiser is no constant");
    const Type *part = t->kind == TYPE_COMPLEX ? t->elem : t;
    Value re, im;
    memset(&re, 0, sizeof re);
    memset(&im, 0, sizeof im);
    if (c.kind == CONST_INT) {
        v.i = (u128)c.i;
        return v;
    }
    if (c.kind == CONST_ADDRESS) {
        v.i = (uint64_t)(uintptr_t)const_base(r, u, &c) + (uint64_t)c.offset;
        return v;
    }
    if (type_is_integer(part)) {
        re.i = type_wrap(part, (u128)(i128)c.re);
        im.i = type_wrap(part, (u128)(i128)c.im);
    } else if (part->kind == TYPE_FLOAT) {
        re.f = (float)c.re;
        im.f = (float)c.im;
    } else if (part->kind == TYPE_LDOUBLE) {
        re.ld = c.re;
        im.ld = c.im;
    } else if (part->kind == TYPE_FLOAT128) {
        re.q = c.re;
        im.q = c.im;
    } else {
        re.d = (double)c.re;
        im.d = (double)c.im;
    }
    if (part == t)
        return re;
    run_write(part, (char *)v.bytes, re);
    run_write(part, (char *)v.bytes + part->size, im);
    return v;
}

static void init_string(char *at, const Type *t, const Expr *e, uint64_t room)
{
    uint64_t n = (uint64_t)e->u.string.count * e->u.string.elem_size;
    (void)t;
    memcpy(at, e->u.string.bytes, n < room ? n : room);
}

static const Expr *literal_of(const Expr *e)
{
    while (e->kind == EXPR_CONVERT || e->kind == EXPR_CAST)
        e = e->u.cast.operand;
    while (e->kind == EXPR_GENERIC)
        e = e->u.generic.chosen;
    return e->kind == EXPR_COMPOUND_LITERAL ? e : NULL;
}

static void init_object(Run *r, const Unit *u, char *at, const Type *t, const Expr *e)
{
    if (e->kind == EXPR_INIT_LIST && (is_aggregate(t) || t->kind == TYPE_VECTOR)) {
        memset(at, 0, t->size);
        for (uint32_t i = 0; i < e->u.init.entry_count; i++) {
            const InitEntry *en = &e->u.init.entries[i];
            for (uint64_t k = 0; k < en->repeat; k++) {
                char *p = at + en->offset + k * en->type->size;
                if (en->bit_field)
                    run_write_bits(en->bit_field, p - en->bit_field->offset,
                                   const_value(r, u, en->type, en->value));
                else
                    init_object(r, u, p, en->type, en->value);
            }
        }
    } else if (e->kind == EXPR_INIT_LIST) {
        if (e->u.init.entry_count)
            init_object(r, u, at, t, e->u.init.entries[0].value);
    } else if (t->kind == TYPE_ARRAY && e->kind == EXPR_STRING) {
        memset(at, 0, t->size);
        init_string(at, t, e, t->size ? t->size : UINT64_MAX);
    } else if ((is_aggregate(t) || t->kind == TYPE_VECTOR) && literal_of(e)) {
        init_object(r, u, at, t, literal_of(e)->u.cast.operand);
    } else if (is_aggregate(t)) {
        run_die(r, "a static initialiser of a kind that is not understood");
    } else {
        run_write(t, at, const_value(r, u, t, e));
    }
}

/* ---- units ---------------------------------------------------------------------------------- */

static void add_functions(Run *r, ProgramUnit *u)
{
    for (uint32_t i = 0; i < u->function_count; i++) {
        MirFunction *m = u->functions[i];
        if (!m)
            run_die(r, "a function was not lowered");
        map_put(&r->functions, MAP_KEY_PTR(m->sym), (uintptr_t)m);
        map_put(&r->code, MAP_KEY_PTR(m), (uintptr_t)m);
        if (m->labels.len)
            VEC_PUSH(r->arena, &r->label_functions, m);
        if (m->sym->linkage == LINK_EXTERNAL)
            map_put(&r->by_name, MAP_KEY_PTR(m->sym->name), (uintptr_t)m);
    }
}

static bool is_defined(const Symbol *s)
{
    return s->kind == SYM_VAR && (s->is_definition || s->tentative || s->init);
}

static void add_objects(Run *r, ProgramUnit *u)
{
    for (uint32_t i = 0; i < u->unit->globals.len; i++) {
        Symbol *s = u->unit->globals.data[i];
        if (!is_defined(s))
            continue;
        char *p =
            s->linkage == LINK_EXTERNAL ? map_get_ptr(&r->by_name, MAP_KEY_PTR(s->name)) : NULL;
        if (!p || s->init)
            p = allocate(s->type, s->init);
        map_put(&r->objects, MAP_KEY_PTR(s), (uintptr_t)p);
        if (s->linkage == LINK_EXTERNAL)
            map_put(&r->by_name, MAP_KEY_PTR(s->name), (uintptr_t)p);
    }
}

static void init_objects(Run *r, ProgramUnit *u)
{
    for (uint32_t i = 0; i < u->unit->globals.len; i++) {
        Symbol *s = u->unit->globals.data[i];
        if (is_defined(s) && s->init)
            init_object(r, u->unit, run_object(r, s), s->type, s->init);
    }
}

static void load_units(Run *r, const CommandList *list, ProgramUnit *units)
{
    for (uint32_t i = 0; i < list->len; i++) {
        unit_run(r->session, list->data[i], STAGE_MIR, &units[i]);
        if (units[i].unit && units[i].accepted && !units[i].not_lowered)
            continue;
        DiagOptions plain = {.format = FORMAT_GCC, .tool_version = "test"};
        Text t;
        text_init(&t, r->arena);
        diag_render(r->session->diag, &plain, &t);
        fprintf(stderr, "mirrun: %s is not accepted\n%s", list->data[i]->path,
                t.data ? t.data : "");
        exit(126);
    }
    for (uint32_t i = 0; i < list->len; i++)
        add_functions(r, &units[i]);
    for (uint32_t i = 0; i < list->len; i++)
        add_objects(r, &units[i]);
    for (uint32_t i = 0; i < list->len; i++)
        init_objects(r, &units[i]);
}

static void big_stack(char **argv)
{
    struct rlimit l;
    if (getrlimit(RLIMIT_STACK, &l) || l.rlim_cur >= (rlim_t)1 << 30)
        return;
    l.rlim_cur = l.rlim_max < (rlim_t)1 << 30 ? l.rlim_max : (rlim_t)1 << 30;
    if (l.rlim_cur < (rlim_t)1 << 26 || setrlimit(RLIMIT_STACK, &l) || getenv("MIRRUN_STACK"))
        return;
    setenv("MIRRUN_STACK", "1", 1);
    execv("/proc/self/exe", argv);
}

int main(int argc, char **argv)
{
    static const SessionOptions options = {.jobs = 1, .quiet = true};
    big_stack(argv);
    Run *r = calloc(1, sizeof *r);
    TextList words = {0};
    CommandList list = {0};
    int i = 1;
    r->arena = arena_new();
    r->session = session_new(&options);
    r->limit = UINT64_C(20000000000);
    r->trace = getenv("MIRRUN_TRACE") != NULL;
    Map *maps[] = {&r->objects, &r->by_name, &r->functions, &r->code, &r->strings};
    for (size_t k = 0; k < COUNT_OF(maps); k++)
        map_init(maps[k], r->arena);
    VEC_PUSH(r->arena, &words, "cc");
    for (; i < argc && strcmp(argv[i], "--"); i++)
        VEC_PUSH(r->arena, &words, argv[i]);
    command_per_input(r->session, command_parse(r->session, r->session->cwd, &words), &list);
    if (!session_prepare(r->session, &list))
        run_die(r, "nothing to run");
    load_units(r, &list, ARENA_ARRAY(r->arena, ProgramUnit, list.len));
    const MirFunction *m = NULL;
    for (uint32_t k = 0; !m && k < 1; k++)
        m = map_get_ptr(&r->by_name, MAP_KEY_PTR(names_intern(r->session->names, "main", 4)));
    if (!m)
        run_die(r, "there is no main");
    char *program = "program", **args = argv + (i < argc ? i : argc - 1);
    int count = argc - (i < argc ? i : argc - 1), result = 0;
    args[0] = program;
    Types *ts = m->unit->types;
    const Type *p = type_pointer(ts, type_pointer(ts, type_basic(ts, TYPE_CHAR)));
    const Type *types[] = {type_basic(ts, TYPE_INT), p, p};
    extern char **environ;
    char *values[] = {(char *)&count, (char *)&args, (char *)&environ};
    run_call(r, m, values, types, m->param_count, (char *)&result);
    fflush(NULL);
    exit(result & 255);
}
