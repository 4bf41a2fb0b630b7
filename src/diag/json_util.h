/* diag/json_util.h - what the two JSON formats share; internal to diag/. */
#ifndef CORTEN_DIAG_JSON_UTIL_H
#define CORTEN_DIAG_JSON_UTIL_H

#include <jansson.h>

#include "diag/resolved.h"

json_t *json_text(const char *s, Arena *a); /* any bytes; the result is owned */
json_t *json_text_n(const char *s, size_t len, Arena *a);
void json_put(json_t *object, const char *key, json_t *value); /* takes value over */
void json_put_number(json_t *object, const char *key, uint64_t n);
char *json_hex(uint64_t v, Arena *a);
void json_write(json_t *root, Text *out); /* takes root over */

#endif
