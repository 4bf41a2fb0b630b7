// flags: -std=gnu89
static int add(a, b) int a, b; { return a + b; }
int main(void)
{
    int (*f)() = add;
    return f(1); //~ bad-call
}
