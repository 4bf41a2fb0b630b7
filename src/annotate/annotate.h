/* annotate/annotate.h - inferred contracts, written into the program's own headers.
 *
 * What comes in: a program with its trees, and its engine. What goes out: insertions into files, as
 * a unified diff or on disk:
 *
 *     char *copy(const char *s);     ->     char *__own _Nullable copy(const char *_Nullable s);
 *
 * Three steps that know nothing of each other: which words (choose.c), at which byte of which file
 * (place.c), and what a file looks like afterwards (edits.c). Only what is known of every path is
 * said, and only where it is not what safe code takes for granted anyway. */
#ifndef CORTEN_ANNOTATE_ANNOTATE_H
#define CORTEN_ANNOTATE_ANNOTATE_H

#include "engine/inferred.h"

typedef enum AnnotateSet {
#define SET(e, name) SET_##e,
#include "annotate/sets.def"
#undef SET
    SET_COUNT
} AnnotateSet;
#define SET_BIT(s) (1u << (s))
/* `ownership,null` or `all`, as bits; false: a name is none of them. */
bool annotate_sets(const char *list, unsigned *sets);
/* Of those who do not say: what callers must know to be right at all. */
enum { SETS_DEFAULT = 1u << SET_OWNERSHIP | 1u << SET_INIT | 1u << SET_NULL };

/* ---- which words (choose.c) ------------------------------------------------------------------ */
typedef struct Word {
    AnnotateSet set;
    const char *text; /* "_Nullable"; "__counted_by(" where a parameter's name follows */
    uint32_t param;   /* that parameter; UINT32_MAX: none */
    const char *tail; /* behind its name */
} Word;
typedef VEC(Word) Words;
typedef struct Said {
    Words outer, inner; /* of the pointer itself; of the pointer that it leads to */
    const char *unsaid; /* what is so, against the default, and no word can say; or NULL */
} Said;
typedef struct Chosen {
    uint32_t count; /* parameters */
    Said result, *params;
} Chosen;
/* The sets of which the function's declarations already say something: they are left alone. */
unsigned annotate_said(const Symbol *fn, const MirFunction *body);
/* What the body bears out, of these sets. False: nothing. */
bool annotate_choose(Engine *e, const MirFunction *body, unsigned sets, Chosen *out);

/* ---- where (place.c) and how it looks (edits.c) ---------------------------------------------- */
typedef struct Insertion {
    uint32_t offset; /* bytes; before what stands there */
    const char *text;
} Insertion;
typedef struct FileEdits {
    SourceFile *file;
    const char *path;      /* as shown: relative to where we stand, where it lies below */
    VEC(Insertion) list;   /* ascending, after annotate_finish */
} FileEdits;
typedef struct WordCount {
    const char *word;
    uint32_t count;
} WordCount;
typedef struct AnnotateOptions {
    unsigned sets;
    bool all; /* also functions that no other file sees a declaration of */
    const char *cwd;
    const char *const *exclude; /* globs: these files are left alone */
    uint32_t exclude_count;
    bool (*matches)(const char *pattern, const char *path);
} AnnotateOptions;
typedef struct Annotated {
    Arena *arena;
    VEC(FileEdits *) files;    /* by path, after annotate_finish */
    VEC(const char *) notes;   /* what was not written, "file:line: why"; as met in the units */
    uint32_t members;          /* of records, the same */
    uint32_t unwritten, alone; /* annotations that can't stand there; declarations left alone */
    VEC(WordCount) counts;     /* by word */
    uint32_t declarations;     /* of functions that get an annotation */
} Annotated;

Annotated *annotate_program(Arena *arena, Engine *e, const AnnotateOptions *o);
/* Puts `#include <corten.h>` where it is missing, and everything in order. */
void annotate_finish(Annotated *a);
void annotate_diff(const Annotated *a, Text *out);
/* The whole file as it will be. */
void annotate_text(const FileEdits *f, Text *out);

#endif
