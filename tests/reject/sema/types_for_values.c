/* Types where a builtin takes a value. */
void lists(const char *f, ...)
{
    __builtin_va_list a, b;
    __builtin_va_start(char *, f); //~ syntax
    __builtin_va_start(a, f);
    __builtin_va_copy(b, __builtin_va_list); //~ syntax
    __builtin_va_copy(int[2], a); //~ syntax
    __builtin_va_copy(b, a);
    __builtin_va_end(b);
    __builtin_va_end(__builtin_va_list); //~ syntax
    __builtin_va_end(a);
}
int numbers(const char *s)
{
    return __builtin_expect(int, 1) //~ syntax
           + __builtin_popcount(unsigned) //~ syntax
           + __builtin_classify_type(int) + __builtin_strlen(s);
}
