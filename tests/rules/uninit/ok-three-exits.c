// Three exits, three results; the output is there with one of them.
static int decode(const char *s, char *ns, int *out)
{
    if (!ns)
        return 2;
    while (*s) {
        if (*s == 3)
            return 1;
        s++;
    }
    *out = 3;
    return 0;
}
int use(const char *s, char *early)
{
    int k;
    int r = decode(s, early, &k);
    if (r)
        return r;
    return k;
}
