/* cli/explain.c - `corten explain RULE`: the page of a rule; without a name, the list of rules. */
#include "cli/cli.h"

int cli_explain(Arena *a, const Options *o)
{
    Text t;
    text_init(&t, a);
    bool ok = true;
    if (o->words.len == 0) {
        for (int r = 0; r < RULE_COUNT; r++)
            text_addf(&t, "%-24s %s\n", rule_info((RuleId)r)->name, rule_info((RuleId)r)->summary);
    }
    for (uint32_t i = 0; i < o->words.len; i++) {
        if (i)
            text_add_char(&t, '\n');
        ok &= diag_explain(o->words.data[i], cli_color(o), &t);
    }
    return cli_write(t.data, t.len) && ok ? EXIT_CLEAN : EXIT_TROUBLE;
}
