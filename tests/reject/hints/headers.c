/* What is known of forgotten headers. */
int main(void)
{
    size_t n = 3; //~ syntax
    bool b = true; //~ syntax
    FILE *f = NULL; //~ syntax
    return n == SIZE_MAX || b || f; //~ syntax
}
