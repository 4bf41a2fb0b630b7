// returns_nonnull says that it isn't null, whichever of the two attributes is written first.
void free(void *p);
__attribute__((malloc(free), returns_nonnull)) char *copy(const char *s);
__attribute__((returns_nonnull, malloc(free))) char *copy2(const char *s);

char first(const char *s)
{
    char *p = copy(s);
    char *q = copy2(s);
    char c = p[0] == q[0] ? p[0] : ' ';
    free(p);
    free(q);
    return c;
}
