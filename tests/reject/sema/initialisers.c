/* Initialisers that fit nothing. */
struct s { int a; char *b; int v[]; } st; struct t { struct s s; int n; }; int dyn; int fn(void); double d;
int a = dyn; //~ syntax
int b = fn(); //~ syntax
int *c = &dyn + fn(); //~ syntax
int e[2] = {dyn}; //~ syntax
int f[3] = 3; //~ syntax
int g[] = dyn; //~ syntax
char h[3] = 5; //~ syntax
int i[2] = {[2] = 1}; //~ syntax
int j[2] = {[-1] = 1}; //~ syntax
int k[2] = {.a = 1}; //~ syntax
struct s l = {.nope = 1}; //~ syntax
struct s m = {[0] = 1}; //~ syntax
struct s n = 1; //~ syntax
struct s o = {1.0, 2.0}; //~ syntax
int p = {.a = 1}; //~ syntax
int q[] = {[dyn] = 1}; //~ syntax
int *r = 1.5; //~ syntax
double s = &dyn; //~ syntax
struct t t = {{1, 0, {2}}, 3}; //~ syntax
int u = 1 / 0; //~ syntax
int v[] = "abc"; //~ syntax
void locals(void)
{
    struct s x = dyn; //~ syntax
    struct s y = {1, 0, {1}}; //~ syntax
    int z = st; //~ syntax
    int w[2] = {st, 1}; //~ syntax
    struct s *ptr = st; //~ syntax
    int aa[2] = w; //~ syntax
}
int tab[3]; int *ptab[] = {tab, tab[1]}; //~ syntax
char half = (char)&tab; //~ syntax
void empty_scalar(void) { int x = {}; } //~ syntax
