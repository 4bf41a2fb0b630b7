/* Brackets that do not match. */
int g(int);
int f(int a)
{
    g(a, ; //~ syntax
    a = (1 + 2; //~ syntax
    if (a { a = 3; } //~ syntax
    while (a return 2; //~ syntax
    int b[3 = { 1 }; //~ syntax
    int c[] = { 1, 2 3 }; //~ syntax
    a = a[3; //~ syntax
    for (int i = 0; i < ; i++) { a = 1; } //~ syntax
    for (int i = 0; i < 3, i++) { a = 1; } //~ syntax
    a = g(a)); //~ syntax
    return a;
}
} //~ syntax
int still_read = 3;
int unfinished(void) {
    int a;
    return 3; } int eof(void) { //~ syntax
