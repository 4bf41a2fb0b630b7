/* Characters that look right and are not. */
int f(int x)
{
    int a = 3 @ 4; //~ syntax
    int b = x – 1; //~ syntax
    int c = (a + b)； //~ syntax
    return x;
}
