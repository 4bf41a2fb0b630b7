// Three old names are freed; a later step fails, and the way back puts them in place again.
#include <stdlib.h>
#include <string.h>

#define NAMES 3

struct volume {
    int options;
    char *name[NAMES];
};

struct settings {
    int options;
    char *name[NAMES];
};

int apply(struct volume *v, const struct settings *s);
int enable(struct volume *v);

int remount(struct volume *v, const struct settings *s)
{
    struct settings old = { .options = v->options };
    int err = 0;
    for (int i = 0; i < NAMES; i++) {
        old.name[i] = NULL;
        if (v->name[i]) {
            old.name[i] = strdup(v->name[i]);
            if (!old.name[i]) {
                for (int j = 0; j < i; j++)
                    free(old.name[j]);
                return -1;
            }
        }
    }
    err = apply(v, s);
    if (err)
        goto restore;
    for (int i = 0; i < NAMES; i++)
        free(old.name[i]);
    err = enable(v);
    if (err)
        goto restore;
    return 0;

restore:
    v->options = old.options;
    for (int i = 0; i < NAMES; i++)
        v->name[i] = old.name[i]; //~ use-after-free
    return err;
}
