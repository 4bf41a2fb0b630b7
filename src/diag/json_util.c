/* diag/json_util.c - what the two JSON formats share, on top of jansson.
 *
 * What comes in: bytes and trees of jansson. What goes out: strings that are valid UTF-8, and
 * the tree as text in our own builder. The one idea: jansson refuses invalid UTF-8, C sources
 * don't; each invalid byte becomes U+FFFD here. */
#include "diag/json_util.h"

json_t *json_text_n(const char *s, size_t len, Arena *a)
{
    Text t;
    text_init(&t, a);
    uint32_t cp;
    for (size_t i = 0; i < len;) {
        i += utf8_decode(s + i, len - i, &cp);
        utf8_encode(&t, cp == 0 ? 0xFFFD : cp);
    }
    return t.len ? json_stringn(t.data, t.len) : json_string("");
}

json_t *json_text(const char *s, Arena *a)
{
    return json_text_n(s, strlen(s), a);
}

void json_put(json_t *object, const char *key, json_t *value)
{
    /* Fails only when memory is exhausted; the key is missing then. It takes value either way. */
    (void)json_object_set_new(object, key, value);
}

void json_put_number(json_t *object, const char *key, uint64_t n)
{
    json_put(object, key, json_integer((json_int_t)n));
}

char *json_hex(uint64_t v, Arena *a)
{
    return arena_printf(a, "%016llx", (unsigned long long)v);
}

static int add_bytes(const char *bytes, size_t n, void *text)
{
    text_add_n(text, bytes, n);
    return 0;
}

void json_write(json_t *root, Text *out)
{
    json_dump_callback(root, add_bytes, out, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
    text_add_char(out, '\n');
    json_decref(root);
}
