/* diag/diag.h - findings as data, and how they are told.
 *
 * What comes in: Diagnostics (from the front end: errors in the user's C) and findings (from
 * the checks), both as one struct `Finding` with Locs. A Finding is *resolved* against its
 * translation unit's SourceMap as soon as it is added, so that it outlives the unit: after
 * that it knows paths, lines, columns and the text of the lines it shows.
 * What goes out: text (as rustc prints), one line (as gcc prints), JSON, SARIF 2.1.0.
 *
 * The story of a finding is told in labelled spans (in source order or event order), notes and
 * helps; a help may carry edits that fix the code. */
#ifndef CORTEN_DIAG_DIAG_H
#define CORTEN_DIAG_DIAG_H

#include "source/source.h"

typedef enum Severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE } Severity;

typedef enum RuleId {
#define RULE(id, name, cwes, audit, safe, summary) RULE_##id,
#include "diag/rules.def"
#undef RULE
    RULE_COUNT
} RuleId;

typedef struct RuleInfo {
    const char *name;      /* "use-after-free" */
    const char *cwes;      /* "416" or "590,761"; "" when none */
    bool audit, safe;      /* levels that report it */
    const char *summary;   /* one line */
} RuleInfo;
const RuleInfo *rule_info(RuleId r);
bool rule_by_name(const char *name, size_t len, RuleId *out);
bool rule_nearest(const char *name, size_t len, RuleId *out); /* a slip of the finger away */
const char *rule_page(RuleId r); /* docs/rules/NAME.md; "" when it has none */
/* The page for a terminal; false, with a suggestion in `out`, when there is no such rule. */
bool diag_explain(const char *name, bool color, Text *out);

typedef enum LabelKind {
    LABEL_PRIMARY,         /* ^^^^ ; exactly one, the first */
    LABEL_SECONDARY,       /* ---- */
    LABEL_EVENT            /* ---- and a step of the path, in the order it happens */
} LabelKind;

typedef struct Label { LabelKind kind; Span span; const char *text; } Label; /* text may be "" */
/* Replaces a span; or inserts `text` before it (a text that ends in a line feed: as whole lines
 * above); or as whole lines below it. Whole lines that don't begin with a blank are indented as
 * the line of the span is. */
typedef struct Edit { Span replace; bool insert_before, insert_after_line; const char *text; } Edit;
typedef struct Help { const char *text; Edit *edits; uint32_t edit_count; } Help;

/* One finding before it is resolved. Texts live at least until diag_add returns. Backticks in
 * texts quote code. */
typedef struct Finding {
    RuleId rule;
    Severity severity;
    bool firm;                     /* no comment silences it */
    const char *message;           /* "`node` is used after it was freed" */
    const char *function;          /* enclosing function's name, or NULL */
    const char *subject;           /* what the fingerprint hashes beside rule and function */
    VEC(Label) labels;             /* [0] is primary */
    VEC(const char *) notes;
    VEC(Help) helps;
} Finding;

typedef struct DiagSink DiagSink;  /* of a session; adding is thread-safe */
DiagSink *diag_sink_new(Arena *session);
void diag_sink_destroy(DiagSink *s);
/* Resolves and keeps a finding. `unit` orders output: findings print by path, line, column,
 * rule, message, whatever thread added them; equal ones (a header's, seen from many units)
 * are kept once. `// corten: allow(rule) reason` on the primary line drops it. */
void diag_add(DiagSink *s, const SourceMap *map, const Finding *f);
/* Trouble without a place in the code (missing file, bad database): printed as
 * "corten: error: ..." and makes the exit code 2; internal: 3. */
void diag_trouble(DiagSink *s, bool internal, const char *fmt, ...) PRINTF_LIKE(3, 4);
/* A remark for the summary: "3 functions were not analysed within their budget". */
void diag_remark(DiagSink *s, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* A syntax or type error of the user's code, from the front end. Printed like a finding
 * whose rule is `syntax`; counts as "could not do the job" (2) for its unit. */
void diag_c_error(DiagSink *s, const SourceMap *map, Span at, const char *fmt, ...)
    PRINTF_LIKE(4, 5);
/* Adds a labelled note to what diag_c_error has just added from the same thread's unit. */
void diag_c_error_with(DiagSink *s, const SourceMap *map, Span at, const char *label,
                       Span other, const char *other_label, const char *fmt, ...) PRINTF_LIKE(7, 8);
uint32_t diag_c_error_count(const DiagSink *s);

typedef enum DiagFormat { FORMAT_TEXT, FORMAT_GCC, FORMAT_JSON, FORMAT_SARIF } DiagFormat;
typedef struct DiagOptions {
    DiagFormat format;
    bool color;
    unsigned columns;              /* of the terminal; 0: do not wrap or cut */
    const char *tool_version;
} DiagOptions;
/* Everything, sorted, as text in `out`. */
void diag_render(DiagSink *s, const DiagOptions *o, Text *out);
/* Compares with the //~ expectations of the given files; prints differences to `out`.
 * True when all agree. rules that are not in `only` (NULL: all) are ignored on both sides. */
bool diag_verify(DiagSink *s, FileStore *fs, const char *const *paths, uint32_t path_count,
                 const bool only[RULE_COUNT], Text *out);
int diag_exit_code(const DiagSink *s);  /* 3 internal, else 2 trouble, else 1 findings, else 0 */
uint32_t diag_finding_count(const DiagSink *s); /* of rules, without C errors */

/* ---- allow.c ------------------------------------------------------------------------------- */
typedef struct Allow {
    uint32_t begin;                /* offset of the comment */
    const char *rules, *reason;    /* what stands in the brackets, and behind; in the file */
    uint32_t rules_len, reason_len;
} Allow;
bool allow_stands_in(const SourceFile *f); /* quick: false is sure */
/* The next comment that silences; *at is where to go on, 0 to begin with. */
bool allow_next(const SourceFile *f, uint32_t *at, Allow *out);
/* The next of the rules it names; *at as above. */
bool allow_rule(const Allow *a, uint32_t *at, const char **name, uint32_t *len);

/* The bytes of a span, white space folded to single blanks; NULL when it crosses files or is
 * longer than `most` bytes; what a macro's body wrote is the macro's call. For naming an expression
 * in a message. */
const char *diag_source_text(Arena *a, const SourceMap *map, Span span, uint32_t most);

#endif
