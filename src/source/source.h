/* source/source.h - positions: from a 32-bit Loc to file, line, column, include and macro chain.
 *
 * The file store belongs to the session and is shared by threads: a file is read once per run,
 * whatever the number of translation units that include it. A SourceMap belongs to one
 * translation unit and maps its Locs. A Loc is one of two things:
 *
 *   bit 31 clear: a byte of one *inclusion* of a file: inclusion.base + byte offset
 *   bit 31 set:   a token that came out of a macro: index into the map's macro tokens, each a
 *                 (spelling Loc, expansion) pair; the expansion knows the macro's name and
 *                 the Loc of its call, which may itself be in a macro.
 *
 *   #define TWICE(x) ((x) + (x))        the `b` in the result has spelling = the `b` of line 2,
 *   a = TWICE(b);                       the `+` has spelling = line 1; expansion.call = `TWICE`
 *
 * Loc 0 means "nowhere". */
#ifndef CORTEN_SOURCE_SOURCE_H
#define CORTEN_SOURCE_SOURCE_H

#include "base/base.h"

typedef uint32_t Loc;
#define LOC_NONE ((Loc)0)
#define LOC_MACRO_BIT ((Loc)1 << 31)
static inline bool loc_in_macro(Loc l) { return (l & LOC_MACRO_BIT) != 0; }

typedef struct Span { Loc begin, end; } Span; /* first and last token, both inclusive */

/* ---- file store ---------------------------------------------------------------------------- */
typedef struct SourceFile {
    const char *path;      /* as opened, without . and //, and without x/.. where that is the
                            * same file; for __FILE__ keep the path that you asked for */
    const void *identity;  /* equal for paths of one inode: what #pragma once compares */
    const char *data;      /* the bytes, NUL-terminated past len; a BOM is not stripped */
    uint32_t len;
    uint32_t index;        /* dense, by order of first use: not deterministic, never print */
    uint64_t hash;         /* of the bytes */
    void *lexed;           /* owned by syntax/: the shared token buffer, made under `lock` */
    Lock *lock;
    Arena *arena;          /* lives as long as the file; allocate in it only under `lock` */
    const uint32_t *line_starts; /* private to source/: made on first need; [0] == 0 */
    uint32_t line_count;   /* private to source/: valid once line_starts is there */
    struct FileStore *store;
} SourceFile;

typedef struct FileStore FileStore;
FileStore *file_store_new(Arena *session);
void file_store_destroy(FileStore *fs);
/* NULL and *why when it can't be read. Thread-safe. The same path gives the same object, and so
 * do two that differ in `.`, `//` and `..` only. A file reached through a link is an object of its
 * own with the same identity: which path is shown must not depend on who came first. A negative
 * answer is remembered as well. */
SourceFile *file_store_open(FileStore *fs, const char *path, const char **why);
/* An overlay (editor buffer, generated text such as <command line>): replaces what is on disk. */
SourceFile *file_store_overlay(FileStore *fs, const char *path, const char *data, size_t len);

/* ---- source map of one translation unit ------------------------------------------------------ */
typedef struct Inclusion {
    SourceFile *file;
    Loc base;              /* Loc of byte 0; the end of file is base + len */
    Loc included_at;       /* the #include directive, LOC_NONE for the main file */
    bool system;           /* found in a system folder, or marked by #pragma GCC system_header */
} Inclusion;

typedef struct MacroToken { Loc spelling; uint32_t expansion; } MacroToken;
typedef struct Expansion { Name macro; Loc call; Loc definition; } Expansion;
/* #line: the line after the directive at `at` is number `line` of `path` (NULL: path unchanged). */
typedef struct LineMark { Loc at; uint32_t line; const char *path; } LineMark;

typedef struct SourceMap {
    Arena *arena;                       /* the translation unit's */
    Arena *growing;                     /* of the vectors until source_map_settle */
    VEC(Inclusion) inclusions;          /* ascending base */
    VEC(MacroToken) macro_tokens;
    const uint32_t *token_numbers;      /* of a thinned map: ascending, one for each macro token;
                                         * NULL: the index is the number */
    VEC(Expansion) expansions;
    VEC(LineMark) line_marks;           /* ascending at */
    Loc next_base;                      /* starts at 1 */
    uint32_t last_hit;                  /* cache of the last inclusion found */
} SourceMap;

void source_map_init(SourceMap *m, Arena *tu);
/* Nothing more will be added: the vectors move from `growing` to `arena`, at their exact size. */
void source_map_settle(SourceMap *m);
/* A copy that knows only those macro tokens, by number, and their expansions: a unit's macros make
 * half a million tokens, and messages can name a few thousand of them. */
SourceMap *source_map_thin(Arena *to, const SourceMap *m, BitSet tokens);
/* Of a Loc in a macro. One that was thinned away is nowhere. */
const MacroToken *source_macro_token(const SourceMap *m, Loc l);
/* Enters a file; false when the 31 bits are used up. *base receives the Loc of its byte 0. */
bool source_map_include(SourceMap *m, SourceFile *f, Loc at, bool system, Loc *base);
uint32_t source_map_expansion(SourceMap *m, Name macro, Loc call, Loc definition);
Loc source_map_macro_token(SourceMap *m, Loc spelling, uint32_t expansion);
/* Keeps line_marks sorted: after an #include, the includer's Locs are below the included file's. */
void source_map_line_mark(SourceMap *m, Loc at, uint32_t line, const char *path);

const Inclusion *source_inclusion(const SourceMap *m, Loc l);  /* of a Loc outside macros */
Loc source_spelling(const SourceMap *m, Loc l);  /* where the bytes stand, in a file */
Loc source_expansion(const SourceMap *m, Loc l); /* the outermost macro call, in a file */
/* The best place to show for l: its spelling if it reached us only through macro arguments (the
 * user wrote it outside any macro body), else the outermost macro call. */
Loc source_show(const SourceMap *m, Loc l);

typedef struct Position {
    SourceFile *file;      /* NULL: nowhere */
    const char *path;      /* honours #line */
    uint32_t line;         /* from 1, honours #line */
    uint32_t real_line;    /* from 1, in the file's bytes */
    uint32_t column;       /* from 1, in characters as editors count (UTF-8 code points) */
    uint32_t offset;       /* bytes */
} Position;
Position source_position(const SourceMap *m, Loc l); /* of source_show(l) */
uint32_t source_line(const SourceMap *m, Loc l); /* the same's line; does not scan it. 0: nowhere */
/* One line without its end-of-line (\n, \r\n); line from 1. */
void source_line_text(const SourceFile *f, uint32_t line, const char **text, uint32_t *len);
void source_offset_line(const SourceFile *f, uint32_t offset, uint32_t *line, uint32_t *line_start);
bool source_in_system_header(const SourceMap *m, Loc l);

/* ---- comments ------------------------------------------------------------------------------- */
/* The first comment from offset `from` on, which is outside comments and literals; its bytes, with
 * the marks, without the line feed. False: there is none. */
bool source_comment(const SourceFile *f, uint32_t from, uint32_t *begin, uint32_t *end);

#endif
