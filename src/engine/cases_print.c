/* engine/cases_print.c - a summary as text.
 *
 * In: a function's summary. Out: objects, values and events that its cases speak of, in the order
 * of their numbers, then the cases. An object that a pointer led to at entry is called after that
 * pointer (`*p->next`), a number after the place where it stood (`p->len`); what the function made,
 * or what has no such name, gets a label: `new1`, `v3`. Names are what the reader finds things by,
 * so each is given once: a second thing of the same name gets a label. */
#include "engine/cases.h"
#include "mir/text_internal.h"

typedef struct Printer {
    Arena *arena;
    HeaderTypes *types;
    const CasePrototype *f;
    const Summary *m;
    Text *out;
    const char **objects, **values; /* names by number; NULL: not given yet */
    bool *labelled;                 /* values whose name says nothing */
    const Type **object_types;      /* that their names tell, or NULL */
    const Type **value_types;
    bool *busy;
    Map taken; /* hash of a name: 1 + what has it */
    uint32_t labels[4];
    uint64_t *whens; /* of the case, sorted */
    uint32_t when_count;
    bool first;       /* field of an item */
    const char *file; /* that positions are in where they name none */
    uint32_t *events; /* by number: as which it is printed; equal ones are one */
} Printer;

static const char *object_name(Printer *p, uint32_t r);
static const char *value_name(Printer *p, uint32_t sym);

static bool take(Printer *p, const char *name)
{
    uintptr_t yes;
    uint64_t key = hash_bytes(name, strlen(name), 5);
    if (map_get(&p->taken, key, &yes))
        return false;
    map_put(&p->taken, key, 1);
    return true;
}

static const char *label(Printer *p, const char *stem, uint32_t *number)
{
    const char *name;
    do
        name = arena_printf(p->arena, "%s%u", stem, ++*number);
    while (!take(p, name));
    return name;
}

/* ---- places ---------------------------------------------------------------------------------- */
/* The object's name as the beginning of a longer path: `*p` and `.n` are `p->n`. */
static void add_path(Text *out, const char *object, const char *path)
{
    if (!*path)
        text_add(out, object);
    else if (*object == '*' && *path == '.' && object[1] == '*')
        text_addf(out, "(%s)->%s", object + 1, path + 1);
    else if (*object == '*' && *path == '.')
        text_addf(out, "%s->%s", object + 1, path + 1);
    else if (*object == '*')
        text_addf(out, "(%s)%s", object, path);
    else
        text_addf(out, "%s%s", object, path);
}

/* `v[3].n`: of what a pointer leads to, an element behind the first; NULL: there is none so. */
static const char *element_name(Printer *p, const char *object, const Type *t, int64_t off,
                                uint64_t size, const Type **found)
{
    Text path;
    text_init(&path, p->arena);
    text_add(&path, "");
    if (*object != '*' || !t || !type_is_complete(t) || t->vla || !t->size ||
        off < (int64_t)t->size || t->kind == TYPE_ARRAY ||
        !place_path(p->arena, t, off % (int64_t)t->size, size, &path, found))
        return NULL;
    return arena_printf(p->arena, object[1] == '*' ? "(%s)[%lld]%s" : "%s[%lld]%s", object + 1,
                        (long long)(off / (int64_t)t->size), path.len ? path.data : "");
}

static const char *place_name(Printer *p, uint32_t r, int64_t off, uint32_t off_sym, uint64_t size,
                              const Type **type)
{
    Text path, out;
    text_init(&path, p->arena);
    text_init(&out, p->arena);
    text_add(&path, "");
    const char *object = object_name(p, r);
    *type = NULL;
    if (off_sym || !place_path(p->arena, p->m->regions[r].type, off, size, &path, type)) {
        const char *element =
            off_sym ? NULL : element_name(p, object, p->m->regions[r].type, off, size, type);
        if (element)
            return element;
        path.len = 0;
        *type = NULL;
        text_addf(&path, "[%s%s%lld:%llu]", off_sym ? value_name(p, off_sym) : "",
                  off_sym && off >= 0 ? "+" : "", (long long)off, (unsigned long long)size);
    }
    if (path.data)
        path.data[path.len] = '\0';
    add_path(&out, object, path.data ? path.data : "");
    return out.data;
}

static uint64_t pointer_size(const Printer *p)
{
    return types_target(p->f->unit->types)->by_kind[TYPE_POINTER].size;
}

/* ---- names ----------------------------------------------------------------------------------- */
static const char *object_label(Printer *p, const RegionInfo *i)
{
    switch ((RegionKind)i->kind) {
    case REGION_GLOBAL: {
        const char *name = NAME_TEXT(i->sym->name);
        return *name && take(p, name) ? name : label(p, "global", &p->labels[0]);
    }
    case REGION_HEAP: return label(p, "new", &p->labels[1]);
    case REGION_HANDLE:
    case REGION_STRING:
    case REGION_LOCAL:
    case REGION_ENTRY:
    case REGION_NONE:
    case REGION_UNKNOWN: break;
    }
    return label(p, "object", &p->labels[2]);
}

static const char *object_name(Printer *p, uint32_t r)
{
    const RegionInfo *i = &p->m->regions[r];
    if (p->objects[r])
        return p->objects[r];
    if (i->kind == REGION_LOCAL && i->index <= p->m->param_count) {
        const char *name = i->index ? p->f->names[i->index - 1] : "result";
        p->object_types[r] = i->index ? p->f->types[i->index - 1] : p->f->result;
        /* `result` is kept for it */
        return p->objects[r] = i->index == 0 || take(p, name) ? name : object_label(p, i);
    }
    if (i->kind == REGION_ENTRY && !i->handle && i->parent && !p->busy[r]) {
        const Type *t;
        p->busy[r] = true; /* a pointer that leads to itself has no name */
        const char *at = place_name(p, i->parent, i->off, i->off_sym, pointer_size(p), &t);
        const char *name = arena_printf(p->arena, "*%s", at);
        p->busy[r] = false;
        if (p->objects[r])
            return p->objects[r];
        if (take(p, name)) {
            p->object_types[r] = t && t->kind == TYPE_POINTER ? t->elem : NULL;
            return p->objects[r] = name;
        }
    }
    return p->objects[r] = object_label(p, i);
}

static const char *value_name(Printer *p, uint32_t sym)
{
    const SymInfo *i = &p->m->syms[sym];
    if (p->values[sym])
        return p->values[sym];
    if (i->kind == SYMBOL_ENTRY) {
        const Type *t;
        const char *name =
            place_name(p, i->region, i->off, i->off_sym, i->type->size ? i->type->size : 1, &t);
        if (p->values[sym])
            return p->values[sym];
        /* a name that is an object's, too, would be ambiguous in "name: ..." only */
        if (take(p, arena_printf(p->arena, "value %s", name))) {
            p->value_types[sym] = t;
            return p->values[sym] = name;
        }
    }
    const char *name;
    do
        name = label(p, "v", &p->labels[3]);
    while (!take(p, arena_printf(p->arena, "value %s", name)));
    p->labelled[sym] = true;
    return p->values[sym] = name;
}

/* ---- fields ---------------------------------------------------------------------------------- */
static void print_quoted(Text *out, const char *s)
{
    text_add_char(out, '\'');
    for (; *s; s++) {
        if (*s == '\'' || *s == '\\' || *s == '"')
            text_add_char(out, '\\');
        text_add_char(out, *s == '\n' ? ' ' : *s);
    }
    text_add_char(out, '\'');
}

/* What `*p` points to is at `p`, unless a number is called that. */
static void print_object_address(Printer *p, const char *name)
{
    const char *value = arena_printf(p->arena, "value %s", name + 1);
    uintptr_t yes;
    if (*name != '*' || map_get(&p->taken, hash_bytes(value, strlen(value), 5), &yes))
        text_addf(p->out, "&%s", name);
    else
        text_add(p->out, name + 1);
}

static void print_value(Printer *p, Value v)
{
    Text *out = p->out;
    switch ((ValueKind)v.kind) {
    case VAL_UNKNOWN: text_add(out, "?"); return;
    case VAL_UNINIT: text_add(out, "uninit"); return;
    case VAL_INT:
        text_addf(out, "%lld", (long long)v.num);
        if (v.id)
            text_addf(out, "@e%u", p->events[v.id]);
        return;
    case VAL_SYM: text_add(out, value_name(p, v.id)); break;
    case VAL_PTR: print_object_address(p, object_name(p, v.id)); break;
    }
    if (v.num)
        text_addf(out, "%+lld", (long long)v.num);
    if (v.kind == VAL_PTR && v.off_sym)
        text_addf(out, "+[%s]", value_name(p, v.off_sym));
}

static void print_path(Text *out, const char *path)
{
    bool plain = path && *path;
    for (const char *c = path; plain && *c; c++)
        plain = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') ||
                strchr("_./+-", *c);
    if (plain)
        text_add(out, path);
    else
        print_quoted(out, path ? path : "");
}

static void print_position(Printer *p, const Unit *unit, Span s)
{
    Position at = source_position(unit->map, s.begin);
    if (!p->file || !at.path || strcmp(at.path, p->file) != 0)
        print_path(p->out, at.path);
    text_addf(p->out, ":%u:%u", at.line, at.column);
}

/* "`take` (a.c:7:30)", without the name of the file. */
static void print_place_text(Printer *p, const char *text)
{
    const char *open = strchr(text, '(');
    size_t n = p->file ? strlen(p->file) : 0;
    bool here = open && n && strncmp(open + 1, p->file, n) == 0 && open[n + 1] == ':';
    print_quoted(p->out,
                 here ? arena_printf(p->arena, "%.*s%s", (int)(open + 1 - text), text, open + 1 + n)
                      : text);
}

static uint64_t number_at(const char *at, uint16_t size)
{
    uint8_t one;
    uint16_t two;
    uint32_t four;
    uint64_t eight = 0;
    switch (size) {
    case 1: memcpy(&one, at, 1); return one;
    case 2: memcpy(&two, at, 2); return two;
    case 4: memcpy(&four, at, 4); return four;
    case 8: memcpy(&eight, at, 8); return eight;
    }
    return eight;
}

static uint32_t rank(const Printer *p, uint64_t when)
{
    uint32_t i = 0;
    while (i < p->when_count && p->whens[i] != when)
        i++;
    return i + 1;
}

static void field_word(Printer *p, const char *word)
{
    text_add(p->out, p->first ? " " : ", ");
    p->first = false;
    text_add(p->out, word);
}

static void print_words(Printer *p, FieldKind kind, const char *before, uint64_t v)
{
    const char *const *words = case_words(kind);
    bool bits =
        kind == FIELD_FLAGS || kind == FIELD_ENDS || kind == FIELD_VAGUE || kind == FIELD_GUESSES;
    for (uint32_t i = 0; words[i]; i++)
        if (*words[i] && (bits ? v >> i & 1 : v == i)) {
            field_word(p, "");
            if (*before)
                text_addf(p->out, "%s ", before);
            text_add(p->out, words[i]);
        }
}

static bool is_zero(const char *at, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (at[i])
            return false;
    return true;
}

static bool is_nothing(const CaseField *f, const char *at)
{
    Value v;
    if (f->kind != FIELD_VALUE)
        return is_zero(at, f->size);
    memcpy(&v, at, sizeof v);
    return v.kind == VAL_UNKNOWN;
}

static void print_numbers(Text *out, uint64_t bits)
{
    const char *before = "{";
    for (int i = 0; i < 64; i++)
        if (bits >> i & 1) {
            text_addf(out, "%s%d", before, i);
            before = ", ";
        }
    text_add_char(out, '}');
}

static void print_field(Printer *p, const CaseField *f, const char *at)
{
    Text *out = p->out;
    i128 big;
    Value v;
    Span s;
    void *ptr;
    uint64_t n = number_at(at, f->size);
    switch ((FieldKind)f->kind) {
    case FIELD_HEAD:
    case FIELD_SKIP: return;
    case FIELD_LIFE:
    case FIELD_NULLNESS:
    case FIELD_OWNER:
    case FIELD_CONTENT:
    case FIELD_FLAGS:
    case FIELD_ENDS:
    case FIELD_VAGUE:
    case FIELD_GUESSES: print_words(p, (FieldKind)f->kind, f->word, n); return;
    case FIELD_FLAG: field_word(p, f->word); return;
    case FIELD_PLACE:
        memcpy(&s, at, sizeof s);
        if (source_position(p->m->unit->map, s.begin).line == 0)
            return;
        break;
    case FIELD_COUNT:
    case FIELD_NUMBER:
    case FIELD_BIG:
    case FIELD_WHEN:
    case FIELD_NUMBERS:
    case FIELD_TEXT:
    case FIELD_NAME:
    case FIELD_TYPE:
    case FIELD_VALUE:
    case FIELD_OBJECT:
    case FIELD_SYM:
    case FIELD_EVENT:
    case FIELD_OPERATOR: break;
    }
    field_word(p, f->word);
    text_add_char(out, ' ');
    switch ((FieldKind)f->kind) {
    case FIELD_COUNT: text_addf(out, "%llu", (unsigned long long)n); break;
    case FIELD_NUMBER: text_addf(out, "%lld", (long long)n); break;
    case FIELD_WHEN: text_addf(out, "%u", rank(p, n)); break;
    case FIELD_NUMBERS: print_numbers(out, n); break;
    case FIELD_BIG:
        memcpy(&big, at, sizeof big);
        text_add_i128(out, big);
        break;
    case FIELD_TEXT:
    case FIELD_NAME:
        memcpy(&ptr, at, sizeof ptr);
        if (f->kind == FIELD_TEXT)
            print_place_text(p, ptr);
        else
            print_quoted(out, ((Name)ptr)->text);
        break;
    case FIELD_TYPE:
        memcpy(&ptr, at, sizeof ptr);
        header_type_text(p->types, out, ptr);
        break;
    case FIELD_PLACE: print_position(p, p->m->unit, s); break;
    case FIELD_VALUE:
        memcpy(&v, at, sizeof v);
        print_value(p, v);
        break;
    case FIELD_OBJECT: text_add(out, object_name(p, (uint32_t)n)); break;
    case FIELD_SYM: text_add(out, value_name(p, (uint32_t)n)); break;
    case FIELD_EVENT: text_addf(out, "e%u", p->events[n]); break;
    case FIELD_OPERATOR: text_add(out, mir_binary_words[n]); break;
    case FIELD_HEAD:
    case FIELD_SKIP:
    case FIELD_FLAG:
    case FIELD_LIFE:
    case FIELD_NULLNESS:
    case FIELD_OWNER:
    case FIELD_CONTENT:
    case FIELD_FLAGS:
    case FIELD_ENDS:
    case FIELD_VAGUE:
    case FIELD_GUESSES: break;
    }
}

/* Those that are not zero. `colon`: what stands before the first of them. */
static void print_fields(Printer *p, FieldOwner owner, const void *record, const char *colon)
{
    size_t start = p->out->len;
    text_add(p->out, colon);
    size_t named = p->out->len;
    p->first = true;
    for (uint32_t i = 0; i < case_field_count; i++) {
        const CaseField *f = &case_fields[i];
        const char *at = (const char *)record + f->offset;
        if (f->owner == owner && !is_nothing(f, at))
            print_field(p, f, at);
    }
    if (p->out->len == named) {
        p->out->len = start;
        if (p->out->data)
            p->out->data[start] = '\0';
    }
}

/* ---- objects, values, events ----------------------------------------------------------------- */
static void print_object(Printer *p, uint32_t r)
{
    RegionInfo i = p->m->regions[r];
    const char *name = object_name(p, r);
    bool parameter = i.kind == REGION_LOCAL && i.index <= p->m->param_count &&
                     strcmp(name, i.index ? p->f->names[i.index - 1] : "result") == 0;
    bool named = parameter || *name == '*';
    text_addf(p->out, "\n  %s", name);
    if (named) {
        i.parent = i.off_sym = 0;
        i.off = 0;
    } else {
        text_addf(p->out, ": %s", case_region_words[i.kind]);
    }
    if (parameter) {
        bool usual = i.type && i.size.kind == VAL_INT && i.size.num == (int64_t)i.type->size;
        i.size = usual ? value_unknown() : i.size;
        i.index = 0;
    }
    if (i.kind == REGION_GLOBAL) {
        bool shared = i.sym->linkage == LINK_EXTERNAL;
        bool function = i.sym->kind == SYM_FUNCTION;
        text_add(p->out, shared ? " extern " : " static ");
        text_add(p->out, function ? "function " : "variable ");
        print_quoted(p->out,
                     function ? header_function_name(p->types, i.sym) : NAME_TEXT(i.sym->name));
        if (!shared && !function) {
            text_add(p->out, " of ");
            print_position(p, header_unit_of(p->types, i.sym), (Span){i.sym->loc, i.sym->loc});
        }
    }
    if (p->object_types[r] && i.type && header_types_agree(p->types, p->object_types[r], i.type))
        i.type = NULL;
    print_fields(p, OWNER_RegionInfo, &i, named ? ":" : ",");
    text_add(p->out, ";");
}

static void print_symbol(Printer *p, uint32_t sym)
{
    SymInfo i = p->m->syms[sym];
    const char *name = value_name(p, sym);
    const char *colon = ",";
    text_addf(p->out, "\n  %s", name);
    if (i.kind == SYMBOL_ENTRY && p->value_types[sym]) {
        if (header_types_agree(p->types, p->value_types[sym]->canon, i.type->canon))
            i.type = NULL;
    }
    if (!p->labelled[sym] && i.kind == SYMBOL_ENTRY)
        i.region = i.off_sym = 0, i.off = 0;
    if (i.kind == SYMBOL_BINARY) {
        text_add(p->out, " = ");
        print_value(p, i.a);
        text_addf(p->out, " %s ", mir_binary_words[i.op]);
        print_value(p, i.b);
        i.a = i.b = value_unknown();
    } else if (i.kind == SYMBOL_UNARY) {
        text_addf(p->out, ": unary %s", mir_unary_words[i.op]);
    } else if (i.kind == SYMBOL_CONVERT) {
        text_addf(p->out, ": convert %s", mir_convert_words[i.op]);
    } else if (!p->labelled[sym]) {
        colon = ":";
    } else {
        text_addf(p->out, ": %s", case_sym_words[i.kind]);
    }
    print_fields(p, OWNER_SymInfo, &i, colon);
    text_add(p->out, ";");
}

static bool same_event(const Printer *p, const Event *a, const Event *b)
{
    const Unit *u = p->m->unit;
    for (uint32_t i = 0; i < case_field_count; i++) {
        const CaseField *f = &case_fields[i];
        bool said = f->owner == OWNER_Event && f->kind != FIELD_SKIP;
        if (said && f->kind == FIELD_PLACE && /* of two tokens that one macro made */
            strcmp(place_text(p->arena, u, a->span), place_text(p->arena, u, b->span)) == 0)
            continue;
        if (said && memcmp((const char *)a + f->offset, (const char *)b + f->offset, f->size) != 0)
            return false;
    }
    return true;
}

static void number_events(Printer *p)
{
    const Summary *m = p->m;
    uint32_t last = 0;
    p->events = ARENA_ARRAY(p->arena, uint32_t, m->event_count + 1);
    for (uint32_t i = 1; i < m->event_count; i++) {
        uint32_t k = 1;
        while (k < i && !same_event(p, &m->events[k], &m->events[i]))
            k++;
        p->events[i] = k < i ? p->events[k] : ++last;
    }
}

static void print_tables(Printer *p)
{
    const Summary *m = p->m;
    if (m->region_count > 1) {
        text_add(p->out, "\nobjects {");
        for (uint32_t i = 1; i < m->region_count; i++)
            print_object(p, i);
        text_add(p->out, " }");
    }
    if (m->sym_count > 1) {
        text_add(p->out, "\nvalues {");
        for (uint32_t i = 1; i < m->sym_count; i++)
            print_symbol(p, i);
        text_add(p->out, " }");
    }
    if (m->event_count > 1) {
        text_add(p->out, "\nevents {");
        for (uint32_t i = 1, last = 0; i < m->event_count; i++) {
            if (p->events[i] <= last)
                continue;
            last = p->events[i];
            text_addf(p->out, "\n  e%u: %s", last, case_event_words[m->events[i].kind]);
            print_fields(p, OWNER_Event, &m->events[i], ",");
            text_add(p->out, ";");
        }
        text_add(p->out, " }");
    }
}

/* ---- cases ----------------------------------------------------------------------------------- */
static void add_when(Printer *p, uint64_t when)
{
    uint32_t i = 0;
    if (!when)
        return;
    while (i < p->when_count && p->whens[i] < when)
        i++;
    if (i < p->when_count && p->whens[i] == when)
        return;
    memmove(p->whens + i + 1, p->whens + i, (p->when_count - i) * sizeof *p->whens);
    p->whens[i] = when;
    p->when_count++;
}

static void collect_whens(Printer *p, const State *s)
{
    p->whens = ARENA_ARRAY(p->arena, uint64_t,
                           s->region_count + s->fact_count + s->need_count + s->diff_count +
                               s->callback_count + 3);
    p->when_count = 0;
    add_when(p, s->by_memory);
    add_when(p, s->lossy);
    for (uint32_t i = 0; i < s->region_count; i++)
        add_when(p, s->regions[i].when);
    for (uint32_t i = 0; i < s->fact_count; i++)
        add_when(p, s->facts[i].when);
    for (uint32_t i = 0; i < s->need_count; i++)
        add_when(p, s->needs[i].when);
    for (uint32_t i = 0; i < s->diff_count; i++)
        add_when(p, s->diffs[i].when);
    for (uint32_t i = 0; i < s->callback_count; i++)
        add_when(p, s->callbacks[i].when);
}

/* What the interval excludes anyway is not said again. */
static uint64_t holes_inside(const Fact *f)
{
    uint64_t holes = f->holes;
    for (int i = 0; i < 64; i++)
        if (i < f->lo || i > f->hi)
            holes &= ~(UINT64_C(1) << i);
    return holes;
}

static void print_fact(Printer *p, const Fact *f)
{
    Fact rest = *f;
    rest.holes = holes_inside(f);
    Interval all = interval_of_type(p->m->syms[f->sym].type);
    bool full = f->lo == all.lo && f->hi == all.hi;
    const char *op = NULL;
    i128 bound = 0;
    text_addf(p->out, "\n  %s ", value_name(p, f->sym));
    if (f->lo == f->hi)
        op = "==", bound = f->lo;
    else if (full && rest.holes && !(rest.holes & (rest.holes - 1))) {
        op = "!=";
        while (rest.holes >> bound != 1)
            bound++;
        rest.holes = 0;
    } else if (full) {
        text_add(p->out, "in all");
    } else if (f->hi == all.hi) {
        op = ">=", bound = f->lo;
    } else if (f->lo == all.lo) {
        op = "<=", bound = f->hi;
    }
    if (op) {
        text_addf(p->out, "%s ", op);
        text_add_i128(p->out, bound);
    } else if (!full) {
        text_add(p->out, "in [");
        text_add_i128(p->out, f->lo);
        text_add(p->out, ", ");
        text_add_i128(p->out, f->hi);
        text_add(p->out, "]");
    }
    if (rest.has_ne && rest.ne == 0)
        text_add(p->out, ", not 0"); /* a member that is zero has no word */
    if (!rest.has_ne)
        rest.ne = 0;
    print_fields(p, OWNER_Fact, &rest, ",");
    text_add(p->out, ";");
}

static void print_region_state(Printer *p, const RegionState *rs)
{
    size_t start = p->out->len;
    text_addf(p->out, "\n  %s:", object_name(p, rs->region));
    size_t named = p->out->len;
    print_fields(p, OWNER_RegionState, rs, "");
    if (p->out->len != named) {
        text_add(p->out, ";");
        return;
    }
    p->out->len = start; /* as at entry */
    p->out->data[start] = '\0';
}

static void print_cell(Printer *p, const Cell *c)
{
    const Type *t;
    Cell rest = *c;
    if (!c->off_sym) /* they bound where it can lie */
        rest.lo = rest.hi = 0;
    text_addf(p->out, "\n  %s = ", place_name(p, c->region, c->off, c->off_sym, c->size, &t));
    print_value(p, c->value);
    print_fields(p, OWNER_Cell, &rest, ",");
    text_add(p->out, ";");
}

static void print_diff(Printer *p, const Diff *d)
{
    text_addf(p->out, "\n  %s - %s <= ", value_name(p, d->a), value_name(p, d->b));
    text_add_i128(p->out, d->most);
    print_fields(p, OWNER_Diff, d, ",");
    text_add(p->out, ";");
}

static void print_need(Printer *p, const Need *n)
{
    text_addf(p->out, "\n  needs %s", case_need_words[n->kind]);
    print_fields(p, OWNER_Need, n, "");
    text_add(p->out, ";");
}

/* `calls each with (line '`first` (a.c:4:12)', ctx '...'), ...` */
static void print_callback(Printer *p, const Callback *c)
{
    text_add(p->out, "\n  calls ");
    print_value(p, c->function);
    text_add(p->out, " with (");
    for (uint32_t i = 0; i < c->count; i++) {
        text_add(p->out, i ? ", " : "");
        print_value(p, c->args[i]);
        text_add_char(p->out, ' ');
        print_place_text(p, c->places[i]);
    }
    text_add(p->out, ")");
    print_fields(p, OWNER_Callback, c, ",");
    text_add(p->out, ";");
}

static void print_case(Printer *p, const Case *c)
{
    const State *s = c->state;
    Case head = *c;
    collect_whens(p, s);
    text_add(p->out, "\ncase {");
    if (head.result.kind == VAL_UNKNOWN && p->m->returns_void)
        head.outcome &= ~(uint32_t)OUTCOME_UNKNOWN;
    print_fields(p, OWNER_Case, &head, "");
    print_fields(p, OWNER_State, s, "; path");
    text_add(p->out, ";");
    for (uint32_t i = 0; i < s->region_count; i++)
        print_region_state(p, &s->regions[i]);
    for (uint32_t i = 0; i < s->cell_count; i++)
        print_cell(p, &s->cells[i]);
    for (uint32_t i = 0; i < s->fact_count; i++)
        print_fact(p, &s->facts[i]);
    for (uint32_t i = 0; i < s->diff_count; i++)
        print_diff(p, &s->diffs[i]);
    for (uint32_t i = 0; i < s->need_count; i++)
        print_need(p, &s->needs[i]);
    for (uint32_t i = 0; i < s->callback_count; i++)
        print_callback(p, &s->callbacks[i]);
    text_add(p->out, " }");
}

void cases_print(Arena *arena, HeaderTypes *h, const CasePrototype *f, const FunctionResult *r,
                 Text *out)
{
    const Summary *m = r->summary;
    Printer p = {.arena = arena, .types = h, .f = f, .m = m, .out = out, .first = true};
    map_init(&p.taken, arena);
    (void)take(&p, "result");
    (void)take(&p, "uninit");
    if (m && m->cases.len) {
        p.file = source_position(m->unit->map, m->cases.data[0].at.begin).path;
        p.file = p.file && *p.file ? p.file : NULL;
    }
    if (p.file) {
        text_add(out, "in ");
        print_path(out, p.file);
    }
    print_fields(&p, OWNER_FunctionResult, r, "");
    if (!m) {
        if (!out->len)
            text_add(out, "unknown");
        return;
    }
    p.objects = ARENA_ARRAY(arena, const char *, m->region_count);
    p.object_types = ARENA_ARRAY(arena, const Type *, m->region_count);
    p.busy = ARENA_ARRAY(arena, bool, m->region_count);
    p.values = ARENA_ARRAY(arena, const char *, m->sym_count);
    p.value_types = ARENA_ARRAY(arena, const Type *, m->sym_count);
    p.labelled = ARENA_ARRAY(arena, bool, m->sym_count);
    number_events(&p);
    for (uint32_t i = 1; i < m->region_count; i++)
        (void)object_name(&p, i);
    for (uint32_t i = 1; i < m->sym_count; i++)
        (void)value_name(&p, i);
    print_tables(&p);
    for (uint32_t i = 0; i < m->cases.len; i++)
        print_case(&p, &m->cases.data[i]);
}
