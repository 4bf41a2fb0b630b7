/* checks/number_explain.c - tells the story of a finding about numbers: an access outside its
 * object, a division by zero, a shift by too much, a size that wrapped, an object of another type.
 *
 * What comes in: a violation with the number, what it can be on this path, and what bounds it. What
 * goes out: a message with the two numbers that do not fit, the object with its size, and where the
 * number came into the program:
 *
 *     int seen[128];       `seen` is declared here
 *     c = getchar();       comes from outside the program here, through `getchar`
 *     seen[c]++;           `c` can be as large as 255, but `seen` has 128 elements
 *
 * A number is told as what it is (12), as what it can be (as large as 255), or, where only its
 * relation to another one is known (i <= n), not at all. */
#include "checks/story.h"

/* ---- numbers in words ------------------------------------------------------------------------ */
static const char *number_text(Arena *arena, i128 n)
{
    Text out;
    text_init(&out, arena);
    text_add_i128(&out, n);
    return out.data;
}

static const char *counted(Arena *arena, i128 n, const char *noun)
{
    return arena_printf(arena, "%s %s%s", number_text(arena, n), noun, n == 1 ? "" : "s");
}

static bool is_exactly_one(Interval i)
{
    return i.lo == i.hi;
}

/* "is 12", "can be as large as 255": why it is not in [0, limit). NULL: nothing can be said. */
static const char *excess(const Story *t, Interval i, i128 limit)
{
    const i128 far = (i128)1 << 64;
    bool below = i.lo < 0 && i.lo > -far, above = i.hi >= limit && i.hi < far;
    if (is_exactly_one(i))
        return arena_printf(t->arena, "is %s", number_text(t->arena, i.lo));
    if (below && i.hi < 0)
        return arena_printf(t->arena, "is negative");
    if (above && i.lo >= limit)
        return arena_printf(t->arena, "is %s or more", number_text(t->arena, i.lo));
    if (below && above)
        return arena_printf(t->arena, "can be any number from %s to %s",
                            number_text(t->arena, i.lo), number_text(t->arena, i.hi));
    if (above)
        return arena_printf(t->arena, "can be as large as %s", number_text(t->arena, i.hi));
    if (below && i.lo == -1)
        return "can be -1";
    if (below)
        return arena_printf(t->arena, "can be negative, down to %s", number_text(t->arena, i.lo));
    return NULL;
}

/* ---- parts of the story ---------------------------------------------------------------------- */
/* The name of the function that is called in `f(...)`; NULL: it is no call. */
static const char *called_in(const Story *t, Span span)
{
    const char *text = diag_source_text(t->arena, t->an->fn->unit->map, span, 80);
    size_t n = text ? strcspn(text, "( ") : 0;
    if (!n || text[n] != '(' ||
        strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                     "_0123456789") != n)
        return NULL;
    return arena_printf(t->arena, "%.*s", (int)n, text);
}

/* Where the number came in from outside. */
static void tell_source(Story *t)
{
    if (!t->v->source)
        return;
    const SymInfo *i = sym_info(t->an, t->v->source);
    if (!i->outside && !i->told_in)
        return;
    if (t->v->region && i->span.begin == region_info(t->an, t->v->region)->span.begin) {
        story_note(t, "what it holds comes from outside the program");
        return;
    }
    const char *who = i->who ? i->who : called_in(t, i->span);
    const char *from = who && strcmp(who, "main") == 0 ? "the command line"
                       : who ? arena_printf(t->arena, "outside the program, through `%s`", who)
                             : "outside the program";
    if (!i->span.begin || i->span.begin == t->v->span.begin)
        story_note(t, arena_printf(t->arena, "the number comes from %s", from));
    else
        story_label(t, LABEL_EVENT, i->span, arena_printf(t->arena, "comes from %s", from));
}

static bool called(const Story *t)
{
    return t->v->argument && t->v->callee;
}

/* The subject; `otherwise` where the source does not show it, or shows no more than the call. */
static const char *quoted(const Story *t, const char *otherwise)
{
    const char *text = diag_source_text(t->arena, t->an->fn->unit->map, t->v->subject, 48);
    const char *name = called_in(t, t->v->subject);
    size_t n = text ? strlen(text) : 0;
    if (!n || (called(t) && name && strcmp(name, t->v->callee) == 0))
        return otherwise;
    if (n > 2 && text[0] == '(' && strcspn(text + 1, "()") == n - 2 && text[n - 1] == ')')
        return arena_printf(t->arena, "`%.*s`", (int)n - 2, text + 1);
    return arena_printf(t->arena, "`%s`", text);
}

/* What was outgrown is an array in the object, not the object itself. */
static bool is_part(const Story *t)
{
    const Violation *v = t->v;
    const Type *type = v->region ? region_info(t->an, v->region)->type : NULL;
    return v->kind == VIOLATION_BOUNDS && !v->element && v->region &&
           story_variable(t, v->region) && v->limit.kind == VAL_INT && type && type->size &&
           type->size != (uint64_t)v->limit.num;
}

/* "`buf`", "the memory from `malloc`", or "the object". */
static const char *object_name(const Story *t)
{
    if (!t->v->region)
        return "the object";
    const RegionInfo *i = region_info(t->an, t->v->region);
    const char *name = story_variable(t, t->v->region);
    if (name)
        return arena_printf(t->arena, "`%s`", name);
    if (i->kind == REGION_STRING)
        return "the string literal";
    if (i->kind == REGION_HEAP)
        return i->maker ? arena_printf(t->arena, "the memory from `%s`", i->maker)
                        : "the allocated memory";
    return called(t) ? quoted(t, "the object") : "the object";
}

/* Where the object was declared, with its size when that is told nowhere else. */
static void tell_object(Story *t, const char *size)
{
    if (!t->v->region)
        return;
    const RegionInfo *i = region_info(t->an, t->v->region);
    if (i->kind == REGION_HEAP) {
        story_label(t, LABEL_EVENT, i->span,
                    size ? arena_printf(t->arena, "%s allocated here", size) : "allocated here");
        if (i->inner)
            story_note(t, arena_printf(t->arena, "it was allocated in %s", i->inner));
    } else if (story_variable(t, t->v->region)) {
        story_label(t, LABEL_SECONDARY, i->span,
                    size ? arena_printf(t->arena, "%s has %s", object_name(t), size)
                         : arena_printf(t->arena, "%s is declared here", object_name(t)));
    }
}

static void tell_inner(Story *t, const char *what)
{
    if (t->v->inner)
        story_note(t, arena_printf(t->arena, "%s in %s", what, t->v->inner));
}

static void help(Story *t, const char *text)
{
    finding_help(t->arena, t->f, text, NULL);
}

/* ---- accesses -------------------------------------------------------------------------------- */
/* Is the indexed array the variable itself, and not one in it? */
static bool is_whole_array(const Story *t)
{
    if (!t->v->region || !story_variable(t, t->v->region))
        return false;
    const Type *type = region_info(t->an, t->v->region)->type;
    return type && type->kind == TYPE_ARRAY &&
           type->size == t->v->element * (uint64_t)t->v->limit.num;
}

static void help_index(Story *t, i128 limit)
{
    Interval i = t->v->range;
    if (t->v->source && i.hi >= limit)
        help(t, i.lo < 0 ? arena_printf(t->arena, "compare it with 0 and %s before this",
                                        number_text(t->arena, limit))
                         : arena_printf(t->arena, "compare it with %s before this",
                                        number_text(t->arena, limit)));
    else if (t->v->source)
        help(t, "compare it with 0 before this");
}

/* The callee uses a number as an index of an array that we don't see. */
static const char *needed_index(const Story *t, const char *is)
{
    const char *what = quoted(t, NULL), *limit = number_text(t->arena, t->v->limit.num);
    if (what)
        return arena_printf(t->arena, "%s %s, but `%s` needs an index below %s", what, is,
                            t->v->callee, limit);
    return arena_printf(t->arena, "an index in `%s` %s, but must be below %s", t->v->callee, is,
                        limit);
}

static void explain_index(Story *t)
{
    const Violation *v = t->v;
    i128 limit = v->limit.num;
    const char *is = excess(t, v->range, limit);
    const char *elements = counted(t->arena, limit, "element");
    const char *array = is_whole_array(t) ? object_name(t)
                        : v->region && story_variable(t, v->region)
                            ? arena_printf(t->arena, "the array in %s", object_name(t))
                            : "the array";
    const char *indices =
        v->range.hi < 0 || (v->range.lo < 0 && v->range.hi < limit)
            ? "indices begin at 0"
            : arena_printf(t->arena, "indices go from 0 to %s", number_text(t->arena, limit - 1));
    if (is && called(t) && !v->region)
        story_primary(t, needed_index(t, is), indices);
    else if (is)
        story_primary(t,
                      arena_printf(t->arena, "%s %s, but %s has %s", quoted(t, "the index"), is,
                                   array, elements),
                      indices);
    else
        story_primary(t,
                      arena_printf(t->arena, "%s can be an index outside of %s, which has %s",
                                   quoted(t, "this"), array, elements),
                      indices);
    tell_inner(t, "it is an index");
    tell_object(t, NULL);
    tell_source(t);
    story_branches(t, 0);
    help_index(t, limit);
}

/* What could have been called instead. */
static void help_callee(Story *t)
{
    static const struct {
        const char *callee, *help;
    } table[] = {
        {"strcpy", "`snprintf` is told how much room there is"},
        {"strcat", "`snprintf` is told how much room there is"},
        {"stpcpy", "`snprintf` is told how much room there is"},
        {"sprintf", "`snprintf` is told how much room there is"},
        {"vsprintf", "`vsnprintf` is told how much room there is"},
        {"gets", "`fgets` is told how much room there is"},
        {"scanf", "give `%s` a width, one less than the array has"},
        {"fscanf", "give `%s` a width, one less than the array has"},
        {"sscanf", "give `%s` a width, one less than the array has"},
    };
    for (size_t i = 0; i < COUNT_OF(table) && t->v->callee; i++)
        if (strcmp(table[i].callee, t->v->callee) == 0)
            help(t, table[i].help);
}

/* Nothing is accessed yet: a pointer is moved before the object, and kept. */
static bool only_moved(const Violation *v)
{
    return v->other.kind == VAL_INT && !v->other.num;
}

/* On which side of the object; where relations alone decide, it may be either. */
typedef enum Side { SIDE_BEFORE, SIDE_BEYOND, SIDE_EITHER } Side;

static Side extent_side(const Violation *v)
{
    bool below = v->range.lo < 0 && v->source && v->range.lo > -INT128_FAR;
    if (only_moved(v) || v->range.hi < 0 ||
        (below && v->limit.kind == VAL_INT && v->range.hi < v->limit.num))
        return SIDE_BEFORE;
    return below && v->limit.kind != VAL_INT ? SIDE_EITHER : SIDE_BEYOND;
}

static const char *side_text(Side side)
{
    switch (side) {
    case SIDE_BEFORE: return "before the beginning of";
    case SIDE_BEYOND: return "past the end of";
    case SIDE_EITHER: return "outside of";
    }
    return "";
}

/* What the called function does to the object. */
static const char *does(const Violation *v)
{
    if (only_moved(v))
        return "can move a pointer";
    if (v->source)
        return v->write ? "can write" : "can read";
    return v->write ? "writes" : "reads";
}

/* Both numbers are known: "8 bytes are written, of which 6 are there". */
static const char *counted_label(const Story *t, const char *done)
{
    const Violation *v = t->v;
    i128 left = v->limit.num - v->range.lo, bytes = v->other.num;
    if (left <= 0)
        return arena_printf(t->arena, "%s at offset %s", done, number_text(t->arena, v->range.lo));
    return arena_printf(t->arena, "%s %s %s, of which %s %s there",
                        counted(t->arena, bytes, "byte"), bytes == 1 ? "is" : "are", done,
                        number_text(t->arena, left), left == 1 ? "is" : "are");
}

static const char *extent_label(const Story *t, Side side)
{
    const Violation *v = t->v;
    if (only_moved(v))
        return "it can point before its first byte";
    const char *done = v->write ? "written" : "read", *can = v->source ? "can be " : "";
    bool placed = is_exactly_one(v->range) && v->limit.kind == VAL_INT && side == SIDE_BEYOND;
    if (placed && v->other.kind == VAL_INT)
        return counted_label(t, done);
    if (placed && v->limit.num >= v->range.lo)
        return arena_printf(t->arena, "more than %s can be %s",
                            counted(t->arena, v->limit.num - v->range.lo, "byte"), done);
    switch (side) {
    case SIDE_BEFORE:
        return is_exactly_one(v->range)
                   ? arena_printf(t->arena, "%s before its first byte",
                                  counted(t->arena, -v->range.lo, "byte"))
                   : arena_printf(t->arena, "%s%s before its first byte", can, done);
    case SIDE_BEYOND: return arena_printf(t->arena, "%s%s past its end", can, done);
    case SIDE_EITHER: return arena_printf(t->arena, "%s%s outside of it", can, done);
    }
    return "";
}

/* It is wanted as a string. */
static void explain_text(Story *t)
{
    const Violation *v = t->v;
    bool may = v->text == TEXT_MAY_NOT_END;
    const char *object = object_name(t);
    story_primary(t,
                  arena_printf(t->arena, "`%s` takes %s for a string, but it %s NUL at its end",
                               v->callee, object, may ? "need not have a" : "has no"),
                  arena_printf(t->arena, "%s read past its end", may ? "can be" : "is"));
    tell_inner(t, "it is read");
    tell_object(t, v->limit.kind == VAL_INT ? counted(t->arena, v->limit.num, "byte") : NULL);
    if (may)
        story_note(t, "what it holds comes from outside the program");
    story_branches(t, 0);
    help(t, "print it by `%.*s` with its length, or make room for a NUL and put it there");
}

static void explain_extent(Story *t)
{
    const Violation *v = t->v;
    if (v->text) {
        explain_text(t);
        return;
    }
    Side side = extent_side(v);
    bool part = is_part(t);
    const char *object = part && called(t) ? quoted(t, "the array") : object_name(t);
    const char *message =
        called(t)
            ? arena_printf(t->arena, "`%s` %s %s %s", v->callee, does(v), side_text(side), object)
            : arena_printf(t->arena, "%s %s %s %s", quoted(t, "this access"),
                           v->source ? "can lie" : "lies", side_text(side), object);
    story_primary(t, message, extent_label(t, side));
    tell_inner(t, only_moved(v) ? "it is moved" : v->write ? "it is written" : "it is read");
    tell_object(t,
                v->limit.kind == VAL_INT && !part ? counted(t->arena, v->limit.num, "byte") : NULL);
    tell_source(t);
    story_branches(t, 0);
    help_callee(t);
}

/* ---- types ----------------------------------------------------------------------------------- */
static const char *type_text(const Story *t, const Type *type)
{
    if (!type)
        return "another type";
    return arena_printf(t->arena, "`%s`", type_spell(t->arena, type));
}

static void explain_type(Story *t)
{
    const Violation *v = t->v;
    const char *held = type_text(t, v->held), *wanted = type_text(t, v->wanted);
    if (called(t))
        story_primary(t,
                      arena_printf(t->arena, "%s leads to a %s, and `%s` takes it for a %s",
                                   quoted(t, "an argument"), held, v->callee, wanted),
                      arena_printf(t->arena, "is used as a %s in this call", wanted));
    else
        story_primary(t,
                      arena_printf(t->arena, "%s is in a %s, which is used as a %s",
                                   quoted(t, "this"), held, wanted),
                      arena_printf(t->arena, "used as a %s here", wanted));
    tell_inner(t, "it is used");
    if (v->region && story_variable(t, v->region))
        story_label(t, LABEL_SECONDARY, region_info(t->an, v->region)->span,
                    arena_printf(t->arena, "%s is a %s", object_name(t), held));
    else
        story_origin(t);
    story_branches(t, 0);
}

/* ---- operators ------------------------------------------------------------------------------- */
static void explain_divisor(Story *t)
{
    const Violation *v = t->v;
    bool minus = is_exactly_one(v->range) && v->range.lo == -1;
    const char *is = v->source ? "can be" : "is";
    if (minus)
        story_primary(t, "the quotient of the smallest number by -1 does not fit its type",
                      "overflows");
    else if (called(t))
        story_primary(t, arena_printf(t->arena, "`%s` divides by zero in this call", v->callee),
                      arena_printf(t->arena, "the divisor %s zero", is));
    else
        story_primary(
            t, arena_printf(t->arena, "%s %s zero, and divides", quoted(t, "the divisor"), is),
            arena_printf(t->arena, "the divisor %s zero", is));
    tell_inner(t, "the division is");
    tell_source(t);
    story_branches(t, 0);
    if (v->source)
        help(t, "test it before the division, and leave with an answer for zero");
}

static void explain_shift(Story *t)
{
    const Violation *v = t->v;
    i128 width = v->limit.num;
    const char *is = excess(t, v->range, width);
    const char *bits = counted(t->arena, width, "bit");
    const char *counts =
        arena_printf(t->arena, "shift counts go from 0 to %s", number_text(t->arena, width - 1));
    if (!is)
        is = "can be out of range";
    if (called(t))
        story_primary(t,
                      arena_printf(t->arena, "a shift count in `%s` %s, but what it shifts has %s",
                                   v->callee, is, bits),
                      counts);
    else
        story_primary(t,
                      arena_printf(t->arena, "%s %s, but what it shifts has %s",
                                   quoted(t, "the shift count"), is, bits),
                      counts);
    tell_inner(t, "the shift is");
    tell_source(t);
    story_branches(t, 0);
    if (v->source)
        help(t, arena_printf(t->arena, "compare it with %s before this, or mask it: `& %s`",
                             number_text(t->arena, width), number_text(t->arena, width - 1)));
    else if (width == 32 && v->range.hi < 64 && v->range.lo >= 32)
        help(t, "make what is shifted a `uint64_t`");
}

static const char *result_noun(BinaryOp op)
{
    return op == BIN_MUL   ? "product"
           : op == BIN_ADD ? "sum"
           : op == BIN_SUB ? "negation"
                           : "result";
}

static bool is_allocator(const char *name)
{
    return name && (strcmp(name, "malloc") == 0 || strcmp(name, "realloc") == 0);
}

static void explain_overflow(Story *t)
{
    const Violation *v = t->v;
    const char *noun = result_noun((BinaryOp)v->op);
    const char *type = type_text(t, v->wanted);
    Interval holds = v->wanted ? interval_of_type(v->wanted) : v->range;
    const char *label = v->range.hi > UINT64_MAX
                            ? arena_printf(t->arena, "the %s can be larger than %s", noun,
                                           number_text(t->arena, holds.hi))
                            : arena_printf(t->arena, "the %s can be as large as %s", noun,
                                           number_text(t->arena, v->range.hi));
    if (called(t))
        story_primary(t,
                      arena_printf(t->arena, "a %s in `%s` does not fit %s, and decides a size",
                                   noun, v->callee, type),
                      label);
    else
        story_primary(t,
                      arena_printf(t->arena, "%s does not fit %s, and decides a size",
                                   quoted(t, "the result"), type),
                      label);
    tell_inner(t, "it is computed");
    if (v->wanted && v->range.lo >= holds.lo)
        story_note(t, arena_printf(t->arena, "%s holds numbers up to %s", type,
                                   number_text(t->arena, holds.hi)));
    tell_source(t);
    story_branches(t, 0);
    if (v->op == BIN_SUB)
        help(t, "the least number has no positive twin: leave it out before the negation");
    else if (v->op == BIN_MUL && is_allocator(v->callee))
        help(t, "`calloc` and `reallocarray` check the product");
    else
        help(t, v->wanted && v->wanted->size >= 8
                    ? "compare the operands with what fits first"
                    : "compare the operands with what fits first, or compute in `size_t`");
}

void number_explain(Story *t)
{
    switch (t->v->kind) {
    case VIOLATION_BOUNDS:
        if (t->v->element || !t->v->region)
            explain_index(t);
        else
            explain_extent(t);
        return;
    case VIOLATION_TYPE: explain_type(t); return;
    case VIOLATION_OVERFLOW: explain_overflow(t); return;
    case VIOLATION_DIVISOR: explain_divisor(t); return;
    case VIOLATION_SHIFT: explain_shift(t); return;
    case VIOLATION_FREED_USE:
    case VIOLATION_MOVED_USE:
    case VIOLATION_SCOPE_USE:
    case VIOLATION_SCOPE_ESCAPE:
    case VIOLATION_NULL:
    case VIOLATION_UNINIT:
    case VIOLATION_RELEASED_TWICE:
    case VIOLATION_RELEASE_INVALID:
    case VIOLATION_RELEASE_FAMILY:
    case VIOLATION_LOST:
    case VIOLATION_TAKEN_USE:
    case VIOLATION_OUTLIVES:
    case VIOLATION_CONTRACT:
    case VIOLATION_UNSAFE:
    case VIOLATION_GAVE_UP: return;
    }
}
