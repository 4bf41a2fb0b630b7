// Const stops writes to the table, not through the pointers in it.
typedef int command(int);
struct option {
    const char *name;
    void *value;
    command *run;
};
int verify(int n);
int parse(int argc, const char **argv, const struct option *options);
int cmd(int argc, const char **argv)
{
    command *fn = 0;
    struct option options[] = {{"verify", &fn, verify}, {0, 0, 0}};
    argc = parse(argc, argv, options);
    return fn(argc);
}
