/* Misspelt words that begin statements. */
int f(int x)
{
    if (x) {
        x--;
    } elseif (x == 2) { //~ syntax
        x++;
    }
    whlie (x) { //~ syntax
        x--;
    }
    fro (int i = 0; i < 3; i++) { //~ syntax
        x++;
    }
    if (x) {
        x--;
    } esle { //~ syntax
        x++;
    }
    retrun x; //~ syntax
}
int g(int x);
{ //~ syntax
    return x;
}
int h(void)
{
    int[4] b; //~ syntax
    return 0;
}
