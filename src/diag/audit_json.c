/* diag/audit_json.c - an audit for scripts: docs/output.md has the keys.
 *
 *     { "version": 1, "tool": "corten", "tool_version": "0.1.0", "total": { COUNTS },
 *       "files": [ { "path": "ring.c", COUNTS, "unsafe": [...], "silenced": [...] } ],
 *       "unknown_functions": [ { "name": "frob", "calls": 2 } ], "errors": [], "remarks": [] }
 *
 * What comes in: a completed report. What goes out: one object; keys are only ever added. */
#include "diag/audit.h"
#include "diag/json_util.h"

static json_t *classes_json(const uint32_t numbers[AUDIT_CLASS_COUNT])
{
    json_t *o = json_object();
#define AUDIT_CLASS(id, name, meaning) json_put_number(o, name, numbers[AUDIT_##id]);
#include "diag/audit.def"
#undef AUDIT_CLASS
    return o;
}

static void put_counts(json_t *o, const AuditCount *c)
{
    json_t *findings = json_object(), *contracts = json_object();
    json_put(o, "lines", classes_json(c->lines));
    json_put(o, "functions", classes_json(c->functions));
    json_put_number(findings, "safe", c->findings[AUDIT_OPEN]);
    json_put_number(findings, "audit", c->findings[AUDIT_AUDIT]);
    json_put_number(findings, "unsafe", c->findings[AUDIT_UNSAFE]);
    json_put(o, "findings", findings);
    json_put_number(contracts, "declared", c->declared);
    json_put_number(contracts, "inferred", c->inferred);
    json_put_number(contracts, "unknown", audit_functions(c) - c->declared - c->inferred);
    json_put(o, "contracts", contracts);
    json_put_number(o, "unsafe_places", c->places);
    json_put_number(o, "silenced_places", c->allows);
    json_put_number(o, "without_reason", c->unsaid);
}

static json_t *place_json(const AuditPlace *p, Arena *a)
{
    json_t *o = json_object();
    json_put_number(o, "line", p->line);
    json_put_number(o, "lines_of_code", p->lines);
    json_put(o, "function", p->function[0] ? json_text(p->function, a) : json_null());
    json_put(o, "reason", p->said ? json_text(p->why, a) : json_null());
    if (p->kind == AUDIT_ALLOW) {
        json_put(o, "rules", json_text(p->rules, a));
        return o;
    }
    json_put(o, "kind", json_string(p->kind == AUDIT_BLOCK ? "block" : "function"));
    if (!p->said)
        json_put(o, "code", json_text(p->why, a));
    return o;
}

static json_t *file_json(const AuditFile *f, Arena *a)
{
    json_t *o = json_object(), *fences = json_array(), *silenced = json_array();
    json_put(o, "path", json_text(f->file->path, a));
    put_counts(o, &f->count);
    for (uint32_t i = 0; i < f->places.len; i++) {
        const AuditPlace *p = &f->places.data[i];
        json_array_append_new(p->kind == AUDIT_ALLOW ? silenced : fences, place_json(p, a));
    }
    json_put(o, "unsafe", fences);
    json_put(o, "silenced", silenced);
    return o;
}

static json_t *texts_json(const char *const *texts, uint32_t count, Arena *a)
{
    json_t *v = json_array();
    for (uint32_t i = 0; i < count; i++)
        json_array_append_new(v, json_text(texts[i], a));
    return v;
}

void audit_json(DiagSink *s, const AuditReport *r, const char *tool_version, Text *out)
{
    Arena *a = arena_new();
    TextLines lines = diag_lines(s, a);
    json_t *root = json_object(), *total = json_object(), *files = json_array();
    json_t *unknown = json_array();
    json_put_number(root, "version", 1);
    json_put(root, "tool", json_string("corten"));
    json_put(root, "tool_version", json_string(tool_version));
    put_counts(total, &r->count);
    json_put(root, "total", total);
    for (uint32_t i = 0; i < r->files.len; i++)
        json_array_append_new(files, file_json(r->files.data[i], a));
    json_put(root, "files", files);
    for (uint32_t i = 0; i < r->unknown.len; i++) {
        json_t *o = json_object();
        json_put(o, "name", json_text(r->unknown.data[i].name, a));
        json_put_number(o, "calls", r->unknown.data[i].calls);
        json_array_append_new(unknown, o);
    }
    json_put(root, "unknown_functions", unknown);
    json_put(root, "errors", texts_json(lines.troubles, lines.trouble_count, a));
    json_put(root, "remarks", texts_json(lines.remarks, lines.remark_count, a));
    json_write(root, out);
    arena_destroy(a);
}
