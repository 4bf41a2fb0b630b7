/* diag/audit.h - how safe a code base is, as data, and how it is told.
 *
 * What comes in: the functions of the user's files with their levels, and the places that are taken
 * on trust (session/audit.c gathers them); the findings are the sink's. What goes out: counts for
 * each file and for all, as a table, as JSON, as a page.
 *
 * The measure is the line of code: one that holds something beside blanks and comments, in a
 * function's definition. Each is of one class (audit.def). */
#ifndef CORTEN_DIAG_AUDIT_H
#define CORTEN_DIAG_AUDIT_H

#include "diag/diag.h"

typedef enum AuditClass {
#define AUDIT_CLASS(id, name, meaning) AUDIT_##id,
#include "diag/audit.def"
#undef AUDIT_CLASS
    AUDIT_CLASS_COUNT
} AuditClass;

typedef struct AuditFunction {
    const char *name;
    uint32_t begin, end;      /* bytes of the file: of its first token, of its closing brace */
    bool safe, unsafe;        /* its level as written; neither: audit */
    bool declared;            /* its contract is written down, or a model has it */
    bool analysed;            /* to the end */
    uint32_t findings;        /* in its safe lines */
} AuditFunction;

typedef enum AuditPlaceKind { AUDIT_BLOCK, AUDIT_FUNCTION, AUDIT_ALLOW } AuditPlaceKind;
typedef struct AuditPlace {   /* what is taken on trust */
    AuditPlaceKind kind;
    uint32_t begin, end;      /* bytes of the file */
    uint32_t line;            /* from 1 */
    uint32_t lines;           /* of code */
    const char *function;     /* "": outside functions */
    const char *rules;        /* of an ALLOW; else "" */
    const char *why;          /* the comment; where there is none, the beginning of the code */
    bool said;                /* it is a comment's */
} AuditPlace;

typedef struct AuditCount {
    uint32_t functions[AUDIT_CLASS_COUNT], lines[AUDIT_CLASS_COUNT];
    uint32_t findings[AUDIT_CLASS_COUNT]; /* by where they stand; those of level safe are OPEN */
    uint32_t declared, inferred;          /* contracts; of the other functions nothing is known */
    uint32_t places, allows, unsaid;      /* __unsafe, silenced; of both: without a reason */
} AuditCount;

typedef struct AuditFile {
    const SourceFile *file;
    bool safe;                /* something outside functions is at level safe */
    VEC(AuditFunction) functions; /* by begin */
    VEC(AuditPlace) places;       /* by begin */
    AuditCount count;
} AuditFile;

typedef struct AuditName { const char *name; uint32_t calls; } AuditName;
typedef struct AuditReport {
    VEC(AuditFile *) files;
    VEC(AuditName) unknown;   /* functions that are called and of which nothing is known */
    AuditCount count;
} AuditReport;

uint32_t audit_lines(const AuditCount *c);     /* of code, of every class */
uint32_t audit_functions(const AuditCount *c);
/* Are at least so many hundredths of a percent of the lines safe? Of no lines: yes. */
bool audit_reaches(const AuditCount *c, uint32_t hundredths);

/* Fills counts, lines, reasons and findings, and orders files: the largest first. */
void audit_complete(Arena *a, DiagSink *s, AuditReport *r);
void audit_text(const AuditReport *r, Text *out);
void audit_json(DiagSink *s, const AuditReport *r, const char *tool_version, Text *out);
void audit_html(const AuditReport *r, const char *tool_version, Text *out);
/* What could not be done, one a line, and what is worth knowing about the run. */
void audit_trouble(DiagSink *s, Text *out);

#endif
