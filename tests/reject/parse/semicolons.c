/* A forgotten semicolon is one error, on the line that lacks it. */
int g(int);
struct s { int a; } //~ syntax
int after(void) { return 1; }
struct m { int a //~ syntax
    int b; };
int f(int a)
{
    int x = 3 //~ syntax
    int y = 4;
    g(a) //~ syntax
    g(y);
    x = y //~ syntax
    if (x)
        return a //~ syntax
    goto out //~ syntax
out:
    do { x++; } while (x < 3) //~ syntax
    return a //~ syntax
}
int last //~ syntax
int z;
