// The write through p initialises x: a function has exchanged where p and q lead.
static void swap(int **a, int **b)
{
    int *t = *a;
    *a = *b;
    *b = t;
}

int pick(void)
{
    int x;
    int y = 4;
    int *p = &y;
    int *q = &x;
    swap(&p, &q);
    *p = 0;
    return x + y + *q;
}
