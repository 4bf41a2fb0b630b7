int main(void)
{
    char *s = "text";
    s[0] = 'T'; //~ read-only
    return 0;
}
