/* diag/sarif.c - findings as SARIF 2.1.0, what code hosts and IDEs take (OASIS, section 3).
 *
 * What comes in: resolved findings. What goes out: one run with its rules, results and, when
 * something could not be done, notifications.
 * The one idea: the path of a finding is a codeFlow (3.36) made of its event labels, the
 * primary place last; its other labels are relatedLocations (3.27.22).
 *
 *     "results": [ { "ruleId": "leak", "level": "error", "message": { "text": "..." },
 *         "locations": [...], "codeFlows": [...],
 *         "partialFingerprints": { "cortenFinding/v1": "0123456789abcdef:1" } } ]
 *
 * Columns count code points, as columnKind says (3.14.17); ends are exclusive. */
#include "diag/json_util.h"

static json_t *message_json(const char *text, Arena *a)
{
    json_t *o = json_object();
    json_put(o, "text", json_text(text, a));
    return o;
}

/* A path as a URI reference (RFC 3986): an absolute path gets its scheme. */
static json_t *uri_json(const char *path, Arena *a)
{
    static const char plain[] = "-._~/!$&'()*+,;=@";
    Text t;
    text_init(&t, a);
    if (path[0] == '/')
        text_add(&t, "file://");
    for (const char *p = path; *p; p++) {
        unsigned char c = (unsigned char)*p;
        bool keep = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                    strchr(plain, c) != NULL;
        if (keep)
            text_add_char(&t, (char)c);
        else
            text_addf(&t, "%%%02X", c);
    }
    return json_string(t.data ? t.data : "");
}

static json_t *region_json(const Place *p, bool snippet, Arena *a)
{
    json_t *o = json_object();
    json_put_number(o, "startLine", p->line);
    json_put_number(o, "startColumn", p->column);
    json_put_number(o, "endLine", p->end_line);
    json_put_number(o, "endColumn", p->end_column);
    if (snippet) {
        const char *line;
        uint32_t len;
        source_line_text(p->file, p->real_line, &line, &len);
        json_t *s = json_object();
        json_put(s, "text", json_text_n(line, len < 400 ? len : 400, a));
        json_put(o, "snippet", s);
    }
    return o;
}

static json_t *physical_json(const Place *p, bool snippet, Arena *a)
{
    json_t *o = json_object(), *artifact = json_object();
    json_put(artifact, "uri", uri_json(p->path, a));
    json_put(o, "artifactLocation", artifact);
    json_put(o, "region", region_json(p, snippet, a));
    return o;
}

static json_t *location_json(const Place *p, const char *text, bool snippet, Arena *a)
{
    json_t *o = json_object();
    json_put(o, "physicalLocation", physical_json(p, snippet, a));
    if (text && text[0])
        json_put(o, "message", message_json(text, a));
    return o;
}

/* ---- results -------------------------------------------------------------------------------- */
static const char *level_name(Severity s)
{
    switch (s) {
    case SEVERITY_ERROR: return "error";
    case SEVERITY_WARNING: return "warning";
    case SEVERITY_NOTE: return "note";
    }
    return "none";
}

/* The events in the order of their happening, then the finding itself. */
static json_t *code_flows_json(const Resolved *r, Arena *a)
{
    json_t *steps = json_array();
    for (uint32_t i = 0; i <= r->label_count; i++) {
        const PlacedLabel *l = &r->labels[i == r->label_count ? 0 : i];
        if ((i < r->label_count && l->kind != LABEL_EVENT) || !l->place.file)
            continue;
        const char *text = l->text[0] ? l->text : r->message;
        json_t *step = json_object();
        json_put(step, "location", location_json(&l->place, text, false, a));
        json_put_number(step, "executionOrder", json_array_size(steps) + 1);
        json_array_append_new(steps, step);
    }
    json_t *thread = json_object(), *threads = json_array(), *flow = json_object();
    json_t *flows = json_array();
    json_put(thread, "locations", steps);
    json_array_append_new(threads, thread);
    json_put(flow, "threadFlows", threads);
    json_array_append_new(flows, flow);
    return flows;
}

static json_t *related_json(const Resolved *r, Arena *a)
{
    json_t *v = json_array();
    for (uint32_t i = 1; i < r->label_count; i++) {
        if (r->labels[i].kind == LABEL_EVENT)
            continue;
        json_t *l = location_json(&r->labels[i].place, r->labels[i].text, false, a);
        json_put_number(l, "id", json_array_size(v) + 1);
        json_array_append_new(v, l);
    }
    for (uint32_t i = 0; i < r->macro_count; i++) {
        const char *text = arena_printf(a, "in this expansion of macro `%s`", r->macros[i].macro);
        json_t *l = location_json(&r->macros[i].place, text, false, a);
        json_put_number(l, "id", json_array_size(v) + 1);
        json_array_append_new(v, l);
    }
    return v;
}

static json_t *replacement_json(const PlacedEdit *e, Arena *a)
{
    json_t *o = json_object(), *inserted = json_object();
    json_put(o, "deletedRegion", region_json(&e->place, false, a));
    const char *text = e->whole_line ? arena_printf(a, "%s\n", e->text) : e->text;
    json_put(inserted, "text", json_text(text, a));
    json_put(o, "insertedContent", inserted);
    return o;
}

/* One fix for a help; one artifactChange for each file that its edits touch (3.55). */
static json_t *fix_json(const PlacedHelp *h, Arena *a)
{
    json_t *o = json_object(), *changes = json_array();
    for (uint32_t i = 0; i < h->edit_count; i++) {
        bool seen = false;
        for (uint32_t k = 0; k < i; k++)
            seen |= strcmp(h->edits[k].place.path, h->edits[i].place.path) == 0;
        if (seen)
            continue;
        json_t *change = json_object(), *artifact = json_object(), *all = json_array();
        json_put(artifact, "uri", uri_json(h->edits[i].place.path, a));
        json_put(change, "artifactLocation", artifact);
        for (uint32_t k = i; k < h->edit_count; k++)
            if (strcmp(h->edits[k].place.path, h->edits[i].place.path) == 0)
                json_array_append_new(all, replacement_json(&h->edits[k], a));
        json_put(change, "replacements", all);
        json_array_append_new(changes, change);
    }
    json_put(o, "description", message_json(h->text, a));
    json_put(o, "artifactChanges", changes);
    return o;
}

/* The message, with what the notes and the helps without edits add to it. */
static json_t *result_message(const Resolved *r, Arena *a)
{
    Text t;
    text_init(&t, a);
    text_add(&t, r->message);
    for (uint32_t i = 0; i < r->note_count; i++)
        text_addf(&t, "\nnote: %s", r->notes[i]);
    for (uint32_t i = 0; i < r->help_count; i++)
        if (r->helps[i].edit_count == 0)
            text_addf(&t, "\nhelp: %s", r->helps[i].text);
    return message_json(t.data ? t.data : "", a);
}

static bool has_kind(const Resolved *r, LabelKind kind)
{
    for (uint32_t i = 1; i < r->label_count; i++)
        if (r->labels[i].kind == kind)
            return true;
    return false;
}

static json_t *locations_json(const Resolved *r, Arena *a)
{
    json_t *v = json_array();
    const Place *p = &r->labels[0].place;
    if (!p->file)
        return v;
    json_t *l = location_json(p, "", true, a);
    if (r->function[0]) {
        json_t *logical = json_object(), *all = json_array();
        json_put(logical, "name", json_text(r->function, a));
        json_put(logical, "kind", json_string("function"));
        json_array_append_new(all, logical);
        json_put(l, "logicalLocations", all);
    }
    json_array_append_new(v, l);
    return v;
}

static json_t *result_json(const Resolved *r, Arena *a)
{
    json_t *o = json_object(), *prints = json_object(), *fixes = json_array();
    json_put(o, "ruleId", json_string(rule_info(r->rule)->name));
    json_put_number(o, "ruleIndex", (uint64_t)r->rule);
    json_put(o, "level", json_string(level_name(r->severity)));
    json_put(o, "message", result_message(r, a));
    json_put(o, "locations", locations_json(r, a));
    if (has_kind(r, LABEL_EVENT))
        json_put(o, "codeFlows", code_flows_json(r, a));
    if (has_kind(r, LABEL_SECONDARY) || r->macro_count > 0)
        json_put(o, "relatedLocations", related_json(r, a));
    json_put(prints, "cortenFinding/v1",
             json_string(arena_printf(a, "%s:%u", json_hex(r->fingerprint, a), r->ordinal)));
    json_put(o, "partialFingerprints", prints);
    for (uint32_t i = 0; i < r->help_count; i++)
        if (r->helps[i].edit_count > 0)
            json_array_append_new(fixes, fix_json(&r->helps[i], a));
    if (json_array_size(fixes) > 0)
        json_put(o, "fixes", fixes);
    else
        json_decref(fixes);
    return o;
}

/* ---- the tool -------------------------------------------------------------------------------- */
static json_t *rule_json(const RuleInfo *info, RuleId id, Arena *a)
{
    json_t *o = json_object(), *properties = json_object(), *tags = json_array();
    json_t *config = json_object(), *help = json_object();
    json_put(o, "id", json_string(info->name));
    json_put(o, "shortDescription", message_json(info->summary, a));
    const char *page = rule_page(id);
    if (page[0]) {
        json_put(help, "text", json_text(page, a));
        json_put(help, "markdown", json_text(page, a));
        json_put(o, "help", help);
    } else {
        json_decref(help);
    }
    json_put(config, "level", json_string("error"));
    json_put(o, "defaultConfiguration", config);
    json_array_append_new(tags, json_string("security"));
    json_array_append_new(tags, json_string("memory-safety"));
    for (const char *p = info->cwes; *p;) {
        size_t n = strcspn(p, ",");
        const char *tag = arena_printf(a, "external/cwe/cwe-%.*s", (int)n, p);
        json_array_append_new(tags, json_string(tag));
        p += n + (p[n] == ',' ? 1 : 0);
    }
    json_put(properties, "tags", tags);
    json_put(properties, "precision", json_string("high"));
    json_put(o, "properties", properties);
    return o;
}

static json_t *tool_json(const DiagOptions *o, Arena *a)
{
    json_t *tool = json_object(), *driver = json_object(), *rules = json_array();
    json_put(driver, "name", json_string("corten"));
    if (o->tool_version && o->tool_version[0])
        json_put(driver, "version", json_text(o->tool_version, a));
    for (int r = 0; r < RULE_COUNT; r++)
        json_array_append_new(rules, rule_json(rule_info((RuleId)r), (RuleId)r, a));
    json_put(driver, "rules", rules);
    json_put(tool, "driver", driver);
    return tool;
}

static void add_notifications(json_t *v, const char *const *texts, uint32_t n, const char *level,
                              Arena *a)
{
    for (uint32_t i = 0; i < n; i++) {
        json_t *o = json_object();
        json_put(o, "level", json_string(level));
        json_put(o, "message", message_json(texts[i], a));
        json_array_append_new(v, o);
    }
}

static json_t *invocations_json(const DiagSink *s, const TextLines *lines, Arena *a)
{
    json_t *v = json_array(), *o = json_object(), *notes = json_array();
    bool well = lines->trouble_count == 0 && s->c_errors == 0 && !s->internal;
    json_put(o, "executionSuccessful", json_boolean(well));
    add_notifications(notes, lines->troubles, lines->trouble_count, "error", a);
    add_notifications(notes, lines->remarks, lines->remark_count, "note", a);
    json_put(o, "toolExecutionNotifications", notes);
    json_array_append_new(v, o);
    return v;
}

void render_sarif(DiagSink *s, const ResolvedList *list, const DiagOptions *o, Arena *a,
                  Text *out)
{
    TextLines lines = diag_lines(s, a);
    json_t *root = json_object(), *runs = json_array(), *run = json_object();
    json_t *results = json_array();
    json_put(root, "$schema",
             json_string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                         "sarif-schema-2.1.0.json"));
    json_put(root, "version", json_string("2.1.0"));
    json_put(run, "tool", tool_json(o, a));
    json_put(run, "invocations", invocations_json(s, &lines, a));
    json_put(run, "columnKind", json_string("unicodeCodePoints"));
    for (uint32_t i = 0; i < list->len; i++)
        json_array_append_new(results, result_json(list->data[i], a));
    json_put(run, "results", results);
    json_array_append_new(runs, run);
    json_put(root, "runs", runs);
    json_write(root, out);
}
