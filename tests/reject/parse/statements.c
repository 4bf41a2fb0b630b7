/* Statements that are none. */
typedef int T;
int f(int a)
{
    else a = 1; //~ syntax
    if (1) int z = 3; //~ syntax
    do { } (1); //~ syntax
    goto 3; //~ syntax
    switch a { case 1: break; } //~ syntax
    switch (a) { case : a = 3; } //~ syntax
    a = int; //~ syntax
    a = T; //~ syntax
    a = sizeof(; //~ syntax
    a = ; //~ syntax
    a.3; //~ syntax
    a->; //~ syntax
    while () a++; //~ syntax
    asm(3); //~ syntax
    asm("" : "r" a); //~ syntax
    a = _Generic(a); //~ syntax
    a = __builtin_offsetof(T); //~ syntax
    a = 1 ? 2; //~ syntax
    @ //~ syntax
    return a;
}
int g = ({ 3; }); //~ syntax
