/* Statements where they may not stand, labels, switch, asm. */
struct s { int a; } st; double d; void vfn(void); int i; const int ci = 3; int *p;
int f(int n)
{
    break; //~ syntax
    continue; //~ syntax
    case 1: ; //~ syntax
    default: ; //~ syntax
    goto nowhere; //~ syntax
    same: ; same: ; //~ syntax
    switch (d) { case 1: ; } //~ syntax
    switch (n) { case 1: case 2: case 1: ; } //~ syntax
    switch (n) { case 1 ... 5: case 3: ; } //~ syntax
    switch (n) { default: default: ; } //~ syntax
    switch (n) { case i: ; } //~ syntax
    switch (n) { case 1.5: ; } //~ syntax
    switch (n) { continue; } //~ syntax
    switch (st) { } //~ syntax
    if (st) ; //~ syntax
    while (st) ; //~ syntax
    for (; vfn(); ) ; //~ syntax
    do ; while (st); //~ syntax
    goto *d; //~ syntax
    goto inside; //~ syntax
    { int vla[n]; inside: vla[0] = 1; }
    switch (n) { int vla2[n]; case 4: vla2[0] = 1; } //~ syntax
    asm("" : "r"(i)); //~ syntax
    asm("" : "=r"(3)); //~ syntax
    asm("" : "=r"(ci)); //~ syntax
    asm("" : [x] "=r"(i) : [x] "r"(i)); //~ syntax
    asm goto("" : : : : missing); //~ syntax
    ({ __label__ loc; goto loc; }); //~ syntax
    return st; //~ syntax
}
int *g(void) { return st; } //~ syntax
struct s h(void) { return 1; } //~ syntax
int k(void) { return vfn(); } //~ syntax
