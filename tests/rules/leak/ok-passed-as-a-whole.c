// A record is passed on by value: the pointer in it goes along, looked at or not.
#include <stdlib.h>

struct value {
    unsigned kind;
    union {
        void *text;
        double number;
    } u;
};

struct pair {
    struct value key, value;
};

void release(struct value v);
void release_pair(struct pair p);

static struct value make(void)
{
    struct value v = {1, {malloc(16)}};
    return v;
}

static void pass_on(struct value v)
{
    release(v);
}

static void copy_and_pass_on(struct value v)
{
    struct value same = v;
    release(same);
}

static void pass_both(struct value key, struct value value)
{
    struct pair p = {key, value};
    release_pair(p);
}

static void pass_pointee(struct value *v)
{
    release(*v);
}

void print_all(void)
{
    pass_on(make());
    copy_and_pass_on(make());
    pass_both(make(), make());
    struct value v = make();
    pass_pointee(&v);
}
