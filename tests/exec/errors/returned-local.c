static int *make(void)
{
    int x = 4, *p = &x;
    return p;
}
int main(void)
{
    int *p = make();
    return *p; //~ use-after-scope
}
