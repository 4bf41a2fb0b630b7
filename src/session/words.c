/* session/words.c - text to words, as a shell and as a compiler's response file would.
 *
 *     cc -DNAME='"a b"' @more.rsp x.c     ->  cc | -DNAME="a b" | @more.rsp | x.c
 *     more.rsp:  -I inc -DX\ Y            ->  -I | inc | -DX Y
 *
 * Both follow the same rules but for double quotes, where a shell keeps a backslash before an
 * ordinary character and a response file (libiberty's buildargv) drops it. */
#include "session/session.h"

#define RESPONSE_DEPTH 16

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/* One quoted or bare stretch; returns where it ends, NULL when a quote is not closed. */
static const char *add_quoted(const char *s, Text *word, bool shell)
{
    char quote = *s++;
    for (; *s && *s != quote; s++) {
        bool escape =
            *s == '\\' && s[1] && (shell ? quote == '"' && strchr("\\\"$`\n", s[1]) != NULL : true);
        if (escape && *++s == '\n')
            continue;
        text_add_char(word, *s);
    }
    return *s ? s + 1 : NULL;
}

static bool split(Arena *a, const char *s, TextList *out, bool shell)
{
    for (;;) {
        while (is_blank(*s))
            s++;
        if (!*s)
            return true;
        Text word;
        text_init(&word, a);
        while (*s && !is_blank(*s)) {
            if (*s == '\'' || *s == '"') {
                s = add_quoted(s, &word, shell);
                if (!s)
                    return false;
            } else if (*s == '\\' && s[1]) {
                if (s[1] != '\n')
                    text_add_char(&word, s[1]);
                s += 2;
            } else {
                text_add_char(&word, *s++);
            }
        }
        VEC_PUSH(a, out, word.data ? word.data : "");
    }
}

bool words_split(Arena *a, const char *text, TextList *out, const char **why)
{
    *why = "a quote is not closed";
    return split(a, text, out, true);
}

static void expand(Arena *a, const char *directory, const TextList *in, TextList *out, int depth)
{
    for (uint32_t i = 0; i < in->len; i++) {
        const char *word = in->data[i], *data, *why;
        size_t len;
        if (word[0] != '@' || !word[1] || depth == RESPONSE_DEPTH) {
            VEC_PUSH(a, out, word);
            continue;
        }
        const char *path =
            word[1] == '/' ? word + 1 : arena_printf(a, "%s/%s", directory, word + 1);
        TextList inner = {0};
        /* As compilers do: what is not a readable file is an ordinary word. */
        if (!os_read_file(a, path, &data, &len, &why) || !split(a, data, &inner, false)) {
            VEC_PUSH(a, out, word);
            continue;
        }
        expand(a, directory, &inner, out, depth + 1);
    }
}

void words_expand_responses(Arena *a, const char *directory, const TextList *in, TextList *out)
{
    expand(a, directory, in, out, 0);
}
