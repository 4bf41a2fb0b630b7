/* Unknown types are named, once each, and what follows is read as if they existed. */
typedef unsigned long my_size;
struct foo { int a; };
int f(void)
{
    my_sise n = 4; //~ syntax
    my_sise again = 5;
    foo *p = 0; //~ syntax
    unknown_t x, *y; //~ syntax
    other_t *q = (other_t *)0; //~ syntax
    return n == 4;
}
bar_t *global; //~ syntax
int proto(baz_t x, int); //~ syntax
int proto2(int, qux_t); //~ syntax
quux_t returns(int a) { return 0; } //~ syntax
struct members { corge_t a; int b; grault_t *c; }; //~ syntax
int z = (garply_t *)3 != 0; //~ syntax
void hidden(void) { int my_size = 3; my_size m = 4; } //~ syntax
