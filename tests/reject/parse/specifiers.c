/* Types that cannot stand together. */
struct foo { int a; };
typedef int T;
long long long lll; //~ syntax
int int ii; //~ syntax
struct foo int si; //~ syntax
T int ti; //~ syntax
typeof(int) char tc; //~ syntax
struct; //~ syntax
enum { A B, C }; //~ syntax
enum { 3 }; //~ syntax
union 3; //~ syntax
int 3x; //~ syntax
int dd dd2; //~ syntax
int for; //~ syntax
int ok;
