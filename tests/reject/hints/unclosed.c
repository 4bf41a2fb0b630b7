/* The brace that is missing is the inner one. */
int f(int x)
{
    if (x) {
        x++;
    return x;
}

int g(int y)
{
    return y;
} //~ syntax
