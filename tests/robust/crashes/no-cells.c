/* States without any cell: NULL + 0 in the engine. */
struct s { int v[4]; };
void fill(struct s *);
int f(void)
{
    int v[4] = { 1, 2 };
    struct s s;
    fill(&s);
    return v[1] + s.v[0];
}
