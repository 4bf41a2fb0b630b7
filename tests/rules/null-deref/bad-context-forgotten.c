// The function that is called for each line counts in its context, and one caller gives it none.
#include <stdio.h>

typedef int each_fn(const char *line, void *context);

struct reader {
    each_fn *each;
    void *context;
};

static int read_lines(const char *const *lines, const struct reader *r)
{
    for (; *lines; lines++)
        if (r->each(*lines, r->context) != 0)
            return -1;
    return 0;
}

static int add_length(const char *line, void *context)
{
    unsigned long *sum = context;
    while (*line++)
        ++*sum;
    return 0;
}

static int first_line(const char *line, each_fn *each, void *context)
{
    return each(line, context);
}

int main(void)
{
    static const char *const lines[] = {"one", "two", NULL};
    unsigned long sum = 0;
    struct reader r = {add_length, &sum};
    int bad = read_lines(lines, &r);
    bad |= first_line("three", add_length, NULL); //~ null-deref
    printf("%lu\n", sum);
    return bad;
}
