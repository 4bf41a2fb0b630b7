/* diag/resolved.h - a finding after it was resolved: what the renderers read.
 *
 * What comes in: nothing of a translation unit any more. What goes out: paths, lines, columns.
 * The one idea: a Place knows its file (which the session's file store keeps) and byte offsets,
 * so that a renderer can show any line around it; no Loc and no SourceMap is left.
 *
 * Internal to diag/. */
#ifndef CORTEN_DIAG_RESOLVED_H
#define CORTEN_DIAG_RESOLVED_H

#include "diag/diag.h"

/* A span in one file. Offsets are bytes of the file, `end` is one past the last byte. */
typedef struct Place {
    const SourceFile *file;  /* NULL: nowhere */
    const char *path;        /* as shown; honours #line */
    uint32_t begin, end;     /* bytes in the file; begin < end except at the end of a file */
    uint32_t line;           /* shown line of begin, from 1 */
    uint32_t column;         /* of begin, from 1, in code points */
    uint32_t end_line;       /* shown line of the last byte */
    uint32_t end_column;     /* one past the last code point */
    uint32_t real_line;      /* of begin, in the file's bytes */
    uint32_t real_end_line;  /* of the last byte */
    uint32_t line_start;     /* byte offset of the line of begin */
} Place;

typedef struct PlacedLabel { LabelKind kind; Place place; const char *text; } PlacedLabel;

typedef struct PlacedEdit {
    Place place;             /* begin == end: a pure insertion */
    bool whole_line;         /* text is one or more new lines before the line of place */
    const char *text;        /* of a whole line: without the last newline, indented */
} PlacedEdit;

typedef struct PlacedHelp { const char *text; PlacedEdit *edits; uint32_t edit_count; } PlacedHelp;
typedef struct MacroStep { const char *macro; Place place; } MacroStep; /* innermost first */

typedef struct Resolved {
    RuleId rule;
    Severity severity;
    bool c_error;            /* from the front end, not a rule's */
    const char *message;
    const char *function;    /* or "" */
    const char *subject;     /* or "" */
    PlacedLabel *labels;     /* [0] is primary */
    uint32_t label_count;
    const char **notes;
    uint32_t note_count;
    PlacedHelp *helps;
    uint32_t help_count;
    MacroStep *macros;       /* of the primary label */
    uint32_t macro_count;
    uint32_t macros_left_out; /* steps in the middle that are not shown */
    uint64_t fingerprint;    /* same after lines above it come and go */
    uint32_t ordinal;        /* 1 .. among findings of the same fingerprint */
    uint64_t content;        /* of everything shown: chooses between equal ones */
} Resolved;

typedef VEC(Resolved *) ResolvedList;

struct DiagSink {
    Arena *arena;            /* its own, so that adding needs no lock but ours */
    Lock *lock;
    ResolvedList found;      /* in the order of adding, which means nothing */
    VEC(const char *) troubles;
    VEC(const char *) remarks;
    bool internal;           /* one of the troubles is a fault of ours */
    uint32_t c_errors;
};

/* place.c */
Place place_of_span(const SourceMap *map, Span span);
Place place_of_token(const SourceMap *map, Loc spelling); /* spelling: outside macros */
void place_macro_steps(const SourceMap *map, Loc l, Arena *a, Resolved *r);
uint32_t place_token_bytes(const char *s, uint32_t left); /* of the token that starts at s */

/* sink.c */
/* Sorted, each once, with fingerprints numbered. The list lives in `a`. */
ResolvedList diag_sorted(DiagSink *s, Arena *a);

/* Troubles and remarks, sorted, each once: threads add them in any order. */
typedef struct TextLines {
    const char **troubles, **remarks;
    uint32_t trouble_count, remark_count;
} TextLines;
TextLines diag_lines(DiagSink *s, Arena *a);

/* utf8.c */
/* Decodes the code point at s (left > 0 bytes); returns the bytes it takes, at least 1. An
 * invalid byte gives U+FFFD. */
unsigned utf8_decode(const char *s, size_t left, uint32_t *cp);
unsigned utf8_width(uint32_t cp); /* columns on a terminal: 0, 1 or 2 */
uint32_t utf8_points(const char *s, size_t len);
void utf8_encode(Text *t, uint32_t cp);

/* text_lines.c */
typedef enum Style {
    STYLE_PLAIN, STYLE_ERROR, STYLE_WARNING, STYLE_NOTE, STYLE_HELP, STYLE_GUTTER,
    STYLE_PRIMARY_ERROR, STYLE_PRIMARY_WARNING, STYLE_SECONDARY, STYLE_MESSAGE,
    STYLE_ADDED, STYLE_REMOVED
} Style;
typedef struct TextOut {
    Text *out;
    Arena *arena;            /* for scratch, of this rendering */
    bool color;
    unsigned columns;        /* 0: do not cut */
    unsigned gutter;         /* digits of the widest line number of this finding */
    Severity severity;       /* of the finding: colours its primary labels */
    char lane;               /* of a label of several lines: NUL: none in this block */
    bool lane_primary;
} TextOut;
void style_begin(TextOut *t, Style s);
void style_end(TextOut *t, Style s);
void style_text(TextOut *t, Style s, const char *text);
void text_gutter(TextOut *t, uint32_t line, char mark, Style mark_style); /* line 0: blank */
/* A block: `--> path:line:col`, then the lines with their labels; other files follow with
 * `::: path:line:col`. labels[0] names the place of the arrow. */
void text_block(TextOut *t, const PlacedLabel *labels, uint32_t count);
/* One source line, its control characters made visible, without a newline. */
void text_clean(TextOut *t, Style s, const char *text, size_t len);
uint32_t text_columns(const char *text, size_t len); /* as text_clean shows it */

/* text_edit.c */
void text_edits(TextOut *t, const PlacedEdit *edits, uint32_t count);

/* One per format. */
void render_text(DiagSink *s, const ResolvedList *list, const DiagOptions *o, Arena *a, Text *out);
void render_gcc(DiagSink *s, const ResolvedList *list, Arena *a, Text *out);
void render_json(DiagSink *s, const ResolvedList *list, const DiagOptions *o, Arena *a,
                 Text *out);
void render_sarif(DiagSink *s, const ResolvedList *list, const DiagOptions *o, Arena *a,
                  Text *out);

#endif
