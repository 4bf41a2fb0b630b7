/* checks/allow.c - comments that silence findings: each has a reason, and names rules that exist.
 *
 *     p->next = NULL; // corten: allow(null-deref)          no reason
 *     p->next = NULL; // corten: allow(null-derf) p is set  no such rule: it silences nothing
 *
 * What comes in: the user's own files, each once, at every level alike, whether there is something
 * to silence on the line or not. What goes out: `allow` findings. */
#include "checks/checks.h"

typedef struct Scan {
    const Program *p;
    const Unit *unit;
    const Inclusion *in;
} Scan;

static void report(const Scan *s, const char *where, const char *message, const char *note)
{
    Finding f = {.rule = RULE_ALLOW, .severity = SEVERITY_ERROR, .firm = true};
    f.message = message;
    Loc at = s->in->base + (Loc)(where - s->in->file->data);
    finding_label(s->p->arena, &f, LABEL_PRIMARY, (Span){at, at}, "");
    finding_note(s->p->arena, &f, note);
    diag_add(s->p->diag, s->unit->map, &f);
}

static void check_rule(const Scan *s, const char *name, uint32_t len)
{
    RuleId rule;
    Arena *a = s->p->arena;
    if (rule_by_name(name, len, &rule))
        return;
    const char *note = "`corten explain` lists the rules";
    if (rule_nearest(name, len, &rule))
        note = arena_printf(a, "did you mean `%s`?", rule_info(rule)->name);
    report(s, name, arena_printf(a, "there is no rule `%.*s` to silence", (int)len, name), note);
}

static void check_comment(const Scan *s, const Allow *allow)
{
    const char *name;
    uint32_t len;
    Arena *a = s->p->arena;
    for (uint32_t at = 0; allow_rule(allow, &at, &name, &len);)
        check_rule(s, name, len);
    if (allow->rules_len == 0)
        report(s, allow->rules, "this comment names no rule to silence",
               "write `// corten: allow(rule) why this is right`");
    else if (allow->reason_len == 0)
        report(s, s->in->file->data + allow->begin,
               arena_printf(a, "`%.*s` is silenced here without a reason", (int)allow->rules_len,
                            allow->rules),
               arena_printf(a,
                            "write it after the rule: `// corten: allow(%.*s) why this is right`",
                            (int)allow->rules_len, allow->rules));
}

void allow_run(const Program *p)
{
    Map seen;
    map_init(&seen, p->arena);
    for (uint32_t i = 0; i < p->unit_count; i++) {
        const Unit *u = p->units[i].unit;
        for (uint32_t k = 0; u && k < u->map->inclusions.len; k++) {
            const Inclusion *in = &u->map->inclusions.data[k];
            Scan s = {p, u, in};
            Allow allow;
            if (in->system || map_get_ptr(&seen, MAP_KEY_PTR(in->file)))
                continue;
            map_put(&seen, MAP_KEY_PTR(in->file), 1);
            for (uint32_t at = 0; allow_stands_in(in->file) && allow_next(in->file, &at, &allow);)
                check_comment(&s, &allow);
        }
    }
}
