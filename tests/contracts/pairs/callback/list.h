struct item {
    struct item *next;
    const char *name;
};

typedef void item_fn(struct item *i, void *context);
typedef void release_fn(void *object);

struct walk {
    item_fn *enter;
    void *context;
};

void list_each(struct item *first, item_fn *visit, void *context);
void list_each_named(struct item *first, item_fn *visit, void *context);
int walk_run(const struct walk *w, struct item *first);
void item_end(struct item *i, release_fn *release);
