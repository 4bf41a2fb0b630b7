/* Nobody may jump into a statement expression. */
int by_goto(int n)
{
    goto in; //~ syntax
    return ({ in: n++; n; });
}
int by_case(int n)
{
    switch (n) {
    case 1: return ({ case 2: n++; n; }); //~ syntax
    }
    return 0;
}
int folded(void) { 1 ? 1 : ({ a: 1; 1; }); goto a; } //~ syntax
int fine(int n) { return ({ if (n) goto out; switch (n) { case 3: n++; } out: n; }); }
int leaves(int n) { n = ({ if (n) goto out; 3; }); out: return n; }
