/* GNU: what a struct of variable size can't be. */
int initialised(int n) { struct s { int a[n]; } x, y = x; return y.a[0]; } //~ syntax
int lasting(int n) { static struct { int a[n]; } s; return s.a[0]; } //~ syntax
int linked(int n) { extern struct { int a[n]; } s; return 0; } //~ syntax
int literal(int n) { struct s { int b[n]; int c; }; return ((struct s){ .c = 1 }).c; } //~ syntax
int entered(int n) { goto l; { struct s { int b[n]; } s; l:; } return 0; } //~ syntax
struct outside { int a[1 + (int)sizeof(int)]; } fine;
int n;
struct bad { int a[n]; }; //~ syntax
