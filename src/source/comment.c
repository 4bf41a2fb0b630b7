/* source/comment.c - the comments of a file, from its bytes alone.
 *
 * What comes in: a file and an offset outside comments and literals (0 to begin with). What goes
 * out: the next comment, with its marks. Nothing of the preprocessor is known here, so one inside
 * `#if 0` counts as well. Raw strings are not, and an apostrophe between digits (C23) may hide a
 * comment on its line.
 *
 *     x = "// none"; // one     begin at the second `//`, end at the line feed */
#include "source/source.h"

/* Past the literal whose quote stands at `at`; one that is not closed ends with its line. */
static uint32_t past_literal(const SourceFile *f, uint32_t at)
{
    char quote = f->data[at++];
    while (at < f->len && f->data[at] != quote && f->data[at] != '\n')
        at += f->data[at] == '\\' && at + 1 < f->len ? 2 : 1;
    return at < f->len ? at + 1 : f->len;
}

static uint32_t past_line(const SourceFile *f, uint32_t at)
{
    while (at < f->len && f->data[at] != '\n')
        at += f->data[at] == '\\' && at + 1 < f->len ? 2 : 1;
    return at < f->len ? at : f->len;
}

static uint32_t past_block(const SourceFile *f, uint32_t at)
{
    for (at += 2; at + 1 < f->len; at++)
        if (f->data[at] == '*' && f->data[at + 1] == '/')
            return at + 2;
    return f->len;
}

bool source_comment(const SourceFile *f, uint32_t from, uint32_t *begin, uint32_t *end)
{
    const char *s = f->data;
    for (uint32_t i = from; i < f->len;) {
        if (s[i] == '"' || s[i] == '\'') {
            i = past_literal(f, i);
        } else if (s[i] == '/' && i + 1 < f->len && (s[i + 1] == '/' || s[i + 1] == '*')) {
            *begin = i;
            *end = s[i + 1] == '/' ? past_line(f, i) : past_block(f, i);
            return true;
        } else {
            i++;
        }
    }
    return false;
}
