/* K&R definitions, implicit int, declarations without a prototype. */
int kr(a, b, c) int a; char *b, c; { return a + *b + c; }
implicit() { return 3; }
static si = 3;
const ci = 4;
main(argc, argv) char **argv; { register r = 1; auto x = 2; return argc + r + x + (argv != 0) + kr(1, "", 'c'); }
long (*table[2])() = { 0, 0 };
int params_of_array_type(v, f) int v[3]; int f(); { return v[0] + f(1, 2.0, "three"); }
extern old(), *older();
float promoted(f, s) float f; short s; { return f + s; }
