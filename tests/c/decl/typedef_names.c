/* A name is a typedef or not by its innermost declaration. */
typedef int T;
typedef struct node node;
struct node { node *next; };
node *next_of(node *node) { return node->next; }
struct has { T T; int node; };
struct bits { T : 3; T b : 2; unsigned T : 1; const T : 4; };
enum { x = sizeof(T) };
int hidden(int T) { return T * 2; }
int param_list(T T, int n) { return T + n; }
int scopes(int n)
{
    T T = n;
    {
        int inner = T * 2;
        typedef char T;
        T c = (T)inner;
        n = c + sizeof(T);
    }
    T = T + 1;
    for (int T = 0; T < 3; T++)
        n += T;
    return T * n;
}
int labels(int n)
{
    if (n)
        goto T;
    n++;
T:  n += 1;
    T (y), *p = &n, (*q)[3], (z) = 2;
    q = 0;
    y = (T)n + (T)-1 + sizeof(T) + sizeof (n) + (q == 0) + z;
    return y + *p;
}
int members(struct has *h) { return h->T + (*h).T + h->node + __builtin_offsetof(struct has, T); }
struct has made = { .T = 3, .node = 4 };
void enumerators(void)
{
    enum { T = 4 };
    int a[T];
    a[0] = T * 2;
    (void)a;
}
T after;
unsigned function_named_like_it(void)
{
    unsigned T(int);
    return T(3);
}
typedef T T2, *PT2, T3[2];
void redeclared(T2, PT2, T3);
typedef T T2;
typedef int S;
void blocks(int n)
{
    if (sizeof(enum { S }) == n)
        n++;
    S x = 1;
    while (sizeof(enum { S }) == n) ;
    S y = 1;
    (void)(x + y);
}
