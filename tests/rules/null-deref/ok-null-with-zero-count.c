// A null array goes with a count of zero, both handed over by address.
struct robj {
    char *ptr;
};
static int parse(struct robj ***module_argv, int *module_argc)
{
    struct robj **argv = *module_argv;
    int argc = *module_argc;
    for (int i = 0; i < argc; i++) {
        char *arg = argv[i]->ptr;
        if (arg[0] == 'x')
            return -1;
    }
    *module_argc = 0;
    return 0;
}
int command(struct robj **args, int n)
{
    struct robj **argv = 0;
    int argc = 0;
    if (n > 3) {
        argc = n - 3;
        argv = &args[3];
    }
    return parse(&argv, &argc);
}
