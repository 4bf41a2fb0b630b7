/* engine/texts.c - arrays of strings that come from outside: the command line.
 *
 *     spt_init(argc, argv);           puts copies where the strings were, for all that we know
 *     strcpy(path, argv[1]);          which is still as long as the user likes
 *
 * What a pointer in such an array leads to after unknown code, or a loop, has been at it is a
 * string from outside still, unless it was *vetted*: the program asked a string at an index that it
 * computed, which may have been each of them; something else was stored there than a copy of a
 * string of the array; or unknown code gave an answer about it.
 *
 *     for (i = 1; i < argc; i++) if (strlen(argv[i]) >= sizeof path) exit(1);
 *     strcpy(path, argv[1]);          nothing is said: i may have been 1
 *
 * A function that is given the array does not know where it comes from; that it was vetted is part
 * of its summary. */
#include "engine/strfn.h"

bool region_is_texts(const Analysis *an, uint32_t region)
{
    const RegionInfo *i = region_info(an, region);
    return i->kind == REGION_ENTRY && !i->handle && i->type && i->type->kind == TYPE_POINTER &&
           type_is_integer(i->type->elem) && i->type->elem->size == 1;
}

/* Was a pointer to it found in the array? */
static bool found_in(const Analysis *an, uint32_t text, uint32_t array)
{
    const RegionInfo *i = region_info(an, text);
    return (i->kind == REGION_ENTRY || i->kind == REGION_UNKNOWN) && i->parent == array;
}

/* The array in which the string was found, at an index that the program computed; or 0. */
static uint32_t array_of(const Analysis *an, uint32_t text)
{
    const RegionInfo *i = region_info(an, text);
    return i->off_sym && found_in(an, text, i->parent) && region_is_texts(an, i->parent) ? i->parent
                                                                                         : 0;
}

/* The symbol that is the length of the string; or 0. */
static uint32_t length_symbol(const Analysis *an, const State *s, uint32_t text)
{
    const RegionState *rs = state_region_find(s, text);
    if (rs && rs->length.kind == VAL_SYM)
        return rs->length.id;
    if (rs && rs->size.kind == VAL_SYM && sym_info(an, rs->size.id)->text)
        return rs->size.id; /* of a copy */
    for (uint32_t i = 0; i < s->fact_count; i++) {
        const SymInfo *sym = sym_info(an, s->facts[i].sym);
        if (sym->kind == SYMBOL_LENGTH && sym->region == text)
            return s->facts[i].sym;
    }
    return 0;
}

/* The string whose length this is, if its pointer was found in an array; else 0. */
static uint32_t text_of_length(const Analysis *an, const State *s, uint32_t sym)
{
    const SymInfo *i = sym_info(an, sym);
    if (i->kind == SYMBOL_LENGTH)
        return i->region;
    for (uint32_t k = 0; i->text && k < s->region_count; k++) {
        const RegionState *rs = &s->regions[k];
        uint32_t parent = region_info(an, rs->region)->parent;
        if (rs->length.kind == VAL_SYM && rs->length.id == sym && parent &&
            found_in(an, rs->region, parent))
            return rs->region;
    }
    return 0;
}

/* Strings of the array may be bounded from here on, but for this one, whose own facts say it. */
static void vet(Analysis *an, State *s, uint32_t array, uint32_t but)
{
    RegionState *of = state_region(an, s, array);
    if (of->flags & REGION_VETTED)
        return;
    of->flags |= REGION_VETTED;
    for (uint32_t i = 0; i < s->region_count; i++) {
        const RegionState *rs = &s->regions[i];
        if (rs->region != but && value_is_outside(an, rs->length) &&
            found_in(an, rs->region, array))
            state_note_vague(an, s, rs->length, VAGUE_ABOVE | VAGUE_BELOW);
    }
}

void texts_vet(Analysis *an, State *s, uint32_t array)
{
    vet(an, s, array, 0);
}

void text_vetted(Analysis *an, State *s, Value v)
{
    uint32_t array = v.kind == VAL_PTR ? array_of(an, v.id) : 0;
    if (array)
        vet(an, s, array, v.id);
}

bool text_is_vetted(const Analysis *an, const State *s, uint32_t text)
{
    uint32_t array = region_info(an, text)->parent;
    const RegionState *rs = array && found_in(an, text, array) ? state_region_find(s, array) : NULL;
    return rs && rs->flags & REGION_VETTED;
}

/* A byte of a string at an index that a loop counts: it may look for the end. */
static uint32_t text_of_byte(const State *s, uint32_t sym)
{
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].off_sym && s->cells[i].size == 1 && s->cells[i].value.kind == VAL_SYM &&
            s->cells[i].value.id == sym)
            return s->cells[i].region;
    return 0;
}

static void note_texts(Analysis *an, State *s, Value v, uint32_t depth)
{
    if (v.kind != VAL_SYM || depth > 6)
        return;
    const SymInfo *i = sym_info(an, v.id);
    bool byte = i->type->size == 1 && (i->loaded || i->kind == SYMBOL_ENTRY);
    uint32_t text = byte ? text_of_byte(s, v.id) : text_of_length(an, s, v.id);
    if (text)
        text_vetted(an, s, value_ptr(text, 0));
    Value a = i->a, b = i->b;
    note_texts(an, s, a, depth + 1);
    note_texts(an, s, b, depth + 1);
}

void texts_asked(Analysis *an, State *s, Value v)
{
    note_texts(an, s, v, 0);
}

/* Is it null, a string of the array, or a copy of one? */
static bool is_text_of(const Analysis *an, const State *s, Value v, uint32_t array)
{
    if (v.kind != VAL_PTR || found_in(an, v.id, array))
        return v.kind == VAL_PTR || (v.kind == VAL_INT && v.num == 0);
    uint32_t length = length_symbol(an, s, v.id);
    uint32_t text = length ? text_of_length(an, s, length) : 0;
    return text && found_in(an, text, array);
}

void text_stored(Analysis *an, State *s, uint32_t array, Value v)
{
    if (!is_text_of(an, s, v, array))
        vet(an, s, array, 0);
}

bool texts_unvetted(const Analysis *an, const State *s, uint32_t array)
{
    const RegionState *rs = state_region_find(s, array);
    if (!region_is_texts(an, array) || (rs && rs->flags & REGION_VETTED))
        return false;
    for (uint32_t i = state_first_cell(s, array); i < s->cell_count && s->cells[i].region == array;
         i++) {
        Value v = s->cells[i].value;
        uint32_t length = v.kind == VAL_PTR ? length_symbol(an, s, v.id) : 0;
        if (length && may_be_bounded(an, s, length))
            return false;
    }
    return true;
}

/* argv[argc] is null, and what comes before it is not (C23 5.1.2.3.2p2). */
bool text_assume_null(Analysis *an, State *s, uint32_t text, bool is_null)
{
    const RegionInfo *i = region_info(an, text), *array = region_info(an, i->parent);
    if (!an->argc || i->kind != REGION_ENTRY || i->off_sym || array->kind != REGION_ENTRY ||
        array->parent != an->region_of_local[2])
        return true;
    i128 index = i->off / 8;
    return state_assume_interval(an, s, value_sym(an->argc, 0), NULL, is_null ? 0 : index + 1,
                                 is_null ? index : INT32_MAX);
}
