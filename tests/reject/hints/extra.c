/* A brace too many ends the function early. */
int f(int x)
{
    if (x)
        x++;
    }
    return x; //~ syntax
} //~ syntax
