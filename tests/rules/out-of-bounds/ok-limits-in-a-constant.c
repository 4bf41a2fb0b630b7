// The limits of the walk stand in constants; what an initialiser does not name is zero.
struct limits {
    int least, first, last;
    unsigned wide : 4, narrow : 4;
};
static const struct limits all = {.first = 1, .last = 3, .narrow = 9};
static const int most = 4;

int count(const int *from, int n)
{
    int seen[4] = {0}, sum = 0;
    for (int i = 0; i < n; i++)
        if (from[i] > 3)
            seen[all.last] = 1;
        else
            seen[all.least] = 1;
    for (int i = all.first; i < most; i++)
        sum += seen[i];
    return sum;
}
