/* Declarations that are none. */
int f(int a, , int b); //~ syntax
int g(int a int b); //~ syntax
int h(int a,); //~ syntax
int *; //~ syntax
int a[; //~ syntax
int (b; //~ syntax
_Static_assert(1, 2); //~ syntax
_Static_assert; //~ syntax
_Alignas int c; //~ syntax
int d = { 1, .x 3 }; //~ syntax
int e __attribute__(unused); //~ syntax
int i __asm__(3); //~ syntax
3; //~ syntax
+; //~ syntax
int k(a, b) int a; int b //~ syntax
{ return a; }
int ok;
