/* checks/story.h - what explanations of one path have in common.
 *
 * What comes in: a violation and the analysis in which the path ended. What goes out: labels and
 * notes of a Finding, the primary one first. own_explain.c and number_explain.c write the words. */
#ifndef CORTEN_CHECKS_STORY_H
#define CORTEN_CHECKS_STORY_H

#include "checks/checks.h"

typedef struct Story {
    Arena *arena;
    const Analysis *an;
    const Violation *v;
    Finding *f;
    const char *subject; /* never NULL */
} Story;

Story story_begin(Arena *arena, const Analysis *an, const Violation *v, Finding *f);
/* The message, and what is said of the place itself. First of all. */
void story_primary(Story *t, const char *message, const char *label);
void story_label(Story *t, LabelKind kind, Span span, const char *text);
void story_note(Story *t, const char *text);
/* The branches taken between event `from` and the finding, at most the last few. */
void story_branches(Story *t, uint32_t from);
/* Where the violation's region was allocated or opened. */
void story_origin(Story *t);
/* The variable that the region is; NULL: it is none that has a name. */
const char *story_variable(const Story *t, uint32_t region);

/* safe_explain.c: what only level safe refuses, and what is not proved. False: something else. */
bool safe_explain(Story *t);
/* number_explain.c: violations that speak of numbers. */
void number_explain(Story *t);

#endif
