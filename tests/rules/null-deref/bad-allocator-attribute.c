// malloc(free): the result is like malloc's and may be null.
void free(void *p);
__attribute__((malloc(free))) char *copy(const char *s);

char first(const char *s)
{
    char *p = copy(s);
    char c = p[0]; //~ null-deref
    free(p);
    return c;
}
