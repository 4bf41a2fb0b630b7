/* annotate/choose.c - which annotations a function's declaration is to get.
 *
 * In: what all cases of its body bear out (engine/inferred.h). Out: words, by parameter and pointer
 * level. The one idea: in safe code a pointer without a word is a borrow, not null, of one
 * initialised object, and a `const char *` a string; so only what differs from that is said.
 *
 *     released on every path                __own, __own_by(fclose)
 *     returned, fresh                       __own
 *     returns with null, too                _Nullable
 *     set, and not looked at before         __inits
 *     handed to memcpy with n               __sized_by(n)
 *
 * A declaration that says something is believed in all that it does not say. So one of which
 * something else is known, and no word says that, gets none: a pointer that is released on some
 * ways only, or one that is kept, where the body does not tell if it was given away or lent. */
#include "annotate/annotate.h"
#include "engine/summary.h"

typedef struct Choice {
    Engine *engine;
    Arena *arena;
    const Summary *summary;
    const MirFunction *body;
    unsigned sets;
    bool any;
} Choice;

bool annotate_sets(const char *list, unsigned *sets)
{
    static const char *const names[] = {
#define SET(e, name) name,
#include "annotate/sets.def"
#undef SET
    };
    *sets = 0;
    while (*list) {
        size_t n = strcspn(list, ",");
        unsigned got = n == 3 && strncmp(list, "all", 3) == 0 ? SET_BIT(SET_COUNT) - 1 : 0;
        for (unsigned i = 0; i < COUNT_OF(names); i++)
            if (strlen(names[i]) == n && strncmp(list, names[i], n) == 0)
                got = SET_BIT(i);
        if (!got)
            return false;
        *sets |= got;
        list += n + (list[n] == ',');
    }
    return *sets != 0;
}

/* ---- what is said already -------------------------------------------------------------------- */
static unsigned sets_of_attrs(const Attr *list)
{
    unsigned sets = 0;
    for (const Attr *a = list; a; a = a->next) {
        switch (a->known) {
        case ATTR_CORTEN_OWN:
        case ATTR_CORTEN_OWN_BY:
        case ATTR_CORTEN_DROPS:
        case ATTR_CORTEN_CAPTURED_BY:
        case ATTR_DEALLOCATOR: sets |= SET_BIT(SET_OWNERSHIP); break;
        case ATTR_MALLOC: sets |= a->arg_count ? SET_BIT(SET_OWNERSHIP) : 0; break;
        case ATTR_CORTEN_INITS: sets |= SET_BIT(SET_INIT); break;
        case ATTR_NONNULL:
        case ATTR_RETURNS_NONNULL: sets |= SET_BIT(SET_NULL); break;
        case ATTR_CORTEN_COUNTED_BY:
        case ATTR_CORTEN_SIZED_BY:
        case ATTR_CORTEN_ENDED_BY:
        case ATTR_COUNTED_BY:
        case ATTR_COUNTED_BY_OR_NULL:
        case ATTR_SIZED_BY:
        case ATTR_SIZED_BY_OR_NULL:
        case ATTR_ENDED_BY:
        case ATTR_CORTEN_NULL_TERMINATED: sets |= SET_BIT(SET_BOUNDS); break;
        case ATTR_CORTEN_LIFETIMEBOUND:
        case ATTR_CORTEN_LIFETIMEBOUND_OF:
        case ATTR_LIFETIMEBOUND:
        case ATTR_CORTEN_STATIC:
        case ATTR_CORTEN_NOINVALIDATE: sets |= SET_BIT(SET_LIFETIMES); break;
        }
    }
    return sets;
}

static unsigned sets_of_type(const Type *t)
{
    const uint8_t nullness = QUAL_NULLABLE | QUAL_NONNULL | QUAL_NULL_UNSPECIFIED;
    unsigned sets = sets_of_attrs(t->notes) | (t->quals & nullness ? SET_BIT(SET_NULL) : 0);
    return t->kind == TYPE_POINTER ? sets | sets_of_attrs(t->elem->notes) : sets;
}

static unsigned sets_said(const Symbol *fn)
{
    const Type *t = fn->type;
    unsigned sets = sets_of_attrs(fn->attrs) | sets_of_attrs(t->u.fn.attrs) | sets_of_type(t->elem);
    for (uint32_t i = 0; i < t->u.fn.count; i++)
        sets |= sets_of_type(t->u.fn.params[i].type) | sets_of_attrs(t->u.fn.params[i].attrs);
    return sets;
}

unsigned annotate_said(const Symbol *fn, const MirFunction *body)
{
    unsigned sets = sets_said(fn) | sets_said(body->sym);
    for (uint32_t i = 0; i < body->param_count; i++) /* of an old definition */
        sets |= sets_of_type(body->locals.data[i + 1].type);
    return sets;
}

/* ---- words ----------------------------------------------------------------------------------- */
static void say_of(Choice *c, Words *words, AnnotateSet set, const char *text, uint32_t param,
                   const char *tail)
{
    Word w = {set, text, param, tail};
    if (!(c->sets & SET_BIT(set)) || !*text)
        return;
    VEC_PUSH(c->arena, words, w);
    c->any = true;
}

static void say(Choice *c, Words *words, AnnotateSet set, const char *text)
{
    say_of(c, words, set, text, UINT32_MAX, "");
}

static void say_own(Choice *c, Words *words, Name family, const Inferred *f)
{
    if (f && f->handle)
        say(c, words, SET_OWNERSHIP,
            arena_printf(c->arena, "__own_by(%s, %lld)", NAME_TEXT(family), (long long)f->none));
    else if (family)
        say(c, words, SET_OWNERSHIP, arena_printf(c->arena, "__own_by(%s)", family->text));
    else
        say(c, words, SET_OWNERSHIP, "__own");
}

static bool holds_pointers(const Type *t, int depth)
{
    if (t->kind == TYPE_POINTER)
        return t->elem->kind != TYPE_FUNCTION;
    if (t->kind == TYPE_ARRAY)
        return holds_pointers(t->elem, depth);
    if (!type_is_record(t) || depth > 6)
        return false;
    for (uint32_t i = 0; i < t->canon->u.record->field_count; i++)
        if (holds_pointers(t->canon->u.record->fields[i].type, depth + 1))
            return true;
    return false;
}

static void choose_extent(Choice *c, uint32_t i, const Type *t, Words *words)
{
    InferredExtent e = inferred_extent(c->summary, i);
    bool is_text = t->elem->kind == TYPE_CHAR && (t->elem->quals & QUAL_CONST);
    if (!e.known)
        return;
    if (e.text) {
        if (!is_text)
            say(c, words, SET_BOUNDS, "__null_terminated");
        return;
    }
    if (type_is_complete(t->elem) && t->elem->size == e.unit)
        say_of(c, words, SET_BOUNDS, "__counted_by(", e.param, ")");
    else if (e.unit == 1)
        say_of(c, words, SET_BOUNDS, "__sized_by(", e.param, ")");
    else
        say_of(c, words, SET_BOUNDS, "__sized_by(", e.param,
               arena_printf(c->arena, " * %llu)", (unsigned long long)e.unit));
}

static void choose_pointer(Choice *c, uint32_t i, const Type *t, bool returns_pointer, Said *said)
{
    Inferred f = inferred_pointer(c->summary, i, t, returns_pointer);
    Words *words = &said->outer;
    if (f.owner) {
        say_own(c, words, f.family, NULL);
        say(c, words, SET_OWNERSHIP, f.own_when);
    } else if (f.drops) {
        say(c, words, SET_OWNERSHIP, "__drops");
    } else if (f.inits && body_sets_first(c->engine, c->body, i)) {
        say(c, words, SET_INIT, "__inits");
        say(c, words, SET_INIT, f.inits_when);
        if (f.inner_owner && (c->sets & SET_BIT(SET_INIT))) {
            say_own(c, &said->inner, f.inner_family, NULL);
            say(c, &said->inner, SET_NULL, f.inner_null ? "_Nullable" : "");
        }
    }
    if (f.null || (f.spared && !f.family) || body_accepts_null(c->engine, c->body, i))
        say(c, words, SET_NULL, "_Nullable");
    if (!f.owner && !f.inits && t->elem->kind != TYPE_FUNCTION)
        choose_extent(c, i, t, words);
    if (t->elem->kind == TYPE_FUNCTION)
        return;
    bool lent = t->elem->quals & QUAL_CONST;
    uint32_t captor = lent ? inferred_captor(c->summary, i) : UINT32_MAX;
    if (captor != UINT32_MAX)
        say_of(c, words, SET_OWNERSHIP, "__captured_by(", captor, ")");
    else if (f.unclear)
        said->unsaid = "it, or what it holds, is released on some ways only";
    else if (f.stored && !f.owner)
        said->unsaid = lent ? "it is kept in memory that no parameter leads to"
                            : "it is kept, and the body does not tell if it is given away or lent";
    if (!f.owner && !f.drops && !lent && holds_pointers(t->elem, 0) &&
        (c->sets & SET_BIT(SET_LIFETIMES)) && body_releases_nothing(c->engine, c->body))
        say(c, words, SET_LIFETIMES, "__noinvalidate");
}

static void choose_result(Choice *c, const Type *t, Chosen *out)
{
    Inferred f = inferred_result(c->summary, t);
    bool pointer = t->kind == TYPE_POINTER;
    uint32_t borrows = 0;
    for (uint32_t i = 0; i < out->count; i++)
        borrows += holds_pointers(c->body->locals.data[i + 1].type, 0);
    if (f.owner)
        say_own(c, &out->result.outer, f.family, &f);
    if (f.null)
        say(c, &out->result.outer, SET_NULL, "_Nullable");
    if (pointer && f.lasting)
        say(c, &out->result.outer, SET_LIFETIMES, "__static");
    else if (pointer && f.from != UINT32_MAX && borrows > 1 && !f.relinked)
        say(c, &out->params[f.from].outer, SET_LIFETIMES, "__lifetimebound");
}

bool annotate_choose(Engine *e, const MirFunction *body, unsigned sets, Chosen *out)
{
    const FunctionResult *r = engine_function(e, body);
    if (!r->summary || r->gave_up || r->broken || !r->summary->cases.len)
        return false;
    Choice c = {.engine = e, .arena = e->arena, .summary = r->summary, .body = body, .sets = sets};
    const Type *result = body->locals.data[0].type;
    out->count = body->param_count;
    out->params = ARENA_ARRAY(e->arena, Said, out->count + 1);
    out->result = (Said){0};
    for (uint32_t i = 0; i < out->count; i++) {
        const Type *t = body->locals.data[i + 1].type;
        bool returns_pointer = result->kind == TYPE_POINTER;
        if (t->kind == TYPE_POINTER) {
            choose_pointer(&c, i, t, returns_pointer, &out->params[i]);
        } else if (type_is_integer(t)) {
            Inferred f = inferred_handle(r->summary, i, returns_pointer);
            if (f.owner) {
                say_own(&c, &out->params[i].outer, f.family, &f);
                say(&c, &out->params[i].outer, SET_OWNERSHIP, f.own_when);
            }
        }
    }
    choose_result(&c, result, out);
    return c.any;
}
