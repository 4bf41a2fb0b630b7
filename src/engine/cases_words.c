/* engine/cases_words.c - the tables that printer and reader of cases share: cases.def as an array,
 * and the words of enumerations. In: nothing. Out: constants. */
#include "engine/cases.h"

const CaseField case_fields[] = {
#define FIELD(T, member, word, kind)                                                               \
    {OWNER_##T, FIELD_##kind, (uint16_t)offsetof(T, member), (uint16_t)sizeof(((T *)0)->member),   \
     word},
#include "engine/cases.def"
#undef FIELD
};
const uint32_t case_field_count = COUNT_OF(case_fields);

const char *const case_region_words[] = {
    [REGION_NONE] = "nothing",  [REGION_LOCAL] = "local",   [REGION_GLOBAL] = "global",
    [REGION_STRING] = "string", [REGION_HEAP] = "heap",     [REGION_HANDLE] = "resource",
    [REGION_ENTRY] = "entry",   [REGION_UNKNOWN] = "other", NULL};
const char *const case_sym_words[] = {[SYMBOL_FRESH] = "fresh",     [SYMBOL_ENTRY] = "entry",
                                      [SYMBOL_BINARY] = "binary",   [SYMBOL_UNARY] = "unary",
                                      [SYMBOL_CONVERT] = "convert", [SYMBOL_LENGTH] = "length",
                                      [SYMBOL_PTR_INT] = "address", NULL};
const char *const case_need_words[] = {[NEED_EXTENT] = "extent",
                                       [NEED_INDEX] = "index",
                                       [NEED_SHIFT] = "shift",
                                       [NEED_DIVISOR] = "divisor",
                                       [NEED_STRING] = "string",
                                       [NEED_FITS] = "fits",
                                       NULL};
const char *const case_event_words[] = {
    [EVENT_ALLOC] = "alloc",       [EVENT_FREE] = "free",   [EVENT_MOVE] = "move",
    [EVENT_SCOPE] = "scope",       [EVENT_NULL] = "null",   [EVENT_BRANCH] = "branch",
    [EVENT_DECLARED] = "declared", [EVENT_STORE] = "store", NULL};

const char *const *case_words(FieldKind kind)
{
    static const char *const life[] = {[LIFE_LIVE] = "",
                                       [LIFE_FREED] = "freed",
                                       [LIFE_MOVED] = "moved",
                                       [LIFE_SCOPE] = "out_of_scope",
                                       [LIFE_UNKNOWN] = "perhaps_freed",
                                       NULL};
    static const char *const null[] = {[NULL_UNKNOWN] = "",
                                       [NULL_MAYBE] = "nullable",
                                       [NULL_NO] = "nonnull",
                                       [NULL_IS] = "null",
                                       NULL};
    static const char *const own[] = {
        [OWN_NONE] = "", [OWN_YES] = "owned", [OWN_GIVEN] = "given", NULL};
    static const char *const content[] = {[CONTENT_ENTRY] = "",
                                          [CONTENT_UNINIT] = "uninit",
                                          [CONTENT_ZERO] = "zero",
                                          [CONTENT_ANY] = "any",
                                          NULL};
    static const char *const flags[] = {"needed",   "tested", "written",   "behind", "blamed",
                                        "supposed", "asked",  "passed_on", "vetted", NULL};
    static const char *const ends[] = {"below", "zero", "above", "unknown", NULL};
    static const char *const vague[] = {"above", "below", NULL};
    static const char *const guesses[] = {"rounds", "stay", "answer", "data",
                                          "case",   "",     "search", NULL};
    switch (kind) {
    case FIELD_LIFE: return life;
    case FIELD_NULLNESS: return null;
    case FIELD_OWNER: return own;
    case FIELD_CONTENT: return content;
    case FIELD_FLAGS: return flags;
    case FIELD_ENDS: return ends;
    case FIELD_VAGUE: return vague;
    case FIELD_GUESSES: return guesses;
    case FIELD_HEAD:
    case FIELD_SKIP:
    case FIELD_FLAG:
    case FIELD_COUNT:
    case FIELD_NUMBER:
    case FIELD_BIG:
    case FIELD_WHEN:
    case FIELD_NUMBERS:
    case FIELD_TEXT:
    case FIELD_NAME:
    case FIELD_PLACE:
    case FIELD_TYPE:
    case FIELD_VALUE:
    case FIELD_OBJECT:
    case FIELD_SYM:
    case FIELD_EVENT:
    case FIELD_OPERATOR: break;
    }
    return NULL;
}
