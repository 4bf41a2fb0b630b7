/* base/embed.h - text files that were put into the binary when it was built.
 *
 * What comes in: files named in meson.build, through tools/embed. What goes out: a table sorted
 * by name, closed by an entry whose name is NULL. The pages of docs/rules/ travel this way,
 * so that `corten explain` needs no file beside the binary. */
#ifndef CORTEN_BASE_EMBED_H
#define CORTEN_BASE_EMBED_H

#include <stddef.h>

typedef struct EmbeddedFile {
    const char *name;        /* without its folder: "leak.md" */
    const char *data;        /* NUL-terminated past len */
    size_t len;              /* bytes */
} EmbeddedFile;

extern const EmbeddedFile EMBEDDED_PAGES[];  /* docs/rules/NAME.md */
extern const EmbeddedFile EMBEDDED_REPORT[]; /* audit.css, audit.js: of the page of an audit */

#endif
