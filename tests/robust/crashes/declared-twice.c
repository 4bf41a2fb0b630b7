/* A use before a declaration that contradicts an earlier one has the type of the earlier one. */
char a;
int h(int);
int f(void) { return a + h(1); }
int a = 2;
char *h(char *p) { return p + a; }
char *g(void) { return h(0) + a; }
