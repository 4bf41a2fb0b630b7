/* What an unterminated literal has swallowed is not reported as well. */
int puts(const char *);
int f(void)
{
    puts("hello); //~ syntax
    puts("world");
    return 0;
}
int g(void) { return 'a; //~ syntax
}
int h(void)
{
}
