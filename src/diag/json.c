/* diag/json.c - findings as JSON, for scripts and editors.
 *
 * What comes in: resolved findings. What goes out: one object,
 *
 *     { "version": 1, "tool": "corten", "tool_version": "0.1.0",
 *       "findings": [ { "rule": "use-after-free", "severity": "error", "cwe": [416],
 *           "message": "...", "function": "drop", "fingerprint": "...",
 *           "labels": [ { "kind": "primary", "path": "list.c", "line": 41, "column": 17,
 *                         "end_line": 41, "end_column": 21, "text": "..." } ],
 *           "notes": ["..."], "helps": [ { "text": "...", "edits": [...] } ],
 *           "macros": [...] } ],
 *       "errors": ["cannot read x.c"], "remarks": ["..."] }
 *
 * Lines and columns count from 1, columns in code points, ends are exclusive. An edit replaces
 * its range by its text, bytes `offset` .. `end_offset` of the file. Keys are only ever added. */
#include <stdlib.h>

#include "diag/json_util.h"

static void put_place(json_t *o, const Place *p, Arena *a)
{
    if (!p->file)
        return;
    json_put(o, "path", json_text(p->path, a));
    json_put_number(o, "line", p->line);
    json_put_number(o, "column", p->column);
    json_put_number(o, "end_line", p->end_line);
    json_put_number(o, "end_column", p->end_column);
}

static const char *kind_name(LabelKind k)
{
    switch (k) {
    case LABEL_PRIMARY: return "primary";
    case LABEL_SECONDARY: return "secondary";
    case LABEL_EVENT: return "event";
    }
    return "";
}

static json_t *label_json(const PlacedLabel *l, Arena *a)
{
    json_t *o = json_object();
    json_put(o, "kind", json_string(kind_name(l->kind)));
    put_place(o, &l->place, a);
    json_put(o, "text", json_text(l->text, a));
    return o;
}

static json_t *help_json(const PlacedHelp *h, Arena *a)
{
    json_t *o = json_object(), *edits = json_array();
    json_put(o, "text", json_text(h->text, a));
    for (uint32_t i = 0; i < h->edit_count; i++) {
        const PlacedEdit *e = &h->edits[i];
        json_t *x = json_object();
        put_place(x, &e->place, a);
        json_put_number(x, "offset", e->place.begin);
        json_put_number(x, "end_offset", e->place.end);
        const char *text = e->whole_line ? arena_printf(a, "%s\n", e->text) : e->text;
        json_put(x, "text", json_text(text, a));
        json_array_append_new(edits, x);
    }
    json_put(o, "edits", edits);
    return o;
}

static json_t *cwe_json(const char *cwes)
{
    json_t *v = json_array();
    for (const char *p = cwes; *p;) {
        char *end;
        long n = strtol(p, &end, 10);
        if (end == p)
            break;
        json_array_append_new(v, json_integer(n));
        p = *end == ',' ? end + 1 : end;
    }
    return v;
}

static const char *severity_text(Severity s)
{
    switch (s) {
    case SEVERITY_ERROR: return "error";
    case SEVERITY_WARNING: return "warning";
    case SEVERITY_NOTE: return "note";
    }
    return "";
}

static json_t *finding_json(const Resolved *r, Arena *a)
{
    json_t *o = json_object(), *labels = json_array(), *notes = json_array();
    json_t *helps = json_array(), *macros = json_array();
    json_put(o, "rule", json_string(rule_info(r->rule)->name));
    json_put(o, "severity", json_string(severity_text(r->severity)));
    json_put(o, "cwe", cwe_json(rule_info(r->rule)->cwes));
    put_place(o, &r->labels[0].place, a);
    json_put(o, "message", json_text(r->message, a));
    json_put(o, "function", r->function[0] ? json_text(r->function, a) : json_null());
    json_put(o, "fingerprint",
             json_string(arena_printf(a, "%s:%u", json_hex(r->fingerprint, a), r->ordinal)));
    for (uint32_t i = 0; i < r->label_count; i++)
        json_array_append_new(labels, label_json(&r->labels[i], a));
    for (uint32_t i = 0; i < r->note_count; i++)
        json_array_append_new(notes, json_text(r->notes[i], a));
    for (uint32_t i = 0; i < r->help_count; i++)
        json_array_append_new(helps, help_json(&r->helps[i], a));
    for (uint32_t i = 0; i < r->macro_count; i++) {
        json_t *m = json_object();
        json_put(m, "macro", json_text(r->macros[i].macro, a));
        put_place(m, &r->macros[i].place, a);
        json_array_append_new(macros, m);
    }
    json_put(o, "labels", labels);
    json_put(o, "notes", notes);
    json_put(o, "helps", helps);
    json_put(o, "macros", macros);
    return o;
}

void render_json(DiagSink *s, const ResolvedList *list, const DiagOptions *o, Arena *a,
                 Text *out)
{
    TextLines lines = diag_lines(s, a);
    json_t *root = json_object(), *findings = json_array(), *errors = json_array();
    json_t *remarks = json_array();
    json_put_number(root, "version", 1);
    json_put(root, "tool", json_string("corten"));
    json_put(root, "tool_version", json_string(o->tool_version ? o->tool_version : ""));
    for (uint32_t i = 0; i < list->len; i++)
        json_array_append_new(findings, finding_json(list->data[i], a));
    for (uint32_t i = 0; i < lines.trouble_count; i++)
        json_array_append_new(errors, json_text(lines.troubles[i], a));
    for (uint32_t i = 0; i < lines.remark_count; i++)
        json_array_append_new(remarks, json_text(lines.remarks[i], a));
    json_put(root, "findings", findings);
    json_put(root, "errors", errors);
    json_put(root, "remarks", remarks);
    json_write(root, out);
}
