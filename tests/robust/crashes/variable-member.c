/* A struct of variable size was a fault in lowering. */
int variable(int n)
{
    struct { int x[n]; int y; } s, *p = &s;
    s.y = 1;
    return p->y + sizeof s;
}
int of_parameter(int n, struct { int x[n]; } *p) { return p->x[1] + sizeof *p; }
