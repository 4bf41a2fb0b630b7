// flags: -std=gnu2x
/* C23: defined again, but not the same. */
struct a { int x; };
struct a { int y; }; //~ syntax
enum b { B1, B2 };
enum b { B1, B2 = 2 }; //~ syntax
struct c { int x; };
union c { int x; }; //~ syntax
struct d { int x : 3; };
struct d { int x : 4; }; //~ syntax
struct e { struct e { int x; } y; }; //~ syntax
