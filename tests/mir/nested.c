/* GNU: nested functions and statement expressions. */
int f(int n)
{
    int count = 0;
    int add(int x) { count += x; return count + n; }
    return ({ int k = add(1); k * 2; }) + add(2);
}
