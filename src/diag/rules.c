/* diag/rules.c - the table of rules behind rules.def, and the page of each.
 *
 * What comes in: a RuleId or a rule's name. What goes out: its facts; its page is the text of
 * docs/rules/NAME.md, put into the binary by tools/embed. */
#include "diag/diag.h"

static const RuleInfo RULES[RULE_COUNT] = {
#define RULE(id, name, cwes, audit, safe, summary) {name, cwes, audit, safe, summary},
#include "diag/rules.def"
#undef RULE
};

const RuleInfo *rule_info(RuleId r)
{
    return &RULES[r];
}

bool rule_by_name(const char *name, size_t len, RuleId *out)
{
    for (int r = 0; r < RULE_COUNT; r++) {
        if (strlen(RULES[r].name) == len && memcmp(RULES[r].name, name, len) == 0) {
            *out = (RuleId)r;
            return true;
        }
    }
    return false;
}
