// Many settings are applied, then the old names are freed; a step fails, and they are put back.
#include <stdlib.h>
#include <string.h>

enum { NAMES = 3 };

struct volume {
    unsigned options;
    int limit[12];
    char *name[NAMES];
    void *table;
};

struct settings {
    unsigned given;
    int limit[12];
};

int enable(struct volume *v);
int reserve(struct volume *v);

int remount(struct volume *v, const struct settings *s)
{
    struct volume old = { .options = v->options };
    int err = 0, quota = 0;
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
    if (s->given & 1)
        v->limit[0] = s->limit[0];
    if (s->given & 2)
        v->limit[1] = s->limit[1];
    if (s->given & 4)
        v->limit[2] = s->limit[2];
    if (s->given & 8) {
        v->limit[3] = s->limit[3];
        quota = 1;
    }
    if (s->given & 16)
        v->limit[4] = s->limit[4];
    if (s->given & 32)
        v->limit[5] = s->limit[5];
    if (s->given & 64 && reserve(v)) {
        err = -2;
        goto restore;
    }
    for (int i = 0; i < NAMES; i++)
        free(old.name[i]);
    if (quota) {
        err = enable(v);
        if (err)
            goto restore;
    }
    return 0;

restore:
    v->options = old.options;
    if (v->table && !(v->options & 1)) {
        free(v->table);
        v->table = NULL;
    }
    for (int i = 0; i < NAMES; i++)
        v->name[i] = old.name[i]; //~ use-after-free
    return err;
}
